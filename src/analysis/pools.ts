/** What would be needed if all lines of one size class shared their buffers. */
import type { ReportPool } from "../report/report.js";
import type { ThreadTrace } from "../trace/format.js";
import type { Attribution } from "./attribution.js";
import { byText } from "./source-sites.js";

/** Most to be saved first. Empty where lifetimes were not followed on every thread. */
export function reportPools(traces: readonly ThreadTrace[], attributions: readonly Attribution[]): ReportPool[] {
  if (traces.some(({ mode }) => mode === "count")) return [];
  const pools = new Map<string, ReportPool>();
  const find = (type: string, size: string | null): ReportPool => {
    const key = poolKey(type, size);
    const known = pools.get(key);
    if (known !== undefined) return known;
    const pool: ReportPool = { type, size, allocated: 0, needed: 0, apart: 0, exact: true, lines: [] };
    pools.set(key, pool);
    return pool;
  };
  for (const { at, figures } of attributions) {
    for (const { type, size, allocated, needed } of figures.types()) {
      const pool = find(type, size);
      pool.allocated += allocated;
      pool.apart += needed;
      const line = pool.lines.find((each) => each.file === at.file && each.line === at.line);
      if (line === undefined) pool.lines.push({ file: at.file, line: at.line, allocated, needed });
      else {
        line.allocated += allocated;
        line.needed += needed;
      }
    }
  }
  for (const trace of traces) {
    for (const { type, size, needed, exact } of trace.pools) {
      const pool = find(type, size);
      pool.needed += needed;
      pool.exact &&= exact;
    }
  }
  for (const pool of pools.values()) {
    // A bound of all lines together is no better than the lines' own; without one, nothing is known to be shared.
    pool.needed = pool.needed === 0 ? pool.apart : Math.min(pool.needed, pool.apart);
    pool.lines.sort((a, b) => b.allocated - a.allocated || byText(a.file, b.file) || a.line - b.line);
  }
  return [...pools.values()]
    .filter(({ allocated }) => allocated > 0)
    .sort(
      (a, b) =>
        b.apart - b.needed - (a.apart - a.needed) ||
        b.allocated - a.allocated ||
        byText(a.type, b.type) ||
        byText(a.size ?? "", b.size ?? ""),
    );
}

export function poolKey(type: string, size: string | null): string {
  return JSON.stringify([type, size]);
}
