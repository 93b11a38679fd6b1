/** What the launching side tells every traced thread: written to `session.json` in the private session folder. */

export const SESSION_FILE = "session.json";
/** Each traced thread writes `<pid>-<threadId>.trace.json` beside it. */
export const TRACE_SUFFIX = ".trace.json";

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
  /** Bytes for the lifetime window. */
  window: number;
  /** Names of classes that are array classes whatever they look like; with `!` before it, of one that is none. */
  arrayClasses: string[];
  /** Folder of the instrumenter's disk cache, null to go without. */
  cache: string | null;
}
