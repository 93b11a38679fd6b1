/**
 * What could be done about an expression's arrays. Every rule looks at the figures alone, speaks only where the advice
 * follows from them, and is silent otherwise; several may speak, the one that helps most first.
 */
import type { Advice } from "../../report/report.js";
import type { Attribution } from "../attribution.js";
import { hoist, swap } from "./buffers-above-loop.js";
import { type Facts, factsOf } from "./facts.js";
import { few } from "./few.js";
import { inPlace } from "./in-place.js";
import { keep } from "./keep.js";
import { unused } from "./unused.js";

type Rule = (facts: Facts) => Advice | null;

const RULES: readonly Rule[] = [unused, inPlace, hoist, swap, keep];

export function advise(attribution: Attribution): Advice[] {
  const facts = factsOf(attribution);
  const found = RULES.map((rule) => rule(facts)).filter((advice) => advice !== null);
  if (found.length > 0) return found;
  const last = few(facts);
  return last === null ? [] : [last];
}
