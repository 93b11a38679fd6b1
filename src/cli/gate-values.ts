/** Readers of what a gate is told, from flags and from the configuration. */
import { readAllowance } from "../baseline/allowance.js";
import { LawFault, limitOf, parseLaw } from "../baseline/law.js";
import type { ToleranceRule } from "../baseline/tolerance.js";
import { METRICS, type Metric } from "../report/finding.js";
import type { BudgetEntry, Scale, ScriptEntry } from "./settings.js";
import { glob, Misfit } from "./values.js";

const SCRIPTS = 'a list of scripts or patterns, such as ["bench/*.ts"], or of { "script": …, "args": […] }';
const BUDGETS = 'an object such as { "src/sim.ts": { "perIteration": 2 }, "total": "allocated <= 2*N + 3" }';
const TOLERANCE = 'an object such as { "bytes": "1%", "src/generated/**": { "allocated": 10 } }';
const SCALE = "a name and at least two sizes, such as N=1000,2000,4000,8000";
/** Stands for the whole run, where else a pattern of files stands. */
const WHOLE_RUN = "total";

export function scripts(value: unknown): ScriptEntry[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => {
    if (typeof item === "string") return { glob: glob(item), args: [] };
    const { script, args = [] } = record(item, SCRIPTS);
    if (typeof script !== "string" || !Array.isArray(args)) throw new Misfit(SCRIPTS);
    const words: unknown[] = args;
    return { glob: glob(script), args: words.map(word) };
  });
}

function word(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw new Misfit(SCRIPTS);
  return value;
}

export function budgets(value: unknown): BudgetEntry[] {
  return Object.entries(record(value, BUDGETS)).flatMap(([key, limits]) => {
    const of = key === WHOLE_RUN ? null : glob(key);
    return laws(limits).map((law) => ({ glob: of, law }));
  });
}

/** One law, several, or limits by metric. */
function laws(value: unknown): BudgetEntry["law"][] {
  if (typeof value === "string") return [law(value)];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => laws(item));
  return Object.entries(record(value, BUDGETS)).map(([name, limit]) => {
    const metric = metricOf(name, BUDGETS);
    // A limit can be a law of the size too: { "allocated": "2*N + 3" }.
    if (typeof limit === "string") return law(`${metric} <= ${limit}`);
    return limitOf(metric, most(limit));
  });
}

export function law(text: string): BudgetEntry["law"] {
  try {
    return parseLaw(text);
  } catch (error) {
    if (error instanceof LawFault) throw new Misfit(error.wanted);
    throw error;
  }
}

function most(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) throw new Misfit(BUDGETS);
  return value;
}

/** Of a metric for all files, or by pattern; a single amount is of arrays made. */
export function tolerance(value: unknown): ToleranceRule[] {
  return Object.entries(record(value, TOLERANCE)).map(([key, amounts]) => {
    const metric = METRICS.find((known) => known === key);
    if (metric !== undefined) return { glob: "**", allowances: { [metric]: allowance(amounts) } };
    if (typeof amounts !== "object") return { glob: glob(key), allowances: { allocated: allowance(amounts) } };
    const entries = Object.entries(record(amounts, TOLERANCE));
    const allowances = entries.map(([name, amount]) => [metricOf(name, TOLERANCE), allowance(amount)] as const);
    return { glob: glob(key), allowances: Object.fromEntries(allowances) };
  });
}

/** `allocated=10,bytes=1%`. */
export function toleranceFlag(text: string): ToleranceRule[] {
  const pairs = text.split(",").map((part) => part.split("=").map((side) => side.trim()));
  return tolerance(
    Object.fromEntries(
      pairs.map(([name = "", amount, ...more]) => {
        if (amount === undefined || more.length > 0)
          throw new Misfit("metrics and amounts, such as allocated=10,bytes=1%");
        return [metricOf(name, `amounts of ${METRICS.join(", ")}, such as allocated=10,bytes=1%`), amount];
      }),
    ),
  );
}

function allowance(value: unknown): NonNullable<ReturnType<typeof readAllowance>> {
  const read = readAllowance(value);
  if (read === null) throw new Misfit(TOLERANCE);
  return read;
}

/** `N=1000,2000,4000,8000`. */
export function scale(text: string): Scale {
  const parts = /^\s*([A-Za-z_]\w*)\s*=\s*(\d+(?:\s*,\s*\d+)*)\s*$/.exec(text);
  const sizes = (parts?.[2] ?? "").split(",").map((size) => Number(size));
  const distinct = [...new Set(sizes)].sort((a, b) => a - b);
  if (parts === null || distinct.length < 2 || distinct.some((size) => !Number.isSafeInteger(size) || size < 1)) {
    throw new Misfit(SCALE);
  }
  return { name: parts[1] ?? "N", sizes: distinct };
}

function metricOf(name: string, wanted: string): Metric {
  const metric = METRICS.find((known) => known === name);
  if (metric === undefined) throw new Misfit(`${wanted}; what can be limited is ${METRICS.join(", ")}`);
  return metric;
}

function record(value: unknown, wanted: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misfit(wanted);
  return value as Record<string, unknown>;
}
