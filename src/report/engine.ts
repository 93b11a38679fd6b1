/** What a run without probes showed of V8: part of the report when the companion run was asked for. */

/**
 * `allocated`: V8 made the arrays. `elided`: its optimizer took some or all of them away. `hidden`: it made them, and far
 * more than the source shows. `undecidable`: the samples do not say; `why` tells what is in the way.
 */
export type EngineVerdict = "allocated" | "elided" | "hidden" | "undecidable";

/** Bounds that hold with a probability of 99 %, as far as sampling goes. */
export interface EngineRange {
  low: number;
  high: number;
}

/** Bytes on V8's heap: an estimate from samples with its bounds. */
export interface EngineBytes extends EngineRange {
  value: number;
  samples: number;
}

/** What V8 did on a line, or in a function. */
export interface EngineFigures {
  /** Share of the program's processor time (0 to 1) spent there itself, collections not counted; null when not sampled. */
  cpu: number | null;
  cpuSamples: number;
  /** The least that the arrays counted there take on V8's heap when all of them are made. */
  asked: number;
  verdict: EngineVerdict;
  /** Share of `asked` (0 to 1) that the optimizer took away; null when undecidable. */
  elided: EngineRange | null;
  why: string;
  /** Of an undecidable one that more functions have a part in: what holds for the arrays of all of them together. */
  together: { asked: number; elided: EngineRange } | null;
}

export interface EngineLine extends EngineFigures {
  /** Functions between which the arrays cannot be told apart, because any may have been inlined into another. */
  region: string[];
}

export interface EngineFunction extends EngineFigures {
  /** Empty for a file's top level. */
  name: string;
  file: string;
  line: number;
  /** On its own frame: with what was inlined into it, and without what it was inlined into. */
  allocated: EngineBytes;
  /** With the escape analysis off; null without a control run. */
  control: EngineBytes | null;
  /** Of `allocated`, boxed numbers (16 bytes each). */
  boxed: number;
}

export interface EngineRun {
  purpose: "companion" | "control" | "live";
  flags: string[];
  wall: number;
  heap: { sampler: string; interval: number; samples: number; bytes: number };
}

/** Arrays that are still alive at the end, by the function that made them. */
export interface EngineRetained {
  function: string;
  file: string;
  line: number;
  bytes: EngineBytes;
  /** Lines of the function (`file:line`) whose arrays the report counts as needed, most bytes first. */
  lines: string[];
}

export interface EngineReport {
  node: string;
  v8: string;
  cpu: { sampler: string; interval: number; samples: number };
  runs: EngineRun[];
  /** Times in milliseconds; shares of the run's wall time (`pauses`) and of processor samples (`share`). */
  gc: { events: number; pauses: number; share: number; kinds: { kind: string; events: number; pauses: number }[] };
  /** Bytes of array buffers and other memory outside V8's heap. `freed` is the least that collections freed. */
  external: { start: number; end: number; buffersStart: number; buffersEnd: number; freed: number };
  /** Whether the runs wrote the same to stdout; null when that could not be compared. */
  sameOutput: boolean | null;
  sameEnd: boolean;
  functions: EngineFunction[];
  retained: EngineRetained[] | null;
  /** Share of the array bytes really allocated that mending the dearest lines would remove; null when none is worth it. */
  price: { lines: { file: string; line: number }[]; bytes: number; of: number } | null;
  /** What the figures do not hold for, as sentences. */
  notes: string[];
}

/** The companion run was asked for and not made. */
export interface EngineLeftOut {
  leftOut: string;
}
