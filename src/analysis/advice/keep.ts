/** `keep`: nothing to do. Said in words, since a reader who looks at a line wants to know that it was looked at. */
import { count } from "../../report/numbers.js";
import type { Advice } from "../../report/report.js";
import type { Facts } from "./facts.js";

export function keep(facts: Facts): Advice | null {
  const { allocated, needed, unused } = facts;
  if (needed !== allocated || unused === allocated) return null;
  return { rule: "keep", text: sentence(facts), figures: { allocated, needed } };
}

function sentence({ allocated, exact, types }: Facts): string {
  if (!exact) return "nothing is known to be reusable: this figure is a bound";
  if (allocated === 1) return "nothing to do: the one array made here is needed";
  if (types.length > 1)
    return `nothing to do: no two of one size are apart in time, so all ${count(allocated)} are needed`;
  return `nothing to do: all ${count(allocated)} are needed at once`;
}
