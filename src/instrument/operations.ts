/**
 * Calls that do arithmetic on the user's own lines: `b.mul(i)` →
 * `$aT.A(7,$aT.C[0],$aT.c(7,$aT.k(7),b.mul(i)),b)`, with the clock before the call, and the receiver and the arguments
 * that may be arrays behind it. What arrays do not come into is no operation; that shows when the call is over.
 */
import type { CallExpression } from "@oxc-project/types";
import { isOperation } from "../trace/arithmetic.js";
import { BASE, type Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";
import { unparen } from "./syntax.js";

/** As many operands as `$aT.A` takes. */
const OPERANDS = 3;

/** The callee as the report names it, or null where the call is no arithmetic of the user's own. */
export function operationName(e: Emitter, node: CallExpression): string | null {
  if (!e.own) return null;
  const callee = unparen(node.callee);
  if (callee.type === "Identifier") return isOperation(callee.name) ? callee.name : null;
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return null;
  const { name } = callee.property;
  if (!isOperation(name)) return null;
  return callee.object.type === "Identifier" ? `${callee.object.name}.${name}` : `.${name}`;
}

/** `kept` are the names that hold the arguments after the call. */
export function operation(
  e: Emitter,
  site: string,
  name: string,
  call: Rope,
  receiver: string,
  kept: readonly string[],
): Rope {
  const entry = e.sites.sites[Number(site.slice(BASE.length + 1))];
  if (entry !== undefined) entry.operation = name;
  const operands = kept.slice(0, OPERANDS).map((text) => `,${text}`);
  return [
    `${e.copy("A", name + site)}(${site},${e.probe("C")}[0],`,
    call,
    `,${receiver === "0" ? "void 0" : receiver}`,
    operands,
    ")",
  ];
}
