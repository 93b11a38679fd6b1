/** Calls, `new` and `await`: what comes back is looked at, because a native may just have made it. */
import type { AwaitExpression, CallExpression, MemberExpression, NewExpression, Node } from "@oxc-project/types";
import { openingParen, passed } from "./arguments.js";
import { awaitedLater, queuesValue } from "./blame.js";
import { textLiteral } from "./checked.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { definesExport } from "./export-definition.js";
import { knownFunction, returnsWhatWasSeen } from "./known-functions.js";
import { unnamed } from "./naming.js";
import {
  COLLECTION_METHODS,
  FUNCTIONS,
  GLOBALS,
  METHODS,
  type NativeCall,
  POSTING,
  PURE_METHODS,
  PURE_NAMESPACES,
  RUNS_CODE,
  Take,
} from "./natives.js";
import { operation, operationName } from "./operations.js";
import { quoted } from "./quote.js";
import { isPlain, type Rope } from "./rope.js";
import { isFunction, unparen } from "./syntax.js";
import { gives, textCall } from "./text-compilers.js";

/** In a dependency's code no breadcrumb is left: `prev` is this. */
const NO_CRUMB = "-2";

/** `f(x)` → `$aT.c(7,$aT.k(7),f(x))` in the user's code, `$aT.d(7,f(x))` in a dependency's. */
export function wrapCall(e: Emitter, site: string, rope: Rope): Rope {
  if (!e.own) return [`${e.probe("d")}(${site},`, rope, ")"];
  return [`${e.probe("c")}(${site},${e.probe("k")}(${site}),`, rope, ")"];
}

/** `x.map(f)` → `$aT.r(7,$aT.k(7),x.map(f),x,0,0)`: with what a native of that name does to receiver and arguments. */
export function wrapNative(
  e: Emitter,
  site: string,
  rope: Rope,
  receiver: string,
  native: NativeCall,
  id: string | null,
  running = false,
): Rope {
  const crumb = e.own ? `${e.probe("k")}(${site})` : NO_CRUMB;
  const inside = native.step ? 3 : native.whole ? 2 : native.nested ? 1 : 0;
  const flags = `${native.take},${inside + (running ? 4 : 0) + (native.shallow ? 8 : 0)}`;
  if (id === null) return [`${e.probe("r")}(${site},${crumb},`, rope, `,${receiver},${flags})`];
  return [`${e.probe("m")}(${site},${crumb},`, rope, `,${receiver},${flags},${id})`];
}

export function call(e: Emitter, node: CallExpression): Rope {
  if (definesExport(node)) return e.slice(node.start, node.end);
  const callee = unparen(node.callee);
  if (callee.type === "MemberExpression" && callee.object.type !== "Super" && node.callee.type === "MemberExpression") {
    return methodCall(e, node, callee);
  }
  const site = () => e.site("call", callAt(e, node), node);
  if (callee.type === "Identifier") {
    const native = e.binding(callee.name) === null ? GLOBALS.get(callee.name) : undefined;
    if (
      callee.name === "String" &&
      native !== undefined &&
      node.arguments.length === 1 &&
      node.arguments[0]?.type !== "SpreadElement"
    ) {
      const argument = node.arguments[0] as Node;
      return [e.slice(node.start, argument.start), e.asText(argument), e.slice(argument.end, node.end)];
    }
    const named = native === undefined ? operationName(e, node) : null;
    const traced = native === undefined ? knownFunction(e, node) : null;
    const known = traced !== null;
    const kept: string[] = [];
    const isDeep = native?.take === Take.Deep;
    const more = { receiver: callee.name, ...(named === null && !isDeep ? {} : { kept, objects: isDeep }) };
    const call = plainCall(e, node, e.slice(node.start, node.callee.end), !known, more);
    if (traced !== null && named === null) {
      return returnsWhatWasSeen(e, traced) ? call : [`${e.probe(e.own ? "v" : "V")}(${site()},`, call, ")"];
    }
    const rope = isDeep ? readDeeply(e, call, kept) : call;
    if (native !== undefined && !native.nested && callee.name !== "Array") return rope;
    if (native !== undefined) return wrapNative(e, site(), rope, "0", native, null);
    const at = site();
    const whole = known ? rope : wrapCall(e, at, rope);
    return named === null ? whole : operation(e, at, named, whole, "0", kept);
  }
  if (callee.type === "Super" || callee.type === "MemberExpression") {
    const rope = plainCall(e, node, e.slice(node.start, node.callee.end), true);
    const name =
      callee.type === "MemberExpression" && !callee.computed && "name" in callee.property ? callee.property.name : "";
    const native = METHODS.get(name);
    if (native === undefined) return wrapCall(e, site(), rope);
    const running = runsCode(e, node, name);
    const noted = running ? [`(${e.probe("U")}(this),`, rope, ")"] : rope;
    return wrapNative(e, site(), noted, "this", native, null, running);
  }
  const target = e.emit(node.callee);
  const at = site();
  if (!isPlain(target)) e.quote(at, node.callee);
  const rope = isPlain(target) ? target : [`${e.probe("f")}(`, target, `,${at})`];
  return wrapCall(e, at, plainCall(e, node, rope, true));
}

