/**
 * Collections and the memory outside V8's heap.
 *
 * `v8.GCProfiler` and not a `PerformanceObserver`: the observer hears of a collection in a later turn of the event loop,
 * and a script that ends in its first turn would have made none. It also knows how much external memory each one freed.
 */
import v8 from "node:v8";
import type { EngineTrace, GcEvent } from "../../trace/engine.js";

interface HeapStatistics {
  externalMemory: number;
}

/** https://nodejs.org/api/v8.html#gcprofilerstop */
interface Statistic {
  gcType: string;
  /** Microseconds. */
  cost: number;
  beforeGC: { heapStatistics: HeapStatistics };
  afterGC: { heapStatistics: HeapStatistics };
}

export interface CollectionWatch {
  stop(): { events: GcEvent[]; external: EngineTrace["external"] };
}

export function watchCollections(): CollectionWatch {
  const profiler = new v8.GCProfiler();
  const before = process.memoryUsage();
  profiler.start();
  return {
    stop() {
      const { statistics } = profiler.stop() as unknown as { statistics: Statistic[] };
      const after = process.memoryUsage();
      return {
        events: statistics.map(({ gcType, cost }) => ({ kind: gcType, pause: cost })),
        external: {
          start: before.external,
          end: after.external,
          buffersStart: before.arrayBuffers,
          buffersEnd: after.arrayBuffers,
          freed: statistics.reduce(
            (sum, { beforeGC, afterGC }) =>
              sum + Math.max(0, beforeGC.heapStatistics.externalMemory - afterGC.heapStatistics.externalMemory),
            0,
          ),
        },
      };
    },
  };
}
