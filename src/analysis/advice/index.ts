/**
 * What could be done about an expression's arrays. Every rule looks at the figures alone, speaks only where the advice
 * follows from them, and is silent otherwise; several may speak, the one that helps most first.
 */
import type { Advice, ReportPool } from "../../report/report.js";
import type { Attribution } from "../attribution.js";
import { hoist, swap } from "./buffers-above-loop.js";
import { type Facts, factsOf } from "./facts.js";
import { few } from "./few.js";
import { fuse } from "./fuse.js";
import { inPlace } from "./in-place.js";
import { keep } from "./keep.js";
import { presize } from "./presize.js";
import { sharedPool } from "./shared-pool.js";
import { unused } from "./unused.js";

type Rule = (facts: Facts) => Advice | null;

const RULES: readonly Rule[] = [unused, presize, fuse, inPlace, hoist, swap];

export function advise(attribution: Attribution, pools: readonly ReportPool[]): Advice[] {
  const facts = factsOf(attribution, pools);
  const found = RULES.map((rule) => rule(facts)).filter((advice) => advice !== null);
  // What several lines could share; else, where nothing has been said yet, what is left to say.
  const last = sharedPool(facts) ?? (found.length > 0 ? null : (keep(facts) ?? few(facts)));
  return last === null ? found : [...found, last];
}
