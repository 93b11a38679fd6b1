/** Samples of the processor's time, with the line that was running. */
import type { CallFrame, CpuProfile, CpuProfileNode, Sampler } from "../../trace/engine.js";
import { type Addon, type AddonFrame, loadAddon } from "./addon.js";
import type { Inspector } from "./inspector.js";

interface CpuSeen {
  sampler: Sampler;
  interval: number;
  profile: CpuProfile;
}

export interface CpuWatch {
  stop(): CpuSeen;
}

const NAME = "alloc-trace";

/** @param interval microseconds between two samples */
export function watchCpu(inspector: Inspector, interval: number): CpuWatch {
  const addon = loadAddon();
  return addon ? byAddon(addon, interval) : byInspector(inspector, interval);
}

function byAddon(addon: Addon, interval: number): CpuWatch {
  addon.setGenerateType(1);
  addon.setSamplingInterval(interval);
  addon.startProfiling(NAME, true);
  return {
    stop() {
      const seen = addon.stopProfiling(NAME);
      const { startTime, endTime, samples, timeDeltas } = seen;
      const nodes = seen.nodes.map(({ id, hitCount, callFrame, children }) => ({
        id,
        hitCount,
        callFrame: frameOf(callFrame),
        children: [...children],
        positionTicks: (callFrame.lineTicks ?? []).map(({ line, hitCount: ticks }) => ({ line, ticks })),
      }));
      return { sampler: "v8-profiler-next", interval, profile: { nodes, startTime, endTime, samples, timeDeltas } };
    },
  };
}

export function frameOf({ functionName, scriptId, url, lineNumber, columnNumber }: AddonFrame): CallFrame {
  return { functionName, scriptId: String(scriptId), url, lineNumber: lineNumber - 1, columnNumber: columnNumber - 1 };
}

type InspectorNode = Omit<CpuProfileNode, "children" | "positionTicks"> &
  Partial<Pick<CpuProfileNode, "children" | "positionTicks">>;

function byInspector(inspector: Inspector, interval: number): CpuWatch {
  inspector.post("Profiler.enable");
  inspector.post("Profiler.setSamplingInterval", { interval });
  inspector.post("Profiler.start");
  return {
    stop() {
      const { profile } = inspector.post<{ profile: Omit<CpuProfile, "nodes"> & { nodes: InspectorNode[] } }>(
        "Profiler.stop",
      );
      const nodes = profile.nodes.map(({ children = [], positionTicks = [], ...node }) => ({
        ...node,
        children,
        positionTicks,
      }));
      return { sampler: "node:inspector", interval, profile: { ...profile, nodes } };
    },
  };
}
