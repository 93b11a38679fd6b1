/** `v8-profiler-next`, where it was built for this Node: https://github.com/hyj1991/v8-profiler-next */
import { createRequire } from "node:module";

/** A position in its answers is 1-based. */
export interface AddonFrame {
  functionName: string;
  scriptId: number;
  url: string;
  lineNumber: number;
  columnNumber: number;
  lineTicks?: { line: number; hitCount: number }[];
}

export interface AddonHeapNode {
  callFrame: AddonFrame;
  selfSize: number;
  children: AddonHeapNode[];
}

export interface Addon {
  setGenerateType(type: 0 | 1): void;
  setSamplingInterval(microseconds: number): void;
  startProfiling(name: string, samples: boolean): void;
  stopProfiling(name: string): {
    nodes: { id: number; hitCount: number; callFrame: AddonFrame; children: number[] }[];
    startTime: number;
    endTime: number;
    samples: number[];
    timeDeltas: number[];
    delete(): void;
  };
  startSamplingHeapProfiling(interval: number, depth: number): void;
  stopSamplingHeapProfiling(): { head: AddonHeapNode };
}

/** Null where it is not installed, or was built for another Node. */
export function loadAddon(): Addon | null {
  const globals = process as unknown as { profiler?: unknown };
  const had = Object.getOwnPropertyDescriptor(globals, "profiler");
  try {
    return createRequire(import.meta.url)("v8-profiler-next") as Addon;
  } catch {
    return null;
  } finally {
    // It puts itself on `process`, where the program would see it.
    if (had) Object.defineProperty(globals, "profiler", had);
    else delete globals.profiler;
  }
}
