/**
 * Keeping the breadcrumb true where no call of the user's own leaves one.
 *
 * The user's calls leave it and take it up again (`$aT.k`, `$aT.c`). That misses: exceptions, which end calls without
 * coming back; code that goes on later (`await`, promises' and timers' callbacks); and what an operator, a property or a
 * loop runs (getters, `valueOf`, iterators, traps of proxies), where the user's line is no call at all.
 */
import type {
  ArrowFunctionExpression,
  AwaitExpression,
  CallExpression,
  Function as FunctionNode,
  Node,
  ObjectExpression,
  YieldExpression,
} from "@oxc-project/types";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";
import { isFunction, keyName, unparen } from "./syntax.js";

/**
 * `try { … } catch { … } finally { … }` → `$1=$aT.D();try { … } catch {$aT.Z($1); … } finally {$aT.Z($1); … }`: an
 * exception leaves calls without taking up what they were made in. The text goes behind the clauses' braces.
 */
export function restoredBlame(e: Emitter, finalizer: Node | null): string {
  const around = e.temp();
  const restore = `${e.probe("Z")}(${around})`;
  if (finalizer !== null) e.afterBrace.set(finalizer, `${restore};`);
  e.heads.push(`${around}=${e.probe("D")}()`);
  return restore;
}

/** `await x` → `$aT.J(7,$aT.D(),await x)`: the function goes on for whom it was called by. */
export function awaitedLater(e: Emitter, site: string, node: AwaitExpression): Rope {
  return [`${e.probe("J")}(${site},${e.probe("D")}(),`, e.inside(node), ")"];
}

/** Functions that are called without a call: by operators, natives, loops and property reads. */
const IMPLICIT_NAMES = new Set(["valueOf", "toString", "toJSON", "next"]);

/** `[Symbol.iterator]`, `[Symbol.toPrimitive]` … */
function isSymbol(key: Node): boolean {
  return (
    key.type === "MemberExpression" && !key.computed && key.object.type === "Identifier" && key.object.name === "Symbol"
  );
}

/** A method or property of a dependency's (or of an array class's) that is called without a call. */
export function isImplicitKey(key: Node, computed: boolean): boolean {
  return computed ? isSymbol(key) : IMPLICIT_NAMES.has(keyName(key));
}

/** The place that a function is assigned to: `Vec.prototype.valueOf = function …`. */
export function isImplicitPlace(place: Node): boolean {
  return place.type === "MemberExpression" && isImplicitKey(place.property, place.computed);
}

const DESCRIPTOR_KEYS = new Set(["enumerable", "configurable", "key"]);
const TRAPS = new Set([
  "get",
  "set",
  "has",
  "deleteProperty",
  "ownKeys",
  "getOwnPropertyDescriptor",
  "defineProperty",
  "getPrototypeOf",
  "apply",
  "construct",
]);

/** Marks the functions of an object literal that a property read or a proxy calls: a descriptor's, a handler's. */
export function markLiteral(e: Emitter, node: ObjectExpression): void {
  if (e.own) return;
  const names = node.properties.map((part) => (part.type === "Property" && !part.computed ? keyName(part.key) : ""));
  const accessors = names.includes("get") || names.includes("set");
  const descriptor = accessors && (e.descriptors.has(node) || names.some((name) => DESCRIPTOR_KEYS.has(name)));
  const handler = e.handlers.has(node);
  node.properties.forEach((part, i) => {
    if (part.type !== "Property" || !isFunction(part.value)) return;
    const name = names[i] as string;
    const called =
      part.kind !== "init" ||
      isImplicitKey(part.key, part.computed) ||
      (descriptor && (name === "get" || name === "set")) ||
      (handler && TRAPS.has(name));
    if (called) e.implicit.add(part.value);
  });
}

/** `Object.defineProperty(o, "x", {…})` and `new Proxy(o, {…})`: what the literal is for. */
export function markArguments(e: Emitter, callee: Node, args: readonly Node[]): void {
  if (e.own) return;
  const last = args[args.length - 1];
  if (callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier") {
    if (callee.property.name === "defineProperty" && last?.type === "ObjectExpression") e.descriptors.add(last);
    if (callee.property.name === "defineProperties" && last?.type === "ObjectExpression")
      for (const part of last.properties)
        if (part.type === "Property" && part.value.type === "ObjectExpression") e.descriptors.add(part.value);
  }
  if (callee.type === "Identifier" && callee.name === "Proxy" && args[1] !== undefined) e.handlers.add(args[1]);
}

/** `const handler = {…}` of a `new Proxy(o, handler)` somewhere in the file. */
export function markHandler(e: Emitter, name: string, init: Node | null): void {
  if (!e.own && init?.type === "ObjectExpression" && e.handlerNames.has(name)) e.handlers.add(init);
}

