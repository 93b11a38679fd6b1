/** How much a figure may rise before it counts as a rise: nothing, unless somebody says so. */
import picomatch from "picomatch";
import type { Metric } from "../report/finding.js";
import { type Allowance, NOTHING } from "./allowance.js";

/** For the files that match `glob`; of several rules for a metric, the last that matches holds. */
export interface ToleranceRule {
  glob: string;
  allowances: Partial<Record<Metric, Allowance>>;
}

export type Tolerance = (file: string, metric: Metric) => Allowance;

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
