/** The processor's samples by line and by function. */
import type { CpuProfile } from "../trace/engine.js";
import { OWN_NAME } from "./child/in-source.js";
import type { Places } from "./heap-by-function.js";

export interface CpuByLine {
  /** Samples while the program or the collector ran: not idle, and not in code of ours. */
  busy: number;
  collecting: number;
  /** By `path:line`. */
  lines: Map<string, number>;
  /** By the key of a place. */
  functions: Map<string, number>;
}

const NOT_THE_PROGRAM = new Set(["(idle)", "(root)", OWN_NAME]);

export function cpuByLine(profile: CpuProfile, places: Places): CpuByLine {
  const found: CpuByLine = { busy: 0, collecting: 0, lines: new Map(), functions: new Map() };
  for (const node of profile.nodes) {
    const { functionName } = node.callFrame;
    if (NOT_THE_PROGRAM.has(functionName)) continue;
    found.busy += node.hitCount;
    if (functionName === "(garbage collector)") found.collecting += node.hitCount;
    const place = places.ofFrame(node.callFrame);
    if (!place) continue;
    found.functions.set(place.key, (found.functions.get(place.key) ?? 0) + node.hitCount);
    for (const { line, ticks } of node.positionTicks) {
      // V8 gives an inlined function's line with its caller's file, where it may not even exist.
      if (line > place.lastLine) continue;
      const key = `${place.path}:${line}`;
      found.lines.set(key, (found.lines.get(key) ?? 0) + ticks);
    }
  }
  return found;
}