/**
 * Where V8's stack trace puts a call: at the callee's name when its last token is one, else at the `(` (V8,
 * `ParserBase::ParseLeftHandSideContinuation` in src/parsing/parser-base.h).
 */
export function callAt(e: Emitter, node: CallExpression): number {
  const { callee } = node;
  if (callee.type === "MemberExpression" && !callee.computed) return callee.property.start;
  if (callee.type === "Identifier" || callee.type === "Super") return callee.start;
  return openingParen(e.source, node.typeArguments ? node.typeArguments.end : callee.end);
}

/** Callee as it is, then the arguments. */
function plainCall(
  e: Emitter,
  node: CallExpression | NewExpression,
  callee: Rope,
  handed: boolean,
  more: { kept?: string[]; compiler?: string; receiver?: string } = {},
): Rope {
  return [callee, passed(e, node, { handed, from: node.callee.end, open: null, ...more })];
}

/** Name of a method, or null where it is computed. `x[Symbol.iterator]()` is what `x.values()` is. */
function methodName(callee: MemberExpression): string | null {
  const { property } = callee;
  if (callee.computed && property.type === "MemberExpression" && !property.computed) {
    const { object, property: name } = property;
    if (object.type === "Identifier" && object.name === "Symbol" && name.name === "iterator") return "values";
  }
  return !callee.computed && callee.property.type === "Identifier" ? callee.property.name : null;
}

function nativeFunction(object: Node, name: string | null): NativeCall | undefined {
  if (object.type !== "Identifier" || name === null) return undefined;
  return FUNCTIONS.get(`${object.name}.${name}`);
}

/** Without a reviver, nothing of the program's has had a hand in what `JSON.parse` gives. */
function isParse(object: Node, name: string | null): boolean {
  return object.type === "Identifier" && object.name === "JSON" && name === "parse";
}

function methodCall(e: Emitter, node: CallExpression, callee: MemberExpression): Rope {
  const name = methodName(callee);
  const object = unparen(callee.object);
  if (name !== null) e.shapes.method(node, object, name);
  const isGlobal = object.type === "Identifier" && e.binding(object.name) === null;
  if (isGlobal && PURE_NAMESPACES.has(object.name))
    return plainCall(e, node, e.slice(node.start, node.callee.end), false);
  const known = nativeFunction(object, name);
  if (known !== undefined && (isGlobal || object.type === "Identifier")) {
    const site = e.site("call", callee.property.start, node);
    const id = known.early && !e.input.countOnly ? e.temp() : null;
    const kept: string[] = [];
    const more = known.take === Take.Deep ? { kept, objects: true } : {};
    const rope = readDeeply(e, plainCall(e, node, e.slice(node.start, node.callee.end), true, more), kept);
    const receiver = e.stable(object) || isGlobal ? object.name : "0";
    if (
      isGlobal &&
      isParse(object, name) &&
      node.arguments.length === 1 &&
      node.arguments[0]?.type !== "SpreadElement"
    ) {
      return [`${e.probe("tree")}(${site},${e.own ? `${e.probe("k")}(${site})` : NO_CRUMB},`, rope, ")"];
    }
    const spread = node.arguments.some(({ type }) => type === "SpreadElement");
    // What was read deeply when the call was over is not walked through once more.
    const taken = kept.length > 0 && !spread ? { ...known, take: Take.Read } : known;
    return wrapNative(e, site, id === null ? rope : [`(${id}=${e.probe("t")}(),`, rope, ")"], receiver, taken, id);
  }
  if (name !== null && PURE_METHODS.has(name)) {
    const rope = e.emit(callee.object);
    if (isPlain(rope)) return plainCall(e, node, e.slice(node.start, node.callee.end), true);
    // An optional chain is taken apart as it is emitted: once.
    e.replace(callee.object, rope);
  }
  const site = e.site("call", callAt(e, node), node);
  const native = name === null || isText(object) ? undefined : METHODS.get(name);
  const named = isText(object) ? null : operationName(e, node);
  const indirect = (name === "call" || name === "apply") && !e.input.countOnly;
  const posts = name !== null && POSTING.has(name) && !e.input.countOnly;
  const kept: string[] | undefined = named === null && !indirect && !posts ? undefined : [];
  const built = methodCallee(e, node, callee, native, site, kept, posts);
  const wrapped = wrapMethod(e, site, built, name, native);
  // What the function is that goes by `call` shows when it has been called.
  const whole: Rope =
    indirect && kept !== undefined && kept.length > 0
      ? [
          `${e.probe("through")}(`,
          wrapped,
          `,${built.receiver},${name === "apply" ? 1 : 0}`,
          kept.map((text) => `,${text}`),
          ")",
        ]
      : posts
        ? readDeeply(e, wrapped, kept ?? [])
        : wrapped;
  return named === null ? whole : operation(e, site, named, whole, built.receiver, kept ?? []);
}

