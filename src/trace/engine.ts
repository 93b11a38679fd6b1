/**
 * The files between a run without probes and the side that reads it: what it is told, and what it leaves behind.
 *
 * Profiles are DevTools' own formats (https://chromedevtools.github.io/devtools-protocol/v8/Profiler and
 * `v8/HeapProfiler`), with positions of the text that the author wrote.
 */

/** In the session folder: what a plain run is to watch. */
export const ENGINE_FILE = "engine.json";
/** In the session folder, when the run has ended. */
export const ENGINE_TRACE_FILE = "engine-trace.json";

export interface EngineOptions {
  /** Microseconds between two samples of the processor, null to take none. */
  cpuInterval: number | null;
  /** Bytes between two samples of the heap, on average. */
  heapInterval: number;
  /** Samples of what is alive at the end, instead of all that was allocated. */
  live: boolean;
  /** V8's flags to set before the script's first line. */
  flags: string[];
}

export type Sampler = "v8-profiler-next" | "node:inspector";

/** Lines and columns are 0-based, as in DevTools' files; `url` is empty for what V8 has built in. */
export interface CallFrame {
  functionName: string;
  scriptId: string;
  url: string;
  lineNumber: number;
  columnNumber: number;
}

export interface CpuProfileNode {
  id: number;
  callFrame: CallFrame;
  hitCount: number;
  children: number[];
  /** 1-based lines. */
  positionTicks: { line: number; ticks: number }[];
}

export interface CpuProfile {
  nodes: CpuProfileNode[];
  /** Microseconds. */
  startTime: number;
  endTime: number;
  samples: number[];
  timeDeltas: number[];
}

export interface HeapNode {
  id: number;
  callFrame: CallFrame;
  selfSize: number;
  children: HeapNode[];
}

/** `size` of a sample is V8's own estimate: the object's size times how many such objects it stands for, rounded. */
export interface HeapProfile {
  head: HeapNode;
  samples: { size: number; nodeId: number; ordinal: number }[];
}

export interface GcEvent {
  /** `Scavenge`, `MarkSweepCompact` and so on, as V8 calls it. */
  kind: string;
  /** Microseconds for which the program stood still. */
  pause: number;
}

export interface EngineTrace {
  version: 1;
  node: string;
  v8: string;
  /** Microseconds from the start of the watching to its end. */
  wall: number;
  cpu: { sampler: Sampler; interval: number; profile: CpuProfile } | null;
  heap: { sampler: Sampler; interval: number; profile: HeapProfile };
  gc: GcEvent[];
  /** Bytes of array buffers and of all external memory: at the start, at the end, and freed by collections between. */
  external: { start: number; end: number; buffersStart: number; buffersEnd: number; freed: number };
}
