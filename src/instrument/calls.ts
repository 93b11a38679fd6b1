/** Calls: what comes back is looked at, because a native may just have made it. */
import type { CallExpression, MemberExpression, NewExpression, Node } from "@oxc-project/types";
import { openingParen, passed } from "./arguments.js";
import type { Emitter } from "./emitter.js";
import { definesExport } from "./export-definition.js";
import { knownFunction, returnsWhatWasSeen } from "./known-functions.js";
import { led } from "./leads.js";
import { type Built, isText, methodCallee, methodName, runsCode } from "./method-callee.js";
import {
  COLLECTION_METHODS,
  FUNCTIONS,
  GLOBALS,
  METHODS,
  type NativeCall,
  POSTING,
  PURE_METHODS,
  PURE_NAMESPACES,
  Take,
} from "./natives.js";
import { operation, operationName } from "./operations.js";
import { isPlain, type Rope } from "./rope.js";
import { unparen } from "./syntax.js";
import { mayBeTaken, type Taker } from "./takers.js";

/** In a dependency's code no breadcrumb is left: `prev` is this. */
export const NO_CRUMB = "-2";

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
  if (id === null)
    return [`${e.probe(e.input.countOnly ? "native" : "r")}(${site},${crumb},`, rope, `,${receiver},${flags})`];
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
    const taker = native === undefined && !known ? namedTaker(e, node, callee, site) : undefined;
    const more = { receiver: callee.name, taker, ...(named === null && !isDeep ? {} : { kept, objects: isDeep }) };
    const call = plainCall(e, node, e.slice(node.start, node.callee.end), !known, more);
    if (traced !== null && named === null) {
      return returnsWhatWasSeen(e, traced) ? call : [`${e.probe(e.own ? "v" : "V")}(${site()},`, call, ")"];
    }
    const rope = isDeep ? readDeeply(e, call, kept) : call;
    if (native !== undefined && !native.nested && callee.name !== "Array") return rope;
    if (native !== undefined) return wrapNative(e, site(), rope, "0", native, null);
    const at = taker?.site ?? site();
    const whole = known ? rope : led(e, node, wrapCall(e, at, rope));
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

/** A name that is certain to hold the same function when its arguments have been evaluated, and one now. */
function namedTaker(
  e: Emitter,
  node: CallExpression,
  callee: Node & { type: "Identifier" },
  site: () => string,
): Taker | undefined {
  const binding = e.binding(callee.name);
  if (binding?.kind !== "param" || !e.stable(callee) || !mayBeTaken(e, node)) return undefined;
  return { site: site(), known: e.temp(), callee: callee.name };
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
export function plainCall(
  e: Emitter,
  node: CallExpression | NewExpression,
  callee: Rope,
  handed: boolean,
  more: { kept?: string[]; compiler?: string; receiver?: string; taker?: Taker | undefined } = {},
): Rope {
  return [callee, passed(e, node, { handed, from: node.callee.end, open: null, ...more })];
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
