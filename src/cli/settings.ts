import type { Law } from "../baseline/law.js";
import type { ToleranceRule } from "../baseline/tolerance.js";
import type { FormatName } from "../report/formats/index.js";
import { DEFAULTS as RENDERED, type RenderOptions } from "../report/options.js";
import type { SessionOptions, WrappedModule } from "../trace/session.js";

/** A report in some format, and where it goes: null for stdout (stderr for the text report of a run). */
export interface FormatRequest {
  format: FormatName;
  file: string | null;
}

export const ENGINE_WISHES = ["no", "ask", "yes"] as const;
export type EngineWish = (typeof ENGINE_WISHES)[number];

/** Scripts that `check` runs: those that match, each with these arguments. */
export interface ScriptEntry {
  glob: string;
  args: string[];
}

/** A limit for each file that matches, or (null) for the whole run. */
export interface BudgetEntry {
  glob: string | null;
  law: Law;
}

/** Sizes to run a script at, from the smallest up, and what the size is called. */
export interface Scale {
  name: string;
  sizes: number[];
}

/** What a run can be told, on the command line or in a configuration file. */
export interface Settings extends Pick<RenderOptions, "top" | "sort" | "by" | "all" | "min" | "frames"> {
  /** Packages under node_modules that are instrumented. */
  deps: SessionOptions["deps"];
  /** Globs relative to the working directory. */
  include: string[];
  exclude: string[];
  /** Names of classes that are array classes whatever they look like; with `!` before it, of one that is none. */
  arrayClasses: string[];
  wrap: WrappedModule[];
  /** Count allocations only, no lifetimes. */
  countOnly: boolean;
  /** Also find which arrays are finished with in the iteration and the call that made them. */
  scopes: boolean;
  /** Bytes for the lifetime window. */
  window: number;
  /** Worker threads and processes that are traced as well. */
  follow: SessionOptions["follow"];
  /** Keep instrumented files on disk between runs. */
  cache: boolean;
  /** Milliseconds between two lines of JSON about the run so far, null for none. */
  every: number | null;
  /** File that these are appended to, null for stderr. */
  everyTo: string | null;
  /** A live line on the terminal. */
  progress: boolean;
  /** Milliseconds after which the script is ended, null for never. */
  timeout: number | null;
  /** Flags for the Node that runs the script. */
  nodeArgs: string[];
  /** Run it again without probes, to see what V8 does: never, after asking where it may matter, or in any case. */
  engine: EngineWish;
  /** Folder for V8's profiles of that run, null for none. */
  profileOut: string | null;
  /** Also say what is alive at its end. */
  retained: boolean;
  /** No text report on stderr. */
  quiet: boolean;
  /** File for the text report (or the one format that has none), null for stderr. */
  output: string | null;
  /** File for the JSON report, `-` for stdout, null for none. */
  json: string | null;
  /** Reports in other formats. */
  format: FormatRequest[];
  /** Colours on, off, or (null) as the terminal and the environment say. */
  color: boolean | null;
  /** What `check` runs when no script is typed. */
  scripts: ScriptEntry[];
  /** The committed baseline. */
  baseline: string;
  budgets: BudgetEntry[];
  tolerance: ToleranceRule[];
  /** An improvement must be written into the baseline too. */
  ratchet: boolean;
  /** How often `check` runs each script. */
  runs: number;
  scale: Scale | null;
  /** Compare per iteration and per call, not whole runs. */
  rates: boolean;
}

export const DEFAULTS: Settings = {
  deps: "all",
  include: [],
  exclude: [],
  arrayClasses: [],
  wrap: [],
  countOnly: false,
  scopes: false,
  window: 256 * 2 ** 20,
  follow: "all",
  cache: true,
  every: null,
  everyTo: null,
  progress: true,
  timeout: null,
  nodeArgs: [],
  engine: "no",
  profileOut: null,
  retained: false,
  top: RENDERED.top,
  sort: RENDERED.sort,
  by: RENDERED.by,
  all: RENDERED.all,
  min: RENDERED.min,
  frames: RENDERED.frames,
  quiet: false,
  output: null,
  json: null,
  format: [],
  color: null,
  scripts: [],
  baseline: "alloc-trace.baseline.json",
  budgets: [],
  tolerance: [],
  ratchet: false,
  runs: 1,
  scale: null,
  rates: false,
};

export const STDOUT = "-";
