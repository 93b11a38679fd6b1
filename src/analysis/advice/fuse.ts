/**
 * `fuse`: made, gone over once by what stands around it, and dropped.
 *
 *     xs.map(f).filter(g)    →    for (const x of xs) { const y = f(x); if (g(y)) out.push(y); }
 */
import { count } from "../../report/numbers.js";
import type { Advice } from "../../report/report.js";
import { type Facts, quoted, WORTH_A_REWRITE } from "./facts.js";

export function fuse(facts: Facts): Advice | null {
  const { allocated, escaped, bytes, reusable, reader, own } = facts;
  if (reader === null || !own || escaped > 0 || allocated < WORTH_A_REWRITE) return null;
  const by = reader.startsWith(".") ? `by \`${reader}\`` : reader === "…" ? "by a spread" : "by the loop";
  return {
    rule: "fuse",
    text: `${quoted(facts)} is gone over once ${by} and dropped: do both in one pass, and none of the ${count(allocated)} is made`,
    figures: { allocated, bytes, reusable },
  };
}
