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
import { removed } from "./members.js";
import { unnamed } from "./naming.js";
import { quoteAs, quoted } from "./quote.js";
import type { Rope } from "./rope.js";
import { unparen } from "./syntax.js";

type Link = MemberExpression | CallExpression;

/** What is done with the end of a chain, and what stands for it where a link is missing. */
interface Ending {
  none: string;
  emit(expression: Node): Rope;
}

export function chain(e: Emitter, node: ChainExpression): Rope {
  return segment(e, node.expression, { none: "void 0", emit: (expression) => e.emit(expression) });
}

/** `delete a?.b.c` → `(($1=a)==null?true:delete $1.b.c)` */
export function chainRemoved(e: Emitter, node: ChainExpression): Rope {
  return segment(e, node.expression, {
    none: "true",
    emit: (expression) =>
      expression.type === "MemberExpression" ? removed(e, expression) : ["delete ", e.emit(expression)],
  });
}

/** The chain's value, with what it was read from in `receiver`: `(a?.b).c` → `(($1=a)==null?void 0:($2=$1.b).c)` */
function withReceiver(e: Emitter, node: ChainExpression, receiver: string): Rope {
  return segment(e, node.expression, {
    none: "void 0",
    emit: (expression) =>
      expression.type === "MemberExpression" && expression.object.type !== "Super"
        ? taken(e, expression, receiver)
        : [`(${receiver}=this,`, e.emit(expression), ")"],
  });
}

function taken(e: Emitter, method: MemberExpression, receiver: string): Rope {
  const key = method.computed ? e.emit(method.property) : e.slice(method.property.start, method.property.end);
  const base = [`(${receiver}=`, unnamed(method.object, e.used(method.object)), ")"];
  const value = [base, e.link(method), key, e.slice(method.property.end, method.end)];
  // Where turning the key into a text may run code, the object is read after that.
  if (!method.computed || e.input.countOnly || e.isPrimitive(method.property)) return value;
  return [`${e.copy("w", receiver)}(`, value, `,${receiver})`];
}

/** A call of what parentheses hold keeps its receiver: `(a?.b.c)(x)` → `$aT.f((($1=a)==null?void 0:($2=$1.b).c),7).call($2,x)` */
export function chainCall(e: Emitter, node: CallExpression, callee: ChainExpression): Rope {
  const site = e.site("call", callAt(e, node), node);
  e.quote(site, callee);
  const receiver = e.temp();
  const { start, end } = node.callee;
  const value = [e.slice(start, callee.start), withReceiver(e, callee, receiver), e.slice(callee.end, end)];
  const rope: Rope = [`${e.probe("f")}(`, value, `,${site}).call(${receiver}`];
  return wrapCall(e, site, [rope, passed(e, node, { handed: true, from: end, open: "," })]);
}

/** The optional link nearest to the chain's root, or null when there is none left. */
function innermost(node: Node): Link | null {
  if (node.type !== "MemberExpression" && node.type !== "CallExpression") return null;
  const below = innermost(node.type === "MemberExpression" ? node.object : node.callee);
  return below ?? (node.optional ? node : null);
}

function segment(e: Emitter, expression: Node, ending: Ending): Rope {
  const link = innermost(expression);
  if (link === null) return ending.emit(expression);
  if (link.type === "CallExpression") return optionalCall(e, expression, link, ending);
  const temp = e.temp();
  // Emitted once: a chain inside of it is changed by being emitted.
  const whole = unnamed(link.object, e.used(link.object));
  begin(e, link, "object", temp);
  return [`((${temp}=`, whole, `)==null?${ending.none}:`, segment(e, expression, ending), ")"];
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
function optionalCall(e: Emitter, expression: Node, link: CallExpression, ending: Ending): Rope {
  const callee = link.callee;
  const inner = unparen(callee);
  const temp = e.temp();
  const method = inner.type === "MemberExpression" && inner.object.type !== "Super" ? inner : null;
  const site = e.site("call", callAt(e, link), link);
  e.quote(site, callee);
  let value: Rope;
  let receiver: string | null = null;
  if (method !== null) {
    receiver = e.temp();
    value = taken(e, method, receiver);
  } else if (inner.type === "ChainExpression" && inner.expression.type === "MemberExpression") {
    receiver = e.temp();
    value = withReceiver(e, inner, receiver);
  } else value = unnamed(callee, e.emit(callee));
  const target = `${e.probe("f")}(${temp},${site})${receiver === null ? "" : `.call(${receiver}`}`;
  const rope: Rope = [target, passed(e, link, { handed: true, from: callee.end, open: receiver === null ? "(" : "," })];
  e.replace(link, wrapCall(e, site, rope));
  link.optional = false;
  const rest = link === expression ? ending.emit(link) : segment(e, expression, ending);
  return [`((${temp}=`, value, `)==null?${ending.none}:`, rest, ")"];
}
