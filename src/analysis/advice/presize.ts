/**
 * `presize`: an array that grows by being copied into a longer one, again and again: the work is quadratic.
 *
 *     list = [...list, x]    →    list.push(x)
 */
import { count } from "../../report/numbers.js";
import type { Advice } from "../../report/report.js";
import { type Facts, WORTH_A_REWRITE } from "./facts.js";

/** Arrays that stay shorter than this on average are copied in no time. */
const LEAST_LENGTH = 4;

export function presize(facts: Facts): Advice | null {
  const { allocated, bytes, grows, own } = facts;
  if (grows === null || !own || allocated < WORTH_A_REWRITE) return null;
  const lists = facts.types.every(({ type }) => type === "Array");
  // An element of an `Array` counts as 8 bytes.
  const copied = lists ? Math.round(bytes / 8) : bytes;
  if (copied < allocated * LEAST_LENGTH) return null;
  const what = lists ? "elements" : "bytes";
  const instead = lists
    ? "push onto one array, or make it once with the length it ends with"
    : "keep the parts in a list and join them once";
  return {
    rule: "presize",
    text: `\`${grows}\` grows by copying: ${count(copied)} ${what} were copied into ${count(allocated)} arrays; ${instead}`,
    figures: { allocated, copied },
  };
}
