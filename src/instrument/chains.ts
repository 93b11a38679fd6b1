/**
 * Optional chains: `a.b?.c(x)` must stop at the first missing link and still be looked into.
 *
 * What stands before the innermost `?.` is taken into a temporary and tested; the rest of the chain is then emitted as
 * if it began with that temporary: `a.b?.c(x)` → `(($1=a.b)==null?void 0:$1.c(x))`.
 */
import type { CallExpression, ChainExpression, MemberExpression, Node } from "@oxc-project/types";
import { passed } from "./arguments.js";
import { callAt, wrapCall } from "./calls.js";
import type { Emitter } from "./emitter.js";
import { quoteAs, quoted } from "./quote.js";
import type { Rope } from "./rope.js";

type Link = MemberExpression | CallExpression;

export function chain(e: Emitter, node: ChainExpression): Rope {
  return segment(e, node.expression);
}

/** The optional link nearest to the chain's root, or null when there is none left. */
function innermost(node: Node): Link | null {
  if (node.type !== "MemberExpression" && node.type !== "CallExpression") return null;
  const below = innermost(node.type === "MemberExpression" ? node.object : node.callee);
  return below ?? (node.optional ? node : null);
}

function segment(e: Emitter, expression: Node): Rope {
  const link = innermost(expression);
  if (link === null) return e.emit(expression);
  if (link.type === "CallExpression") return optionalCall(e, expression, link);
  const temp = e.temp();
  // Emitted once: a chain inside of it is changed by being emitted.
  const whole = e.used(link.object);
  begin(e, link, "object", temp);
  return [`((${temp}=`, whole, ")==null?void 0:", segment(e, expression), ")"];
}

/** Puts a temporary in the place of what stands before `?.`. */
function begin(e: Emitter, link: Link, at: "object" | "callee", temp: string): void {
  const holder = link as unknown as Record<string, Node>;
  const before = holder[at] as Node;
  const name = { type: "Identifier", name: temp, start: before.start, end: before.end } as unknown as Node;
  quoteAs(name, `${quoted(before)}?`);
  e.standIns.add(name);
  holder[at] = name;
  link.optional = false;
}

/** `a.f?.(x)` → `(($1=($2=a).f)==null?void 0:$aT.f($1,7).call($2,x))` */
function optionalCall(e: Emitter, expression: Node, link: CallExpression): Rope {
  const callee = link.callee;
  const temp = e.temp();
  const method = callee.type === "MemberExpression" && callee.object.type !== "Super" ? callee : null;
  const site = e.site("call", callAt(e, link), link);
  e.quote(site, callee);
  let taken: Rope;
  let receiver: string | null = null;
  if (method === null) taken = e.emit(callee);
  else {
    receiver = e.temp();
    const key: Rope = method.computed
      ? [
          e.slice(method.object.end, method.property.start),
          e.emit(method.property),
          e.slice(method.property.end, method.end),
        ]
      : e.slice(method.object.end, method.end);
    taken = [`(${receiver}=`, e.used(method.object), ")", key];
  }
  const target = `${e.probe("f")}(${temp},${site})${receiver === null ? "" : `.call(${receiver}`}`;
  const rope: Rope = [target, passed(e, link, { handed: true, from: callee.end, open: receiver === null ? "(" : "," })];
  e.replace(link, wrapCall(e, site, rope));
  link.optional = false;
  const rest = link === expression ? e.emit(link) : segment(e, expression);
  return [`((${temp}=`, taken, ")==null?void 0:", rest, ")"];
}
