/**
 * `in-place`: the operand dies in the very operation that makes a result of its size class (numpy's temporary elision).
 *
 *     v = v.scale(0.5)    →    v.scaleInPlace(0.5)
 */
import { count } from "../../report/numbers.js";
import type { Advice } from "../../report/report.js";
import { type Facts, quoted, WORTH_A_REWRITE } from "./facts.js";

/** The share of results that must have had a dying operand; the first round of a loop often has none. */
const LEAST_SHARE = 0.9;

/** Each element of the result takes several of the operand's: they cannot be written over one by one. */
const SEVERAL =
  /^(?:mmul|mat[mM]ul|multiply|kron|transpose|inv|invert|inverse|pinverse|cross|conv|convolve|einsum|tensordot)$/;

export function inPlace(facts: Facts): Advice | null {
  const { allocated, reusable } = facts;
  const { made, inPlace: over } = facts.results;
  if (SEVERAL.test(facts.operation)) return null;
  if (over < WORTH_A_REWRITE || over < made * LEAST_SHARE) return null;
  const times = over === made ? `all ${count(made)} times` : `${count(over)} of ${count(made)} times`;
  return {
    rule: "in-place",
    text: `write the result of ${quoted(facts)} over its operand: ${times}, that was the operand's last use`,
    figures: { allocated, inPlace: over, reusable },
  };
}