/** `JSON.stringify(o)` → `$aT.deep(JSON.stringify(o),o)`: arrays inside are read until it returns. */
function readDeeply(e: Emitter, rope: Rope, given: string[]): Rope {
  return given.length === 0 ? rope : [`${e.probe("deep")}(`, rope, given.map((text) => `,${text}`), ")"];
}

function wrapMethod(e: Emitter, site: string, built: Built, name: string | null, native: NativeCall | undefined): Rope {
  if (native === undefined) {
    const wrapped = wrapCall(e, site, built.rope);
    // The key becomes a text after the probe that stands before it.
    return built.late ? [`${e.copy("w", built.receiver)}(`, wrapped, `,${built.receiver})`] : wrapped;
  }
  if (name !== null && COLLECTION_METHODS.has(name)) {
    // What such a method does with its receiver matters to lifetimes alone.
    if (e.input.countOnly) return wrapCall(e, site, built.rope);
    const crumb = e.own ? `${e.probe("k")}(${site})` : NO_CRUMB;
    return [`${e.probe("q")}(${site},${crumb},`, built.rope, `,${built.receiver},${native.take})`];
  }
  return wrapNative(e, site, built.rope, built.receiver, native, built.id, built.running);
}

/** A native of that name may run code of the program that makes arrays, and throws. */
function runsCode(e: Emitter, node: CallExpression, name: string | null): boolean {
  if (name === null || e.input.countOnly || !RUNS_CODE.has(name)) return false;
  const [first, ...others] = node.arguments;
  return !(first !== undefined && isFunction(first) && !runsOn(first) && !others.some(mayAllocate));
}

/** The function's body may make an array. */
function runsOn(node: Node): boolean {
  return "body" in node && node.body !== null && mayAllocate(node.body as Node);
}

function isText(node: Node): boolean {
  return node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
}

interface Built {
  rope: Rope;
  receiver: string;
  /** Temporary that holds the clock's tick taken before the call. */
  id: string | null;
  /** The receiver is read once its key is there, which may run code. */
  late: boolean;
  /** It is on the stack of calls that may run code of the program. */
  running: boolean;
}

/**
 * The call with its receiver at hand.
 *
 * A name that keeps its value is read again: `x.map(f)` stays as it is. Anything else goes through a temporary, and
 * since V8 quotes the callee's text when it is no function, the method is taken first and checked with that text:
 * `a.b.map(f)` → `($aT0_0=a.b,$aT.f($aT0_0.map,7)).call($aT0_0,f)`.
 */
