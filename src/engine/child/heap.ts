/** Samples of what is allocated: all of it, or what is still alive at the end. */
import v8 from "node:v8";
import { runInNewContext } from "node:vm";
import type { HeapNode, HeapProfile, Sampler } from "../../trace/engine.js";
import { type Addon, type AddonHeapNode, loadAddon } from "./addon.js";
import { frameOf } from "./cpu.js";
import type { Inspector } from "./inspector.js";

interface HeapSeen {
  sampler: Sampler;
  interval: number;
  profile: HeapProfile;
}

export interface HeapWatch {
  stop(): HeapSeen;
}

const DEPTH = 64;

/** At once: `HeapProfiler.collectGarbage` only answers in a later turn, and there is none. */
function collectAll(): void {
  v8.setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/**
 * @param interval bytes between two samples, on average
 * @param live what is alive at the end; v8-profiler-next's sampler sees nothing else, so the rest is the inspector's
 */
export function watchHeap(inspector: Inspector, interval: number, live: boolean): HeapWatch {
  const addon = live ? loadAddon() : null;
  return addon ? byAddon(addon, interval) : byInspector(inspector, interval, live);
}

/** https://chromedevtools.github.io/devtools-protocol/v8/HeapProfiler/#method-startSampling */
function byInspector(inspector: Inspector, interval: number, live: boolean): HeapWatch {
  inspector.post("HeapProfiler.startSampling", {
    samplingInterval: interval,
    stackDepth: DEPTH,
    includeObjectsCollectedByMajorGC: !live,
    includeObjectsCollectedByMinorGC: !live,
  });
  return {
    stop() {
      if (live) collectAll();
      const { profile } = inspector.post<{ profile: HeapProfile }>("HeapProfiler.stopSampling");
      return { sampler: "node:inspector", interval, profile };
    },
  };
}

function byAddon(addon: Addon, interval: number): HeapWatch {
  addon.startSamplingHeapProfiling(interval, DEPTH);
  return {
    stop() {
      collectAll();
      const { head } = addon.stopSamplingHeapProfiling();
      let last = 0;
      // It gives no samples, only their sums: one for each node.
      const samples: HeapProfile["samples"] = [];
      const convert = (node: AddonHeapNode): HeapNode => {
        const id = ++last;
        if (node.selfSize > 0) samples.push({ size: node.selfSize, nodeId: id, ordinal: samples.length });
        return {
          id,
          callFrame: frameOf(node.callFrame),
          selfSize: node.selfSize,
          children: node.children.map(convert),
        };
      };
      return { sampler: "v8-profiler-next", interval, profile: { head: convert(head), samples } };
    },
  };
}
