/** Budgets: limits that hold whatever an earlier run made. A report and its budgets in, findings out. */
import picomatch from "picomatch";
import type { Finding, Metric, Region } from "../report/finding.js";
import { bytes, count } from "../report/numbers.js";
import type { Report, ReportExpression, ReportFile } from "../report/report.js";
import { each, named, whole } from "./findings.js";
import type { Law } from "./law.js";

/** What a budget is of: the whole run, each file that a pattern matches, or a stretch of one file. */
export type BudgetScope =
  | { of: "run" }
  | { of: "files"; glob: string }
  | { of: "region"; file: string; region: Region; what: "loop" | "function" | "code" };

export interface Budget {
  scope: BudgetScope;
  law: Law;
  /** Where it stands and can be changed: `--max-allocated`, `"budgets" in alloc-trace.json`, `src/sim.ts:12`. */
  source: string;
}

/** One figure that a budget speaks of, and what makes most of it. */
interface Measured {
  value: number;
  file: ReportFile | null;
  worst: { line: number; expression: ReportExpression } | null;
  /** ` of the loop at line 12`. */
  what: string;
}

/** For a budget that asks for the size and did not get it. */
export function unknownNames(budget: Budget, values: ReadonlyMap<string, number>): string[] {
  return [...budget.law.variables].filter((name) => !values.has(name));
}

/** Findings for what is over its budget. A law whose size is not known is not asked: see {@link unknownNames}. */
export function overBudget(report: Report, budgets: readonly Budget[], values: ReadonlyMap<string, number>): Finding[] {
  return budgets.flatMap((budget) => {
    if (unknownNames(budget, values).length > 0) return [];
    const limit = budget.law.limit(values);
    return measure(report, budget)
      .filter(({ value }) => !(value <= limit))
      .map((measured) => finding(report, budget, measured, limit));
  });
}

/** The figure of the whole run, or the highest of the files and loops that the budget speaks of. */
export function highest(report: Report, budget: Budget): number {
  return measure(report, budget).reduce((most, { value }) => Math.max(most, value), 0);
}

function measure(report: Report, { scope, law }: Budget): Measured[] {
  const { metric } = law;
  if (scope.of === "region") return ofRegion(report, scope, metric);
  const own = report.files.filter((file) => file.dependency === null);
  if (scope.of === "files") {
    const matches = picomatch(scope.glob, { dot: true });
    // A dependency's file has to be named: `**` means the user's own.
    const named = scope.glob.includes("node_modules") ? report.files : own;
    return named.filter((file) => matches(file.path)).flatMap((file) => ofFile(file, metric));
  }
  if (metric === "perIteration" || metric === "perCall") return own.flatMap((file) => ofFile(file, metric));
  return [
    { value: report.totals[metric], file: null, worst: worstOf(report.files.flatMap(expressionsOf), metric), what: "" },
  ];
}

function ofFile(file: ReportFile, metric: Metric): Measured[] {
  const all = expressionsOf(file);
  if (metric === "perIteration") {
    return file.loops.map((loop) =>
      ofStretch(file, all, loop, metric, loop.iterations, `the loop at line ${loop.line}`),
    );
  }
  if (metric === "perCall") {
    return file.functions.map((fn) => ofStretch(file, all, fn, metric, fn.calls, `the function at line ${fn.line}`));
  }
  return [{ value: file.totals[metric], file, worst: worstOf(all, metric), what: "" }];
}

function ofRegion(report: Report, scope: BudgetScope & { of: "region" }, metric: Metric): Measured[] {
  const file = report.files.find(({ path }) => path === scope.file);
  if (file === undefined) return [];
  const all = expressionsOf(file);
  const { line, column } = scope.region;
  const here = (region: Region): boolean => region.line === line && region.column === column;
  const name = `the ${scope.what} at line ${line}`;
  if (metric === "perIteration" || metric === "perCall") {
    const loop = file.loops.find(here);
    const fn = file.functions.find(here);
    const entered = metric === "perIteration" ? loop?.iterations : fn?.calls;
    // Nothing in it can make arrays, or it was never entered.
    return entered === undefined ? [] : [ofStretch(file, all, scope.region, metric, entered, name)];
  }
  return [ofStretch(file, all, scope.region, metric, 1, scope.what === "code" ? "" : name)];
}

/** What is written between two places, and the arrays that it is to blame for: closures and inner loops included. */
function ofStretch(
  file: ReportFile,
  all: readonly Placed[],
  region: Region,
  metric: Metric,
  entered: number,
  what: string,
): Measured {
  const inside = all.filter(({ line, expression }) => isInside(region, line, expression.column));
  const figure = metric === "perIteration" || metric === "perCall" ? "allocated" : metric;
  const sum = inside.reduce((total, { expression }) => total + expression[figure], 0);
  return { value: sum / entered, file, worst: worstOf(inside, metric), what };
}

function isInside(region: Region, line: number, column: number): boolean {
  if (line < region.line || line > region.endLine) return false;
  if (line === region.line && column < region.column) return false;
  return line < region.endLine || column < region.endColumn;
}

interface Placed {
  file: ReportFile;
  line: number;
  expression: ReportExpression;
}

function expressionsOf(file: ReportFile): Placed[] {
  return file.lines.flatMap(({ line, expressions }) => expressions.map((expression) => ({ file, line, expression })));
}

function worstOf(all: readonly Placed[], metric: Metric): Placed | null {
  const figure = metric === "perIteration" || metric === "perCall" ? "allocated" : metric;
  let worst: Placed | null = null;
  for (const placed of all) {
    if (worst === null || placed.expression[figure] > worst.expression[figure]) worst = placed;
  }
  return worst;
}

function finding(report: Report, budget: Budget, measured: Measured, limit: number): Finding {
  const { value, worst, what } = measured;
  const { metric } = budget.law;
  const file = measured.file ?? (worst as Placed | null)?.file ?? null;
  const scope = measured.file === null ? "run" : "file";
  const size = budget.law.variables.size > 0 ? `${amount(metric, limit)} (${budget.law.text})` : amount(metric, limit);
  const of = what === "" ? (scope === "run" ? " in the whole run" : " in the whole file") : ` of ${what}`;
  const most = worst === null ? "" : `, most by ${named(worst.expression)}`;
  return {
    ...whole(report.script, scope, file?.path ?? report.script),
    rule: "alloc-budget",
    key: `${budget.source}::${budget.law.text}::${what === "" ? (file?.path ?? report.script) : (worst?.expression.key ?? "")}`,
    region: worst === null ? null : regionOf(worst),
    function: worst?.expression.function ?? "",
    text: worst?.expression.text ?? "",
    metric,
    before: Number.isFinite(limit) ? limit : null,
    after: value,
    changes: Number.isFinite(limit) ? [{ metric, before: limit, after: value }] : [],
    message: `${amount(metric, value)}${of}, ${size} allowed${most}`,
    mend: `make fewer, or change the budget in ${budget.source}`,
  };
}

function regionOf({ line, expression }: { line: number; expression: ReportExpression }): Region {
  const { column, endLine, endColumn } = expression;
  return { line, column, endLine, endColumn };
}

function amount(metric: Metric, value: number): string {
  switch (metric) {
    case "perIteration":
      return `${each(value)} per iteration`;
    case "perCall":
      return `${each(value)} per call`;
    case "bytes":
      return `${bytes(value)} of elements`;
    default:
      return `${count(value)} ${metric}`;
  }
}
