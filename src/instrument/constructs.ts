/** `new` and `await`: what they give is looked at, too. */
import type { AwaitExpression, NewExpression, Node } from "@oxc-project/types";
import { awaitedLater } from "./blame.js";
import { NO_CRUMB, plainCall } from "./calls.js";
import { textLiteral } from "./checked.js";
import type { Emitter } from "./emitter.js";
import { head, led } from "./leads.js";
import { quoted } from "./quote.js";
import { isPlain, type Rope } from "./rope.js";
import { unparen } from "./syntax.js";
import { gives, textCall } from "./text-compilers.js";

/**
 * `new X(y)` → `$aT.n(7,$aT.k(7),new X(y))`. The callee keeps its text: another `new` or a call in it would take our
 * parentheses for its own.
 */
export function construct(e: Emitter, node: NewExpression): Rope {
  const parenthesized = node.callee.type === "ParenthesizedExpression";
  const compiler = parenthesized && gives(e, node.callee) && textCall(e, node) === null ? e.temp() : undefined;
  const target = named(e, node, constructed(e, node.callee, compiler));
  const callee = [e.slice(node.start, node.callee.start), target];
  const site = e.site("new", node.start, node);
  const crumb = e.own ? `${e.probe("k")}(${site})` : NO_CRUMB;
  const isProxy = node.callee.type === "Identifier" && node.callee.name === "Proxy";
  const kept: string[] = [];
  const options = { ...(compiler === undefined ? {} : { compiler }), ...(isProxy ? { kept } : {}) };
  const made: Rope = [
    `${e.copy("n", e.source.slice(node.callee.start, node.callee.end))}(${site},${crumb},`,
    plainCall(e, node, callee, true, options),
    ")",
  ];
  // A constructor may give its instance out behind a proxy: the storage is the instance's.
  const whole = led(e, node, made);
  return kept[0] === undefined ? whole : [`${e.probe("M")}(`, made, `,${kept[0]})`];
}

/** The name as text of ours, where its place is the statement's. */
function named(e: Emitter, node: NewExpression, target: Rope): Rope {
  const name = head(node.callee);
  if (name === null || !e.leads.has(node) || !isPlain(target)) return target;
  return [e.slice(node.callee.start, name.start), led(e, node, name.name), e.slice(name.end, node.callee.end)];
}

/** `(f())` → `($aT.K(f(),"f(...)"))`: V8 quotes what is no constructor. */
function constructed(e: Emitter, callee: Node, held?: string): Rope {
  const inner = unparen(callee);
  if (held !== undefined) return [`(${held}=${e.probe("K")}(`, e.emit(callee), `,${textLiteral(quoted(inner))}))`];
  if (inner.type === "ClassExpression" || inner.type === "FunctionExpression") return e.emit(callee);
  if (callee.type !== "ParenthesizedExpression" || isPath(inner)) return e.slice(callee.start, callee.end);
  const text = quoted(inner);
  return [`(${e.probe("K")}(`, e.emit(callee), `,${textLiteral(text)}))`];
}

/** Names and dots alone. */
function isPath(node: Node): boolean {
  return node.type === "MemberExpression" ? !node.computed && isPath(node.object) : node.type === "Identifier";
}

/**
 * `await x` → `$aT.resumes(7,-1,await x)`: what a native promise brings was made by a native.
 * `f(await x)` → `f($aT.resumes(7,$aT.D(),await x))`: the call has left its breadcrumb already.
 */
export function awaited(e: Emitter, node: AwaitExpression): Rope {
  const site = e.site("await", node.start, node);
  const blame = e.calls === 0 ? "-1" : `${e.probe("D")}()`;
  return e.own ? [`${e.probe("resumes")}(${site},${blame},`, e.inside(node), ")"] : awaitedLater(e, site, node);
}
