/** The report by line: every array stands under the user's line that is to blame for it. */

import { sumLives } from "../report/lives.js";
import type { ReportExpression, ReportFile, ReportLine, ReportPool, ReportRegion } from "../report/report.js";
import { advise } from "./advice/index.js";
import type { Attribution } from "./attribution.js";
import { sumCounts } from "./figures.js";
import { bySource, byText, type FileRegions, type SourceSite, type SourceSites } from "./source-sites.js";

/** Files by path, their lines by number. Lines where nothing was made are left out. */
export function reportFiles(
  attributions: readonly Attribution[],
  regions: SourceSites["files"],
  pools: readonly ReportPool[],
  followed: boolean,
): ReportFile[] {
  const files = new Map<string, Map<number, Attribution[]>>();
  const dependencies = new Map<string, string | null>();
  for (const attribution of attributions) {
    const { file, line, dependency } = attribution.at;
    const lines = files.get(file) ?? new Map<number, Attribution[]>();
    files.set(file, lines);
    dependencies.set(file, dependency);
    const onLine = lines.get(line) ?? [];
    lines.set(line, onLine);
    onLine.push(attribution);
  }
  return [...files.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([path, byLine]) => {
      const lines = [...byLine.entries()]
        .sort(([a], [b]) => a - b)
        .map(([line, parts]) => reportLine(line, parts, pools, followed));
      const { loops, functions } = regionsOf(regions.get(path), [...byLine.values()].flat());
      return { path, dependency: dependencies.get(path) ?? null, totals: sumCounts(lines), lines, loops, functions };
    });
}

/** Those that were entered, in source order. */
function regionsOf(
  known: FileRegions | undefined,
  attributions: readonly Attribution[],
): Pick<ReportFile, "loops" | "functions"> {
  return {
    loops: [...(known?.loops.values() ?? [])]
      .filter(({ iterations }) => iterations > 0)
      .sort(byPlace)
      .map((loop) => {
        const inside = attributions.filter(({ at }) => holds(loop, at));
        return { ...loop, ...sumCounts(inside.map(({ figures }) => figures.counts())) };
      }),
    functions: [...(known?.functions.values() ?? [])].filter(({ calls }) => calls > 0).sort(byPlace),
  };
}

function holds(loop: ReportRegion, { line, column }: SourceSite): boolean {
  if (line < loop.line || line > loop.endLine) return false;
  return (line > loop.line || column >= loop.column) && (line < loop.endLine || column < loop.endColumn);
}

function byPlace(a: ReportRegion, b: ReportRegion): number {
  return a.line - b.line || a.column - b.column || b.endLine - a.endLine || b.endColumn - a.endColumn;
}

function reportLine(
  line: number,
  parts: readonly Attribution[],
  pools: readonly ReportPool[],
  followed: boolean,
): ReportLine {
  const expressions = [...parts]
    .sort(
      (a, b) =>
        b.figures.reusable - a.figures.reusable || b.figures.allocated - a.figures.allocated || bySource(a.at, b.at),
    )
    .map((part) => reportExpression(part, pools, followed));
  return {
    line,
    ...sumCounts(expressions),
    ...sumLives(expressions),
    objects: expressions.reduce((sum, expression) => sum + expression.objects, 0),
    exact: expressions.every((expression) => expression.exact),
    expressions,
  };
}

function reportExpression(attribution: Attribution, pools: readonly ReportPool[], followed: boolean): ReportExpression {
  const { at, figures, makers } = attribution;
  return {
    key: at.key,
    ...position(at),
    text: at.text,
    kind: at.kind,
    function: at.fn,
    ...figures.counts(),
    types: figures.types(),
    objects: figures.objects,
    loop: at.loop === null ? null : { line: at.loop.line, endLine: at.loop.endLine },
    iterations: at.loop?.iterations ?? null,
    calls: at.owner?.calls ?? null,
    ...figures.lives(),
    exact: figures.exact,
    advice: followed ? advise(attribution, pools) : [],
    sites: [...makers.keys()].map((maker) => maker.key).sort(byText),
  };
}

function position(site: SourceSite): Pick<ReportExpression, "column" | "endLine" | "endColumn"> {
  return { column: site.column, endLine: site.endLine, endColumn: site.endColumn };
}
