/**
 * Several reports as one: shards of a CI matrix, or workers that wrote their own.
 *
 * Everything of the same key or place adds up, `needed` too: runs share no buffer. Advice stays where all of them give the
 * same: what it says of figures is of one run's.
 */

import { sumLives } from "../report/lives.js";
import type {
  Advice,
  Report,
  ReportExpression,
  ReportFile,
  ReportLine,
  ReportOperation,
  ReportPool,
  ReportRegion,
  ReportSite,
  ReportType,
} from "../report/report.js";
import { sumCounts } from "./figures.js";
import { notSeenOnce } from "./not-seen.js";
import { byText } from "./source-sites.js";

/** Reports that say different things under the same names. `mend` says what to do. */
export class NotMergeable extends Error {
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
  }
}

/** @param reports at least one; their order makes no difference but to `script` and `ended` of equals */
export function mergeReports(reports: readonly Report[]): Report {
  const [first, ...others] = reports;
  if (first === undefined) throw new NotMergeable("no reports to merge", "name two or more");
  if (others.some(({ mode }) => mode !== first.mode)) {
    throw new NotMergeable(
      "some of the reports followed lifetimes and some only counted",
      "make all of them with --count-only, or none",
    );
  }
  const files = grouped(
    reports.flatMap((report) => report.files),
    ({ path }) => path,
  ).map(mergeFiles);
  files.sort((a, b) => byText(a.path, b.path));
  const lines = files.flatMap((file) => file.lines);
  const sites = grouped(
    reports.flatMap((report) => report.sites),
    placeOfSite,
  ).map(mergeSites);
  // What V8 said of one run says nothing of all of them.
  const { engine, ...rest } = first;
  return {
    ...rest,
    script: unique(reports.map(({ script }) => script)).join(", "),
    node: unique(reports.map(({ node }) => node)).join(", "),
    tool: unique(reports.map(({ tool }) => tool)).join(", "),
    ended: (reports.find(({ ended }) => ended.by !== "exit" || ended.code !== 0) ?? first).ended,
    threads: sum(reports, ({ threads }) => threads),
    totals: {
      ...sumCounts(files.map(({ totals }) => totals)),
      ...sumLives(reports.map(({ totals }) => totals)),
      objects: sum(lines, ({ objects }) => objects),
      pooled: sum(reports, ({ totals }) => totals.pooled),
    },
    exact: lines.every(({ exact }) => exact),
    instrumented: {
      files: Math.max(...reports.map(({ instrumented }) => instrumented.files)),
      sites: Math.max(...reports.map(({ instrumented }) => instrumented.sites)),
    },
    files,
    sites: sites.sort(
      (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.key, b.key),
    ),
    pools: mergePools(reports.flatMap(({ pools }) => pools)),
    operations: mergeOperations(reports.flatMap(({ operations }) => operations)),
    audit: {
      sampled: sum(reports, ({ audit }) => audit.sampled),
      agreed: sum(reports, ({ audit }) => audit.agreed),
      disagreements: reports.flatMap(({ audit }) => audit.disagreements),
    },
    notSeen: notSeenOnce(reports.flatMap(({ notSeen }) => notSeen)),
  };
}

function mergeOperations(operations: readonly ReportOperation[]): ReportOperation[] {
  const merged = grouped(operations, ({ file, line, column, text, operation }) =>
    JSON.stringify([file, line, column, text, operation]),
  ).map((same) => ({
    ...(same[0] as ReportOperation),
    calls: sum(same, ({ calls }) => calls),
    made: sum(same, ({ made }) => made),
    existing: sum(same, ({ existing }) => existing),
    reusable: sum(same, ({ reusable }) => reusable),
    inPlace: sum(same, ({ inPlace }) => inPlace),
    exact: same.every(({ exact }) => exact),
  }));
  return merged.sort(
    (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.operation, b.operation),
  );
}

function mergeFiles(files: ReportFile[]): ReportFile {
  const [first] = files as [ReportFile];
  const lines = grouped(
    files.flatMap((file) => file.lines),
    ({ line }) => String(line),
  ).map(mergeLines);
  lines.sort((a, b) => a.line - b.line);
  return {
    path: first.path,
    dependency: first.dependency,
    totals: sumCounts(lines),
    lines,
    loops: grouped(
      files.flatMap(({ loops }) => loops),
      placeOf,
    ).map((same) => ({
      ...(same[0] as ReportFile["loops"][number]),
      ...sumCounts(same),
      iterations: sum(same, (one) => one.iterations),
    })),
    functions: grouped(
      files.flatMap(({ functions }) => functions),
      placeOf,
    ).map((same) => ({ ...(same[0] as ReportFile["functions"][number]), calls: sum(same, (one) => one.calls) })),
  };
}

