/**
 * Keeping the breadcrumb true where no call of the user's own leaves one.
 *
 * The user's calls leave it and take it up again (`$aT.k`, `$aT.c`). That misses: exceptions, which end calls without
 * coming back; code that goes on later (`await`, promises' and timers' callbacks); and what an operator, a property or a
 * loop runs (getters, `valueOf`, iterators, traps of proxies), where the user's line is no call at all.
 */
import type { AwaitExpression, CallExpression, Node, ObjectExpression, YieldExpression } from "@oxc-project/types";
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
  const marked = e.implicit.has(node) || node.generator === true;
  if (!marked || e.own || node.body === null || !mayAllocate(node.body)) return false;
  // In a block of its own a function declaration may clash with what the body lets stand beside it.
  return node.body.type !== "BlockStatement" || !node.body.body.some((part) => part.type === "FunctionDeclaration");
}

/**
 * `{ … }` → `{$1=$aT.E();try{ … }finally{$aT.Z($1)}}`. Whose line it is shows in the stack, and is asked for when
 * something is made (`runtime/births.ts`).
 */
export function entered(e: Emitter, around: string, body: Rope): Rope {
  return [`${around}=${e.probe("E")}();try{`, body, `}finally{${e.probe("Z")}(${around})}`];
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

/** Natives that call back later, from a queue. */
const LATER = new Set([
  "then",
  "catch",
  "finally",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "nextTick",
]);

/** `p.then((x) => …)` → `p.then((($1)=>(x) => {$aT.Z($1); …})($aT.D()))` for a callback that stands in the call. */
export function callsLater(e: Emitter, node: CallExpression): boolean {
  if (e.own) return false;
  const callee = unparen(node.callee);
  if (callee.type === "Identifier") return LATER.has(callee.name);
  return (
    callee.type === "MemberExpression" &&
    !callee.computed &&
    callee.property.type === "Identifier" &&
    LATER.has(callee.property.name)
  );
}

/** The callback, with the breadcrumb in its hands. */
export function calledLater(e: Emitter, callback: Node): Rope {
  const crumb = e.fresh();
  e.later.set(unparen(callback), crumb);
  return [`((${crumb})=>`, e.emit(callback), `)(${e.probe("D")}())`];
}
