/** Profiles of the text that Node ran, as profiles of the text that its author wrote. */
import { pathToFileURL } from "node:url";
import type { PlainRun } from "../../hooks/plain.js";
import type { CallFrame, CpuProfile, HeapNode, HeapProfile } from "../../trace/engine.js";

/** Puts its own name on frames of ours, so that their time is not the program's. */
export const OWN_NAME = "(alloc-trace)";

const ADDON = /[\\/]node_modules[\\/]v8-profiler-next[\\/]/;

export function cpuInSource(profile: CpuProfile, run: PlainRun): CpuProfile {
  const lines = new Map<string, (line: number) => number | null>();
  return {
    ...profile,
    nodes: profile.nodes.map((node) => {
      const { url } = node.callFrame;
      let mapper = lines.get(url);
      if (!mapper) {
        mapper = run.positions.lineMapper(url);
        lines.set(url, mapper);
      }
      const line = mapper;
      const ticks = node.positionTicks.map((tick) => ({ ...tick, line: line(tick.line) ?? tick.line }));
      return { ...node, callFrame: frameInSource(node.callFrame, run), positionTicks: ticks };
    }),
  };
}

export function heapInSource(profile: HeapProfile, run: PlainRun): HeapProfile {
  const convert = (node: HeapNode): HeapNode => ({
    ...node,
    callFrame: frameInSource(node.callFrame, run),
    children: node.children.map(convert),
  });
  return { head: convert(profile.head), samples: profile.samples };
}

function frameInSource(frame: CallFrame, run: PlainRun): CallFrame {
  const { url } = frame;
  if (run.isOurs(url) || ADDON.test(url)) return { ...frame, functionName: OWN_NAME };
  if (url === "" || url.startsWith("node:")) return frame;
  const top = frame.functionName === "" && frame.lineNumber <= 0 && frame.columnNumber <= 0;
  const at = top ? null : run.positions.map(url, frame.lineNumber + 1, frame.columnNumber + 1);
  const file = url.startsWith("/") ? pathToFileURL(url).href : url;
  return at ? { ...frame, url: file, lineNumber: at.line - 1, columnNumber: at.column - 1 } : { ...frame, url: file };
}
