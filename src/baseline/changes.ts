/** What of an expression's figures got worse, and what better. */
import type { Metric } from "../report/finding.js";
import type { Figures, Site } from "./site.js";
import { isWithin, type Tolerance } from "./tolerance.js";

/**
 * `counts` compares whole runs. `rates` compares per iteration of the innermost loop, or per call of the function where
 * there is no loop, so that it makes no difference how long the script ran; how large the arrays are is left out then,
 * since that follows the length of many scripts.
 */
export type Yardstick = "counts" | "rates";

export interface Change {
  metric: Metric;
  before: number;
  after: number;
}

export interface Comparison {
  by: Yardstick;
  tolerance: Tolerance;
  /** False where one of the two did not follow lifetimes: `needed` and `reusable` mean nothing then. */
  lifetimes: boolean;
}

/** Rises beyond what is tolerated, the one that says most first; empty when it is no worse. */
export function rises(before: Figures, after: Site, comparison: Comparison): Change[] {
  const all =
    comparison.by === "rates" ? risesOfRates(before, after, comparison) : risesOfCounts(before, after, comparison);
  const left = all.filter(
    (change) => !isWithin(change.before, change.after, comparison.tolerance(after.file, change.metric)),
  );
  const tolerated = (metric: Metric): boolean =>
    all.some((change) => change.metric === metric) && !left.some((change) => change.metric === metric);
  if (!tolerated("allocated")) return left;
  // More arrays that are let pass bring more bytes, and more to reuse, with them.
  const larger = after.bytes * before.allocated > before.bytes * after.allocated;
  return left.filter(({ metric }) => metric !== "reusable" && (metric !== "bytes" || larger));
}

/** No worse, and something is less: the baseline is behind. */
export function isImproved(before: Figures, after: Site, comparison: Comparison): boolean {
  const { by, lifetimes } = comparison;
  if (by === "rates" && lengthOf(before, after) !== null) {
    const [old, now] = lengthOf(before, after) ?? [1, 1];
    return after.allocated * old < before.allocated * now && after.allocated < before.allocated;
  }
  return (
    after.allocated < before.allocated || (lifetimes && after.needed < before.needed) || after.bytes < before.bytes
  );
}

function risesOfCounts(before: Figures, after: Figures, { lifetimes }: Comparison): Change[] {
  const found: Change[] = [];
  const add = (metric: Metric, old: number, now: number): void => {
    if (now > old) found.push({ metric, before: old, after: now });
  };
  add("allocated", before.allocated, after.allocated);
  if (lifetimes) {
    add("needed", before.needed, after.needed);
    // With no more made, more can be reused only because less is needed: that is no loss.
    if (after.allocated > before.allocated) {
      add("reusable", before.allocated - before.needed, after.allocated - after.needed);
    }
  }
  add("bytes", before.bytes, after.bytes);
  // A shorter run can hide that each time round makes more.
  if (found.length === 0) found.push(...risesOfRate(before, after));
  return found;
}

function risesOfRates(before: Figures, after: Figures, comparison: Comparison): Change[] {
  const lengths = lengthOf(before, after);
  if (lengths === null) return risesOfCounts(before, after, comparison);
  const [old, now] = lengths;
  const found = risesOfRate(before, after);
  if (comparison.lifetimes && after.needed > before.needed && after.needed * old > before.needed * now) {
    found.push({ metric: "needed", before: before.needed, after: after.needed });
  }
  return found;
}

/** How often the innermost loop, else the function, was entered before and now; null where that cannot be compared. */
function lengthOf(before: Figures, after: Figures): [number, number] | null {
  if (before.iterations !== null && after.iterations !== null) {
    return before.iterations > 0 && after.iterations > 0 ? [before.iterations, after.iterations] : null;
  }
  if (before.iterations !== null || after.iterations !== null) return null;
  if (before.calls === null || after.calls === null) return null;
  return before.calls > 0 && after.calls > 0 ? [before.calls, after.calls] : null;
}

/**
 * What is made once in a run, however long, has a higher rate in a shorter one; and a whole number of arrays cannot
 * follow a rate more closely than by one. Neither is a rise.
 */
function risesOfRate(before: Figures, after: Figures): Change[] {
  const lengths = lengthOf(before, after);
  if (lengths === null) return [];
  const [old, now] = lengths;
  if (old === now || after.allocated === before.allocated) {
    return after.allocated > before.allocated ? [rateChange(before, after, old, now)] : [];
  }
  return after.allocated * old < before.allocated * now + old ? [] : [rateChange(before, after, old, now)];
}

function rateChange(before: Figures, after: Figures, old: number, now: number): Change {
  return {
    metric: before.iterations === null ? "perCall" : "perIteration",
    before: before.allocated / old,
    after: after.allocated / now,
  };
}
