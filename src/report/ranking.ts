/** Which lines a format lists, and in which order. */
import type { RenderOptions } from "./options.js";
import type { Report, ReportFile, ReportLine } from "./report.js";

export interface RankedLine {
  file: string;
  line: ReportLine;
}

export interface Ranking {
  listed: RankedLine[];
  /** Lines left out by `top` or `min`. */
  left: RankedLine[];
}

export function rank(report: Report, options: Pick<RenderOptions, "sort" | "min" | "top" | "all">): Ranking {
  // Without lifetimes there is no reusable to rank by.
  const sort = report.mode === "count" && options.sort === "reusable" ? "allocated" : options.sort;
  const floor = sort === "reusable" || (sort === "line" && report.mode === "full") ? "reusable" : "allocated";
  const linesOf = (files: readonly ReportFile[]): RankedLine[] =>
    files.flatMap((file) => file.lines.map((line) => ({ file: file.path, line })));
  // Sorting is stable: lines with equal figures stay in source order.
  const sorted = (lines: RankedLine[]): RankedLine[] =>
    sort === "line" ? lines : lines.sort((a, b) => b.line[sort] - a.line[sort] || b.line.allocated - a.line.allocated);
  // What a package makes while it is loaded has no line of the user's to stand on, and nobody here can mend it.
  const own = sorted(linesOf(report.files.filter(({ dependency }) => dependency === null)));
  const others = linesOf(report.files.filter(({ dependency }) => dependency !== null));
  const ranked = sort === "reusable" ? [...own, ...sorted(others)] : sorted(linesOf(report.files));
  if (options.all) return { listed: ranked, left: [] };
  const worth = ranked.filter(({ line }) => line[floor] >= options.min);
  const listed = worth.slice(0, options.top);
  const kept = new Set(listed);
  return { listed, left: ranked.filter((entry) => !kept.has(entry)) };
}
