/** `pool`: several lines make arrays of one size class at different times, so fewer buffers would serve them together. */
import { count } from "../../report/numbers.js";
import type { Advice, ReportPool } from "../../report/report.js";
import { typeLabel } from "../../report/type-label.js";
import { REPLACEABLE } from "./buffers-above-loop.js";
import { type Facts, WORTH_A_REWRITE } from "./facts.js";

const NAMED = 3;

const FEW = 4;

export function sharedPool(facts: Facts): Advice | null {
  const { pool } = facts;
  if (pool === null || pool.lines.length < 2 || !pool.exact || !REPLACEABLE.has(facts.kind)) return null;
  const saved = pool.apart - pool.needed;
  // A line that needs but a few keeps them to itself; neither few nor a small part of many are worth a pool.
  if (facts.needed < FEW || saved < FEW || saved * 2 < pool.apart || pool.allocated - pool.needed < WORTH_A_REWRITE)
    return null;
  return {
    rule: "pool",
    text:
      `a pool of ${count(pool.needed)} ${typeLabel(pool.type, pool.size)} would serve this line and ` +
      `${others(facts, pool)}: they need ${count(pool.apart)} when each keeps its own`,
    figures: { needed: pool.needed, apart: pool.apart, allocated: pool.allocated, lines: pool.lines.length },
  };
}

function others({ file, line }: Facts, pool: ReportPool): string {
  const rest = pool.lines.filter((each) => each.file !== file || each.line !== line);
  const named = rest
    .slice(0, NAMED)
    .map((each) => (each.file === file ? `line ${each.line}` : `${each.file}:${each.line}`));
  const more = rest.length - named.length;
  if (more > 0) return `${named.join(", ")} and ${count(more)} more`;
  return named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${named[named.length - 1]}` : (named[0] ?? "others");
}
