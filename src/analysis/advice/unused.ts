/** `unused`: made, and never read, written or passed on to anything that looked at it. */
import { count } from "../../report/numbers.js";
import type { Advice } from "../../report/report.js";
import type { Facts } from "./facts.js";

/** Below this share the array is used on the usual path, and dropping it would be wrong advice. */
const LEAST_SHARE = 0.5;

export function unused(facts: Facts): Advice | null {
  const { allocated, unused: never } = facts;
  if (never === 0 || never < allocated * LEAST_SHARE) return null;
  return { rule: "unused", text: sentence(allocated, never), figures: { allocated, unused: never } };
}

function sentence(allocated: number, never: number): string {
  if (allocated === 1) return "the array made here is never used: do without it";
  if (never === allocated) return `none of the ${count(allocated)} arrays made here is ever used: do without them`;
  return `${count(never)} of the ${count(allocated)} arrays made here are never used: make them only where they are`;
}