function methodCallee(
  e: Emitter,
  node: CallExpression,
  callee: MemberExpression,
  native: NativeCall | undefined,
  site: string,
  kept: string[] | undefined,
  objects: boolean,
): Built {
  const object = callee.object;
  const early = native?.early === true && !e.input.countOnly;
  const running = native !== undefined && runsCode(e, node, methodName(callee));
  const use = running ? e.probe("U") : e.noting(object);
  const late = callee.computed && (!e.isPrimitive(callee.property) || mayAllocate(callee.property));
  const simple = (object.type === "Identifier" && !e.standIns.has(object)) || object.type === "ThisExpression";
  const text = e.source.slice(object.start, object.end);
  const reads = (native !== undefined || callee.computed) && !e.input.countOnly && !e.neverArray(object);
  // An operation's receiver is asked for when the call is over.
  const held = (kept !== undefined && !e.input.countOnly) || queuesValue(e, node);
  const passing = { handed: true, from: node.callee.end, ...(kept ? { kept, objects } : {}) };
  if (simple) {
    const before: string[] = [];
    let receiver = text;
    if (reads) {
      if ((native !== undefined || late) && !e.stable(object)) {
        receiver = e.temp();
        before.push(`${use}(${receiver}=${text})`);
      } else if (!COLLECTION_METHODS.has(methodName(callee) ?? "")) before.push(`${use}(${text})`);
    }
    if (held && receiver === text && !e.stable(object)) {
      receiver = e.temp();
      before.push(`${receiver}=${text}`);
    }
    const id = early ? e.temp() : null;
    if (id !== null) before.push(`${id}=${e.probe("t")}()`);
    const key = callee.computed ? e.inside(callee, [callee.property]) : e.slice(callee.start, callee.end);
    const rope = [key, passed(e, node, { ...passing, open: null, receiver })];
    return {
      rope: before.length > 0 ? [`(${before.join(",")},`, rope, ")"] : rope,
      receiver: reads || kept !== undefined ? receiver : "0",
      id,
      late: reads && late,
      running: reads && running,
    };
  }
  const compiles = gives(e, callee) && textCall(e, node) === null;
  const emitted = e.emit(object);
  if (isPlain(emitted) && !reads && !held && !compiles) {
    const key = callee.computed ? e.inside(callee, [callee.property]) : e.slice(callee.start, callee.end);
    return {
      rope: [key, passed(e, node, { ...passing, open: null })],
      receiver: "0",
      id: null,
      late: false,
      running: false,
    };
  }
  e.quote(site, callee);
  const receiver = e.temp();
  const id = early ? e.temp() : null;
  const value = reads ? [`${receiver}=${use}(`, emitted, ")"] : [`${receiver}=`, unnamed(object, emitted)];
  const dot = callee.computed ? object.end : dotBefore(e.source, object.end, callee.property.start);
  // The text from the object's end to the method's name stays, line breaks and comments in it too.
  const gap = e.slice(object.end, dot);
  const key: Rope = callee.computed
    ? [e.link(callee), e.emit(callee.property), e.slice(callee.property.end, callee.end)]
    : [
        e.source.startsWith("?.", dot) ? "." : e.slice(dot, dot + 1),
        e.slice(dot + (e.source.startsWith("?.", dot) ? 2 : 1), callee.end),
      ];
  const rope: Rope = [
    "(",
    value,
    gap,
    id === null ? "," : `,${id}=${e.probe("t")}(),`,
    `${e.probe("f")}(${receiver}`,
    key,
    `,${site})).call(${receiver}`,
    passed(e, node, { ...passing, open: ",", receiver, ...(compiles ? { compiler: `${receiver}.constructor` } : {}) }),
  ];
  return { rope, receiver, id, late: reads && late, running: reads && running };
}

/** Offset of the dot between an object and its property, past white space and comments. */
function dotBefore(source: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const two = source.slice(at, at + 2);
    if (two === "//") at = source.indexOf("\n", at) + 1;
    else if (two === "/*") at = source.indexOf("*/", at) + 2;
    else if (source[at] === "." || source[at] === "?") return at;
    else at++;
  }
  return from;
}

/**
 * `new X(y)` → `$aT.n(7,$aT.k(7),new X(y))`. The callee keeps its text: another `new` or a call in it would take our
 * parentheses for its own.
 */
export function construct(e: Emitter, node: NewExpression): Rope {
  const parenthesized = node.callee.type === "ParenthesizedExpression";
  const compiler = parenthesized && gives(e, node.callee) && textCall(e, node) === null ? e.temp() : undefined;
  const target = constructed(e, node.callee, compiler);
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
  return kept[0] === undefined ? made : [`${e.probe("M")}(`, made, `,${kept[0]})`];
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

/** `await x` → `$aT.brings(7,await x)`: what a native promise brings was made by a native. */
export function awaited(e: Emitter, node: AwaitExpression): Rope {
  const site = e.site("await", node.start, node);
  return e.own ? [`${e.probe("brings")}(${site},`, e.inside(node), ")"] : awaitedLater(e, site, node);
}
