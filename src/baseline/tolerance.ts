/** How much a figure may rise before it counts as a rise: nothing, unless somebody says so. */
import picomatch from "picomatch";
import type { Metric } from "../report/finding.js";

/** More arrays (or bytes) than before, or a share of what was there: whichever allows more. */
export interface Allowance {
  absolute: number;
  /** 0.01 is one in a hundred. */
  relative: number;
}

/** For the files that match `glob`; of several rules for a metric, the last that matches holds. */
export interface ToleranceRule {
  glob: string;
  allowances: Partial<Record<Metric, Allowance>>;
}

export type Tolerance = (file: string, metric: Metric) => Allowance;

export const NOTHING: Allowance = { absolute: 0, relative: 0 };

export function toleranceOf(rules: readonly ToleranceRule[]): Tolerance {
  const matchers = rules.map((rule) => ({ ...rule, matches: picomatch(rule.glob, { dot: true }) }));
  const known = new Map<string, ToleranceRule["allowances"]>();
  return (file, metric) => {
    let allowances = known.get(file);
    if (allowances === undefined) {
      allowances = Object.assign({}, ...matchers.filter((rule) => rule.matches(file)).map((rule) => rule.allowances));
      known.set(file, allowances ?? {});
    }
    return allowances?.[metric] ?? NOTHING;
  };
}

export function isWithin(before: number, after: number, allowed: Allowance): boolean {
  return after <= before + Math.max(allowed.absolute, before * allowed.relative);
}

/** `5`, `"5"` or `"1.5%"`; null for anything else. */
export function readAllowance(value: unknown): Allowance | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  const parts = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  if (parts === null) return null;
  const amount = Number(parts[1]);
  return parts[2] === "%" ? { absolute: 0, relative: amount / 100 } : { absolute: amount, relative: 0 };
}
