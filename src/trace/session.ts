/** What the launching side tells every traced thread: written to `session.json` in the private session folder. */

export const SESSION_FILE = "session.json";
/** Each traced thread writes `<pid>-<threadId>.trace.json` beside it. */
export const TRACE_SUFFIX = ".trace.json";
/** Made with the folder; its name gets `-ENOSPC` and the like when a trace could not be written. */
export const UNWRITTEN_FILE = "unwritten";
/** The launching side writes it anew when it wants to have what was counted until now … */
export const ASK_FILE = "ask";
/** … and each process says in `<pid>.answer` which of these wishes (its time of change, in ms) it has met. */
export const ANSWER_SUFFIX = ".answer";
/** `<pid>-SIGTERM.handled`: the program handles the signal by itself. */
export const HANDLED_SUFFIX = ".handled";

export interface WrappedModule {
  /** A package with or without a path inside of it, or the absolute path of a file. */
  module: string;
  /** The one export that is meant, null for all. */
  name: string | null;
}

export interface SessionOptions {
  version: 1;
  /** Our own version: part of the cache key and of every trace. */
  tool: string;
  /** Working directory of the run; reported paths are relative to it. */
  cwd: string;
  /** Which packages under node_modules are instrumented. */
  deps: "all" | "none" | string[];
  /** Globs relative to `cwd`; a file is left plain when `include` is non-empty and misses it, or `exclude` hits it. */
  include: string[];
  exclude: string[];
  /** No file gets probes: the run is watched from outside. */
  plain?: boolean;
  /** Count allocations only; no lifetimes. */
  countOnly: boolean;
  /** Find out which arrays are finished with in the iteration and in the call that made them. */
  scopes: boolean;
  /** Bytes for the lifetime window. */
  window: number;
  /** Names of classes that are array classes whatever they look like; with `!` before it, of one that is none. */
  arrayClasses: string[];
  /** How many arrays apart a stack trace is looked at, where it is to be more often than by itself. */
  audit?: number;
  /** Modules without probes whose classes are to be counted wherever they are used. */
  wrap: WrappedModule[];
  /** Whether worker threads and processes that the program starts are traced as well. */
  follow: "all" | "workers" | "children" | "none";
  /** Columns of the terminal on which a live line is shown, null for none. */
  live: number | null;
  /** The process that started the session's first and waits for it; null where nobody does. */
  launcher: number | null;
  /** Folder of the instrumenter's disk cache, null to go without. */
  cache: string | null;
}
