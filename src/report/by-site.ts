/** The same report by origin: every array under the package, file and line that makes it, whoever's line asked for it. */
import { sumLives } from "./lives.js";
import type { Report, ReportExpression, ReportFile, ReportLine, ReportSite } from "./report.js";

/** `files` made anew from `sites`; everything else stays. */
export function bySite(report: Report): Report {
  const files = new Map<string, ReportSite[]>();
  for (const site of report.sites) {
    const list = files.get(site.file) ?? [];
    files.set(site.file, list);
    list.push(site);
  }
  return { ...report, files: [...files.entries()].map(([path, sites]) => fileOf(path, sites, report)) };
}

function fileOf(path: string, sites: readonly ReportSite[], report: Report): ReportFile {
  const lines = new Map<number, ReportSite[]>();
  for (const site of sites) {
    const list = lines.get(site.line) ?? [];
    lines.set(site.line, list);
    list.push(site);
  }
  const made = [...lines.entries()].sort(([a], [b]) => a - b).map(([line, list]) => lineOf(line, list));
  const known = report.files.find((file) => file.path === path);
  return {
    path,
    dependency: sites[0]?.dependency ?? null,
    totals: sum(made),
    lines: made,
    loops: known?.loops ?? [],
    functions: known?.functions ?? [],
  };
}

function lineOf(line: number, sites: readonly ReportSite[]): ReportLine {
  const expressions = sites
    .map((site): ReportExpression => {
      const { file: _, line: __, dependency: ___, blame: ____, ...expression } = site;
      return { ...expression, sites: [site.key] };
    })
    .sort((a, b) => b.reusable - a.reusable || b.allocated - a.allocated || a.column - b.column);
  return {
    line,
    ...sum(expressions),
    ...sumLives(expressions),
    objects: expressions.reduce((total, { objects }) => total + objects, 0),
    exact: expressions.every(({ exact }) => exact),
    expressions,
  };
}

function sum(parts: readonly ReportFile["totals"][]): ReportFile["totals"] {
  const total = { allocated: 0, needed: 0, reusable: 0, inPlace: 0, bytes: 0 };
  for (const part of parts) {
    total.allocated += part.allocated;
    total.needed += part.needed;
    total.reusable += part.reusable;
    total.inPlace += part.inPlace;
    total.bytes += part.bytes;
  }
  return total;
}
