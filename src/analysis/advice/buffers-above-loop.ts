/** `hoist` and `swap`: a few buffers that outlive the iteration serve for all that are made in it. */
import { count } from "../../report/numbers.js";
import type { Advice } from "../../report/report.js";
import type { SiteKind } from "../../trace/format.js";
import { type Facts, oneOf, quoted, WORTH_A_REWRITE } from "./facts.js";

/** Arrays that the program writes down itself; a rest parameter or an iterator's pair has no place to be reused in. */
export const REPLACEABLE: ReadonlySet<SiteKind> = new Set<SiteKind>(["literal", "new", "call", "spread"]);

/** With more size classes than this, "one of each" is no longer an edit that a person would make. */
const MOST_SIZE_CLASSES = 4;

/**
 * Every array is finished with by the time the next iteration makes its own.
 *
 *     for (…) a.iadd(b.mul(i))    →    const scratch = zeros(3, 3); for (…) a.iadd(b.mulInto(scratch, i))
 */
export function hoist(facts: Facts): Advice | null {
  if (!worthBuffers(facts)) return null;
  const atOnce = Math.max(1, Math.floor(perIteration(facts) ?? 1)) * facts.threads;
  if (facts.types.length > MOST_SIZE_CLASSES || facts.types.some((type) => type.needed > atOnce)) return null;
  return {
    rule: "hoist",
    text: `${make(facts)} ${where(facts)} and ${reuse(facts)}: ${serves(facts)}`,
    figures: figures(facts),
  };
}

/**
 * Each array is still read while the next one is made, and no longer.
 *
 *     for (…) state = step(state)    →    let state = zeros(n), next = zeros(n); for (…) { stepInto(next, state); [state, next] = [next, state]; }
 */
export function swap(facts: Facts): Advice | null {
  if (!worthBuffers(facts) || facts.loop === null || facts.types.length !== 1) return null;
  if (facts.needed !== 2 * facts.threads || (perIteration(facts) ?? 0) > 1) return null;
  const each = facts.threads > 1 ? " on each thread" : "";
  return {
    rule: "swap",
    text:
      `make two ${oneOf(facts)}s above the loop at line ${facts.loop.line}${each} and use them in turn, ` +
      `one to read and one to write: ${serves(facts)}`,
    figures: figures(facts),
  };
}

function worthBuffers(facts: Facts): boolean {
  if (!REPLACEABLE.has(facts.kind) || facts.needed === 0) return false;
  if (facts.reusable < WORTH_A_REWRITE || facts.reusable < facts.allocated / 2) return false;
  if (facts.own) return true;
  // One call that makes many arrays makes them in loops of its own, out of the caller's reach.
  const each = perIteration(facts);
  if (each !== null) return each <= 1;
  return facts.functionName !== "" && facts.types.length === 1 && facts.needed === facts.threads;
}

function perIteration(facts: Facts): number | null {
  if (facts.loop === null || facts.loop.iterations === 0) return null;
  return facts.allocated / facts.loop.iterations;
}

function make(facts: Facts): string {
  const each = facts.needed / facts.threads;
  if (facts.types.length > 1) {
    const number = each > facts.types.length ? `${count(Math.ceil(each))} arrays, enough` : "one array";
    return `make ${number} for each of the ${count(facts.types.length)} size classes`;
  }
  return each > 1 ? `make ${count(Math.ceil(each))} ${oneOf(facts)}s` : `make one ${oneOf(facts)}`;
}

function where(facts: Facts): string {
  const each = facts.threads > 1 ? " on each thread" : "";
  if (facts.loop !== null) return `above the loop at line ${count(facts.loop.line)}${each}`;
  return (facts.functionName === "" ? "up front" : `outside \`${facts.functionName}\``) + each;
}

function reuse(facts: Facts): string {
  const them = facts.needed > 1 ? "them" : "it";
  if (facts.kind === "call" || !facts.own) return `write the result of ${quoted(facts)} into ${them}`;
  return `reuse ${them}`;
}

function serves(facts: Facts): string {
  return `${count(facts.needed)} ${facts.needed === 1 ? "serves" : "serve"} for ${count(facts.allocated)}`;
}

function figures(facts: Facts): Record<string, number> {
  const { allocated, needed, reusable } = facts;
  if (facts.loop === null) return { allocated, needed, reusable };
  return { allocated, needed, reusable, loopLine: facts.loop.line, iterations: facts.loop.iterations };
}