function mergeLines(lines: ReportLine[]): ReportLine {
  const [first] = lines as [ReportLine];
  const expressions = grouped(
    lines.flatMap((line) => line.expressions),
    (one) => JSON.stringify([one.key, placeOf({ ...one, line: first.line })]),
  ).map(mergeExpressions);
  expressions.sort((a, b) => b.reusable - a.reusable || b.allocated - a.allocated || a.column - b.column);
  return {
    line: first.line,
    ...sumCounts(expressions),
    ...sumLives(expressions),
    objects: sum(expressions, ({ objects }) => objects),
    exact: expressions.every(({ exact }) => exact),
    expressions,
  };
}

function mergeExpressions(same: ReportExpression[]): ReportExpression {
  const [first] = same as [ReportExpression];
  return {
    ...first,
    ...mergedFigures(same),
    sites: unique(same.flatMap(({ sites }) => sites)),
  };
}

function mergeSites(same: ReportSite[]): ReportSite {
  const [first] = same as [ReportSite];
  const blame = grouped(
    same.flatMap((site) => site.blame),
    ({ file, line, column }) => JSON.stringify([file, line, column]),
  ).map((lines) => ({ ...(lines[0] as ReportSite["blame"][number]), allocated: sum(lines, (one) => one.allocated) }));
  blame.sort((a, b) => b.allocated - a.allocated || byText(a.file, b.file) || a.line - b.line || a.column - b.column);
  return { ...first, ...mergedFigures(same), blame };
}

type Figured = Pick<ReportSite, keyof ReportSite & keyof ReportExpression>;

function mergedFigures(same: readonly Figured[]) {
  return {
    ...sumCounts(same),
    ...sumLives(same),
    types: mergeTypes(same.flatMap(({ types }) => types)),
    objects: sum(same, ({ objects }) => objects),
    // A loop that one run never entered is the same loop.
    iterations: sumOrNull(same.map(({ iterations }) => iterations)),
    calls: sumOrNull(same.map(({ calls }) => calls)),
    exact: same.every(({ exact }) => exact),
    advice: commonAdvice(same),
  };
}

function commonAdvice(same: readonly Figured[]): Advice[] {
  const [first, ...others] = same.map(({ advice }) => advice);
  const said = JSON.stringify(first);
  return first !== undefined && others.every((advice) => JSON.stringify(advice) === said) ? first : [];
}

function mergeTypes(types: readonly ReportType[]): ReportType[] {
  const merged = grouped(types, ({ type, size }) => JSON.stringify([type, size])).map((same) => ({
    ...(same[0] as ReportType),
    allocated: sum(same, ({ allocated }) => allocated),
    needed: sum(same, ({ needed }) => needed),
    peakBytes: sum(same, ({ peakBytes }) => peakBytes),
  }));
  return merged.sort(
    (a, b) => b.allocated - a.allocated || byText(a.type, b.type) || byText(a.size ?? "", b.size ?? ""),
  );
}

/** Runs share no buffer: what a pool of each needs adds up. */
function mergePools(pools: readonly ReportPool[]): ReportPool[] {
  return grouped(pools, ({ type, size }) => JSON.stringify([type, size])).map((same) => {
    const lines = grouped(
      same.flatMap((pool) => pool.lines),
      ({ file, line }) => JSON.stringify([file, line]),
    ).map((parts) => ({
      ...(parts[0] as ReportPool["lines"][number]),
      allocated: sum(parts, ({ allocated }) => allocated),
      needed: sum(parts, ({ needed }) => needed),
    }));
    return {
      ...(same[0] as ReportPool),
      allocated: sum(same, ({ allocated }) => allocated),
      needed: sum(same, ({ needed }) => needed),
      apart: sum(same, ({ apart }) => apart),
      exact: same.every(({ exact }) => exact),
      lines: lines.sort((a, b) => b.allocated - a.allocated || byText(a.file, b.file) || a.line - b.line),
    };
  });
}

function placeOf({ line, column, endLine, endColumn }: ReportRegion): string {
  return [line, column, endLine, endColumn].join(":");
}

/** The key alone would do, were all reports of the same source: those of another are kept apart. */
function placeOfSite(site: ReportSite): string {
  return JSON.stringify([site.key, placeOf(site)]);
}

/** In the order in which each name was met first. */
function grouped<T>(items: readonly T[], nameOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].sort(byText);
}

function sum<T>(items: readonly T[], figure: (item: T) => number): number {
  return items.reduce((total, item) => total + figure(item), 0);
}

function sumOrNull(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : sum(known, (figure) => figure);
}
