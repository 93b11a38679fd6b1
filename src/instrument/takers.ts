/**
 * Calls of functions that take their arguments themselves. A traced function with a parameter for each argument takes all of them
 * off the list of what is on its way (`arguments.ts`), so nothing need be put there for one. That shows at its first call: the site
 * keeps the function (`runtime/takers.ts`), and what it calls is compared with that.
 *
 * `o.m(a, b)` → `($2=$aT.f(o.m,7)).call(o,a,(($1=$aT.takers[7])===$2||$1!==null&&$aT.takes(7,$2,1)||($aT.h3(a,0),$aT.h9(b,1)),b))`
 */
import type { CallExpression } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import { unparen } from "./syntax.js";
import { textCall } from "./text-compilers.js";

export interface Taker {
  site: string;
  /** Names for what the site knows of its callee, and of the callee. */
  known: string;
  callee: string;
}

/** True where that can be asked: nothing is spread, left out, or handed over as something else. */
export function mayBeTaken(e: Emitter, node: CallExpression): boolean {
  if (e.input.countOnly || node.optional || node.arguments.some(({ type }) => type === "SpreadElement")) return false;
  const callee = unparen(node.callee);
  if (callee.type === "MemberExpression" && (callee.computed || callee.optional)) return false;
  return textCall(e, node) === null && node.arguments.some((argument) => !e.neverArray(unparen(argument)));
}