/** Names that are handed to `new Proxy` as handlers; a name too many costs a little time. */
export function handlerNames(source: string): Set<string> {
  if (!source.includes("new Proxy")) return new Set();
  return new Set([...source.matchAll(/\bnew\s+Proxy\s*\([^()]*,\s*([\w$]+)\s*\)/g)].map(([, name]) => name ?? ""));
}

/** True when the body is to find out whose line it was called from, if it makes anything. */
export function entersImplicitly(e: Emitter, node: Node & { generator?: boolean; body: Node | null }): boolean {
  if (e.own || node.body === null) return false;
  const marked = (e.implicit.has(node) || node.generator === true) && mayAllocate(node.body);
  if (!marked && !e.unsure.has(node)) return false;
  // In a block of its own a function declaration may clash with what the body lets stand beside it.
  return node.body.type !== "BlockStatement" || !node.body.body.some((part) => part.type === "FunctionDeclaration");
}

/**
 * `{ … }` → `{$1=$aT.E();try{ … }finally{$aT.Z($1)}}`. Whose line it is shows in the stack, and is asked for when
 * something is made (`runtime/births.ts`).
 */
export function entered(e: Emitter, around: string, body: Rope, crumb = ""): Rope {
  return [`${around}=${e.probe("E")}(${crumb});try{`, body, `}finally{${e.probe("Z")}(${around})}`];
}

/** `yield x` → `$aT.Q(yield $aT.Z($1,x),$1=$aT.E())`: from one step of a generator to the next anybody may run. */
export function yielded(e: Emitter, node: YieldExpression, value: Rope): Rope {
  const { around } = e.frame;
  if (around === null) return value;
  const argument = node.argument === null ? "" : value;
  const from = node.argument === null ? node.end : node.argument.start;
  const lead = e.slice(node.start, from);
  const restored: Rope =
    node.argument === null ? ` ${e.probe("Z")}(${around})` : [`${e.probe("Z")}(${around},`, argument, ")"];
  return [`${e.probe("Q")}(`, lead, restored, `,${around}=${e.probe("E")}())`];
}

/** Natives that call back later, from a queue, and how many of their first arguments they call. */
const LATER = new Map([
  ["then", 2],
  ["catch", 1],
  ["finally", 1],
  ["setTimeout", 1],
  ["setInterval", 1],
  ["setImmediate", 1],
  ["queueMicrotask", 1],
  ["nextTick", 1],
]);

/** What may call back now or later. */
const EMITTERS = new Set(["on", "once", "addListener", "prependListener", "prependOnceListener", "addEventListener"]);

function calledName(node: CallExpression): string {
  const callee = unparen(node.callee);
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return "";
  return callee.property.name;
}

/** How many of the call's first arguments a queue calls. */
export function calledByQueue(node: CallExpression): number {
  return LATER.get(calledName(node)) ?? 0;
}

/** `p.then((x) => …)` → `p.then((($1)=>(x) => {$aT.Z($1); …})($aT.D()))` for a callback that stands in the call. */
export function calledLater(e: Emitter, callback: Node): Rope {
  const crumb = e.fresh();
  e.later.set(unparen(callback), crumb);
  return [`((${crumb})=>`, e.emit(callback), `)(${e.probe("D")}())`];
}

/**
 * `addon.run(x, (error, y) => …)` → `addon.run(x, (($2)=>(error, y) => {$1=$aT.E($2);try{ … }finally{$aT.Z($1)}})($aT.D()))`:
 * nobody knows whether it is called now, by somebody else's call, or from a queue. The stack tells; where no line of the
 * user's is on it, it is for whom the callback was handed over.
 */
export function mayBeCalledLater(e: Emitter, node: Node, callback: Node): boolean {
  if (e.own || node.type !== "CallExpression") return false;
  if (EMITTERS.has(calledName(node))) return true;
  const { params } = unparen(callback) as FunctionNode | ArrowFunctionExpression;
  return params.length > 1 && params[0]?.type === "Identifier" && /^_?err(or)?$/.test(params[0].name);
}

export function perhapsLater(e: Emitter, callback: Node): Rope {
  e.unsure.add(unparen(callback));
  return calledLater(e, callback);
}

/** Not written where it is handed over. */
export function mayBeFunction(node: Node): boolean {
  const { type } = unparen(node);
  return type === "Identifier" || type === "MemberExpression" || type === "CallExpression";
}

/** A queue is handed functions that stand elsewhere. */
export function queuesValue(e: Emitter, node: CallExpression): boolean {
  return !e.own && node.arguments.slice(0, calledByQueue(node)).some(mayBeFunction);
}

/**
 * `p.then(this.f)` → `p.then($aT.queued(p,"then",this.f))`: a function that stands elsewhere takes the breadcrumb with it, if
 * it is Node's own queue that gets it.
 */
export function queued(e: Emitter, node: CallExpression, value: Rope, receiver: string): Rope {
  return [`${e.probe("queued")}(${receiver},"${calledName(node)}",`, value, ")"];
}
