/**
 * The report: one versioned type that every format is made from and every reader outside holds on to.
 *
 * Names are only ever added. `schema/report.schema.json` describes the same type for other languages; the tests check
 * every report they make against it.
 */
import type { NotSeen, SiteKind } from "../trace/format.js";
import type { EngineLeftOut, EngineLine, EngineReport } from "./engine.js";

export const REPORT_VERSION = 1;

/** Counts shared by every level of the report. */
export interface Counts {
  /** Array objects made, an array class's storage counted in with its object. */
  allocated: number;
  /** The most that were alive at once, per site and size class, summed. */
  needed: number;
  /** allocated − needed. */
  reusable: number;
  /** Results that could have been written over an operand whose last use was that operation. */
  inPlace: number;
  /** Bytes of element storage at birth. */
  bytes: number;
}

/** How long they lived. Times are in arrays made; nothing is known of them, and all is 0, where lives were not followed. */
export interface Lives {
  /** Handed to what cannot be followed: needed until the end. */
  escaped: number;
  /** Made, and never read, written or compared. */
  unused: number;
  /**
   * Finished with before the same expression made its next one of that size class. Of an expression that makes one in each
   * iteration these are all that die in the iteration that made them, and those that the next one reads before it makes its
   * own; what a call returns may be among them, too.
   */
  temporary: number;
  /**
   * Finished with in the iteration of the innermost loop of its own function, and in the call of that function, that made
   * them (`--scopes`); null where nobody asked, absent in older reports. Never too many: what was used afterwards, by anybody, is not among them.
   * Of generators' and async functions' calls, and of lives that several arrays share, nothing is said.
   */
  inIteration?: number | null;
  inCall?: number | null;
  /**
   * The most bytes of element storage that were alive at once. Of several size classes, lines or threads it is the sum of
   * theirs, but for a report's totals, where it is each thread's own.
   */
  peakBytes: number;
  /** From birth to last use. */
  meanLifetime: number;
  longestLifetime: number;
}

/**
 * An expression of a line to which array objects are put down: it makes them itself, or it is the call that led to
 * the dependency or the array class that does. Positions as in {@link ReportSite}.
 */
export interface ReportExpression extends Counts, Lives {
  /** Of the expression's own site; see {@link ReportSite.key}. */
  key: string;
  column: number;
  endLine: number;
  endColumn: number;
  text: string;
  kind: SiteKind;
  function: string;
  types: ReportType[];
  objects: number;
  /** Innermost loop of its own function around the expression (not around the place that makes the array). */
  loop: ReportLoop | null;
  iterations: number | null;
  /** Calls of the enclosing function over the whole run; null at the top level and in dependencies. */
  calls: number | null;
  exact: boolean;
  advice: Advice[];
  /** Keys of the sites that made the arrays, sorted: its own, or those of a dependency. */
  sites: string[];
}

export interface ReportLine extends Counts, Lives {
  line: number;
  /** Physical array objects, the storage of array classes counted beside them. */
  objects: number;
  exact: boolean;
  /** Most reusable first, then most allocated. */
  expressions: ReportExpression[];
  /** What V8 did with them, where a companion run was asked for. */
  engine?: EngineLine;
}

export interface ReportFile {
  /** Relative to the working directory, with `/`. */
  path: string;
  dependency: string | null;
  totals: Counts;
  lines: ReportLine[];
  /**
   * Loops that went round and hold an expression that can make arrays, in source order, with what the expressions in
   * them are to blame for, loops inside of them included.
   */
  loops: (ReportRegion & Counts & { iterations: number })[];
  /** Functions that were called and hold such an expression; of the user's own files alone. */
  functions: (ReportRegion & { calls: number })[];
}

