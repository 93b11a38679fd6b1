/** A method's call with its receiver at hand, so that a probe behind the call can name it. */
import type { CallExpression, MemberExpression, Node } from "@oxc-project/types";
import { nameNumber } from "../trace/names.js";
import { openingParen, passed } from "./arguments.js";
import { queuesValue } from "./blame.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { unnamed } from "./naming.js";
import { COLLECTION_METHODS, type NativeCall, RUNS_CODE } from "./natives.js";
import { rareName } from "./rare-names.js";
import { isPlain, type Rope } from "./rope.js";
import { isFunction } from "./syntax.js";
import { mayBeTaken, type Taker } from "./takers.js";
import { gives, textCall } from "./text-compilers.js";

/** Name of a method, or null where it is computed. `x[Symbol.iterator]()` is what `x.values()` is. */
export function methodName(callee: MemberExpression): string | null {
  const { property } = callee;
  if (callee.computed && property.type === "MemberExpression" && !property.computed) {
    const { object, property: name } = property;
    if (object.type === "Identifier" && object.name === "Symbol" && name.name === "iterator") return "values";
  }
  return !callee.computed && callee.property.type === "Identifier" ? callee.property.name : null;
}

/** A native of that name may run code of the program that makes arrays, and throws. */
export function runsCode(e: Emitter, node: CallExpression, name: string | null): boolean {
  if (name === null || e.input.countOnly || !RUNS_CODE.has(name)) return false;
  const [first, ...others] = node.arguments;
  return !(first !== undefined && isFunction(first) && !runsOn(first) && !others.some(mayAllocate));
}

/** The function's body may make an array. */
function runsOn(node: Node): boolean {
  return "body" in node && node.body !== null && mayAllocate(node.body as Node);
}

export function isText(node: Node): boolean {
  return node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
}

export interface Built {
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
export function methodCallee(
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
  const named = (object.type === "Identifier" && !e.standIns.has(object)) || object.type === "ThisExpression";
  const ahead = named && callee.computed ? notedAhead(e, callee.property) : null;
  const simple = named && !(callee.computed && showsProbes(e, callee.property));
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
    if (ahead !== null) before.push(ahead);
    const id = early ? e.temp() : null;
    if (id !== null) before.push(`${id}=${e.probe("t")}()`);
    const key = callee.computed ? e.inside(callee, [callee.property]) : e.slice(callee.start, callee.end);
    const rope = [key, passed(e, node, { ...passing, open: null, receiver })];
    return {
      rope: before.length > 0 ? [`(${before.join(",")},`, rope, ")"] : rope,
      receiver: reads || kept !== undefined || (e.input.countOnly && e.stable(object)) ? receiver : "0",
      id,
      late: reads && late,
      running: reads && running,
    };
  }
  const compiles = gives(e, callee) && textCall(e, node) === null;
  const emitted = e.emit(object);
  const bare = isPlain(emitted) && !reads && !held && !compiles;
  if (bare && !(callee.computed && showsProbes(e, callee.property))) {
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
  const asks = native === undefined && !objects && mayBeTaken(e, node);
  const taker: Taker | undefined = asks ? { site, known: e.temp(), callee: e.temp() } : undefined;
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
    taker === undefined ? "" : `${taker.callee}=`,
    `${e.probe("f")}(${receiver}`,
    key,
    `,${site})`,
    // V8 puts the call where `call` stands now, and would put it at the parenthesis behind a computed key.
    ").",
    callee.computed ? { mark: openingParen(e.source, node.typeArguments?.end ?? node.callee.end) } : "",
    `call(${receiver}`,
    passed(e, node, {
      ...passing,
      taker,
      open: ",",
      receiver,
      ...(compiles ? { compiler: `${receiver}.constructor` } : {}),
    }),
  ];
  return { rope, receiver, id, late: reads && late, running: reads && running };
}

/**
 * `visitor[node.type](node)`, `ops[code[pc++]]()`: calls that a program lives on. What the key reads is noted in front of
 * the call, so that the call stays as it is: nothing comes in between that could make an array.
 */
function notedAhead(e: Emitter, key: Node): string | null {
  if (key.type !== "MemberExpression" || key.optional || key.object.type !== "Identifier") return null;
  const { object, property } = key;
  if (e.input.countOnly || e.region !== null || e.merged !== null || e.standIns.has(object) || e.neverArray(object))
    return null;
  const binding = e.binding(object.name);
  // Not where it may have no value yet: the error would come before that of what is called.
  if (!e.stable(object) || binding === null || (binding.kind !== "param" && binding.declaredTo > key.start))
    return null;
  const name = rareName(key);
  if (
    name === null &&
    !(key.computed && e.isPrimitive(property) && !mayAllocate(property) && isPlain(e.emit(property)))
  )
    return null;
  e.replace(key, e.slice(key.start, key.end));
  const note = `${e.noting(object)}(${object.name})`;
  return name === null ? note : `${e.probe("F")}[${nameNumber(name)}]&&${note}`;
}

/** V8 would quote the probes in a key when the method is no function (`o[f()]()`). */
function showsProbes(e: Emitter, key: Node): boolean {
  const rope = e.emit(key);
  // Once: what is emitted again has other sites.
  e.replace(key, rope);
  return !isPlain(rope);
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
