/**
 * `pool`: what is left to say when no single edit above a loop follows from the figures. Few are alive at once, so few,
 * kept outside and handed out in turn, would serve.
 */
import { count } from "../../report/numbers.js";
import type { Advice } from "../../report/report.js";
import { type Facts, quoted, WORTH_A_REWRITE } from "./facts.js";

/** Keeping more than this share for good is no longer "a few". */
const MOST_KEPT = 0.1;

export function few(facts: Facts): Advice | null {
  const { allocated, needed, reusable } = facts;
  if (needed === 0 || reusable < WORTH_A_REWRITE || needed > allocated * MOST_KEPT) return null;
  const serve = `${count(needed)} ${needed === 1 ? "serves" : "serve"} for ${count(allocated)}`;
  return { rule: "pool", text: `${sentence(facts)}: ${serve}`, figures: { allocated, needed, reusable } };
}

function sentence(facts: Facts): string {
  if (!facts.own) return `made inside ${quoted(facts)}; look for a form of it that writes into arrays it is given`;
  switch (facts.kind) {
    case "rest":
      return "a fresh array for every call; name the parameters, or hand one array over";
    case "iteration":
      return "a fresh pair every time round; iterate keys or values where one of them is enough";
    default:
      return `keep ${facts.needed === 1 ? "one" : "a few"} ${outside(facts)} and use ${facts.needed === 1 ? "it" : "them"} in turn`;
  }
}

function outside(facts: Facts): string {
  if (facts.loop !== null) return `above the loop at line ${count(facts.loop.line)}`;
  return facts.functionName === "" ? "up front" : `outside \`${facts.functionName}\``;
}