/** 1-based; `endColumn` is one past the last character. */
export interface ReportRegion {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface ReportType {
  /** Constructor: `Array`, `Float64Array`, `NdArray`. */
  type: string;
  /** Length or shape; null for `Array`. */
  size: string | null;
  /** An array class's: how many arrays of which constructor an instance has its elements in. */
  storage?: { [type: string]: number };
  allocated: number;
  needed: number;
  /** The most bytes of element storage that were alive at once. */
  peakBytes: number;
  /** Physical array objects: an array class's storage counted beside its instances. */
  objects: number;
}

export interface ReportLoop {
  line: number;
  endLine: number;
}

/** A rule id that stays the same from release to release, a sentence, and the figures it rests on. */
export interface Advice {
  rule: "hoist" | "in-place" | "fuse" | "swap" | "pool" | "presize" | "unused" | "keep";
  text: string;
  figures: Record<string, number>;
}

export interface ReportSite extends Counts, Lives {
  /** Stable under edits around it: file, function path, kind, normalised text and an ordinal among equals. */
  key: string;
  file: string;
  /** 1-based, as `column` (UTF-16 units): where V8's stack trace would point, which may lie inside the expression. */
  line: number;
  column: number;
  /** One past the last character of the expression. */
  endLine: number;
  endColumn: number;
  /** Enclosing function path; empty at the top level. */
  function: string;
  kind: SiteKind;
  text: string;
  /** Package whose code it stands in, null for the user's own. */
  dependency: string | null;
  types: ReportType[];
  objects: number;
  loop: ReportLoop | null;
  /** Iterations of that loop over the whole run; null outside loops. */
  iterations: number | null;
  /** Calls of the enclosing function over the whole run; null at the top level and in dependencies. */
  calls: number | null;
  exact: boolean;
  /** Empty when other lines are to blame: what can be done is said where it can be done, in `files`. */
  advice: Advice[];
  /** The user's lines that called in, when the arrays stand under other lines than this; most allocated first. */
  blame: { file: string; line: number; column: number; allocated: number }[];
}

/** Everything of one size class, whatever line made it: what one pool of buffers for the whole program would hold. */
export interface ReportPool {
  type: string;
  size: string | null;
  allocated: number;
  /** The fewest buffers that would serve all lines, summed over threads. */
  needed: number;
  /** What the lines need when each keeps its own. */
  apart: number;
  exact: boolean;
  /** Lines that would share it, most allocated first. */
  lines: { file: string; line: number; allocated: number; needed: number }[];
}

/** Arithmetic at one place of the user's code, by the class of its receiver. */
export interface ReportOperation {
  file: string;
  line: number;
  column: number;
  text: string;
  /** `NdArray.mul` by the receiver's class, or as it is written: `vec3.add`. */
  operation: string;
  calls: number;
  /** Results that the calls made. */
  made: number;
  /** Results that were there before: the receiver or an argument, as in-place methods give them. */
  existing: number;
  /** Of the results made, how many could have reused an earlier one; 0 in mode `count`. */
  reusable: number;
  /** Results that could have been written over an operand whose last use was the operation. */
  inPlace: number;
  exact: boolean;
}

/** One thread of the run, or those that ended when there were too many to tell apart. */
export interface ReportThread {
  /** `main`, `worker 3`, `process 1`, `process 1 worker 2`, `28 that ended`. */
  thread: string;
  allocated: number;
  needed: number;
  lines: { file: string; line: number; allocated: number; needed: number }[];
}

/** The line that arrays were put down to, compared with a real stack trace at one birth in thousands. */
export interface ReportAudit {
  sampled: number;
  agreed: number;
  /** The first few that did not agree. */
  disagreements: { blamed: { file: string; line: number }; stack: { file: string; line: number } }[];
}

export interface Report {
  version: typeof REPORT_VERSION;
  script: string;
  node: string;
  tool: string;
  ended: {
    /** `timeout`: by us, because its time was over. `running`: not yet. */
    by: "exit" | "error" | "signal" | "timeout" | "running" | "unknown";
    code: number | null;
    signal?: string;
    /** Milliseconds between the last time that the figures were written down and the end; absent when they are the end's. */
    age?: number;
  };
  /** `count`: lifetimes were not followed, so `needed` is the bound that always holds, `allocated`. */
  mode: "full" | "count";
  /** Threads and processes whose figures are summed here. */
  threads: number;
  /** Sums over `files[].lines`; `needed` is not shared between threads, lines or size classes; `pooled` is, between lines. */
  totals: Counts & Lives & { objects: number; pooled: number };
  exact: boolean;
  instrumented: { files: number; sites: number };
  files: ReportFile[];
  sites: ReportSite[];
  /** By size class, most to be saved by sharing first; empty in mode `count`. */
  pools: ReportPool[];
  operations: ReportOperation[];
  audit: ReportAudit;
  notSeen: NotSeen[];
  /** What each thread made, main thread first, then by what was made; only where it was asked for (`--by thread`). */
  perThread?: ReportThread[];
  /** The run without probes, where it was asked for. */
  engine?: EngineReport | EngineLeftOut;
}
