/**
 * Arguments. Handing an array to traced code is no use of it; a native reads it or keeps it. Which of the two a callee
 * is shows after the call: array arguments are put on a short list (`$aT.h`), traced functions take their parameters off
 * it when they begin, and what is still there when the call returns went to a native.
 */
import type { CallExpression, NewExpression, Node } from "@oxc-project/types";
import {
  calledByQueue,
  calledLater,
  markArguments,
  mayBeCalledLater,
  mayBeFunction,
  perhapsLater,
  queued,
} from "./blame.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { unnamed } from "./naming.js";
import { ELEMENT_CALLBACKS } from "./natives.js";
import type { Rope } from "./rope.js";
import { spreadArgument } from "./spreads.js";
import { isFunction, unparen } from "./syntax.js";
import type { Taker } from "./takers.js";
import { compiled, textCall } from "./text-compilers.js";

interface Passing {
  /** Note array arguments as handed over. */
  handed: boolean;
  /** Where the text after the callee begins. */
  from: number;
  /**
   * `","` takes the place of `(`: the call goes through `.call(receiver`. `"("` leaves out what stands between the callee
   * and `(`. Null keeps the text.
   */
  open: "," | "(" | null;
  /** Takes the names under which arguments that may be arrays can be read again after the call. */
  kept?: string[];
  /** Objects are kept as well: the native reads what they hold. */
  objects?: boolean;
  /** Text of the callee, where it compiles what it is given. */
  compiler?: string;
  /** Text that gives what the method is called on, or the function itself, while the arguments are evaluated. */
  receiver?: string;
  /** The callee may take its arguments itself. */
  taker?: Taker | undefined;
}

export function passed(e: Emitter, node: CallExpression | NewExpression, passing: Passing): Rope {
  const { handed, from, open, kept, objects = false, compiler, receiver, taker } = passing;
  const args = node.arguments;
  const start = node.typeArguments ? node.typeArguments.end : from;
  const last = args[args.length - 1];
  const lead = (to: number): Rope => {
    if (open === null) return e.slice(from, to);
    const paren = openingParen(e.source, start);
    if (open === "(") return e.slice(paren, to);
    const link = e.source.slice(start, paren).indexOf("?.");
    const mark = link < 0 ? -1 : start + link;
    const before: Rope = mark >= start ? [e.slice(start, mark), e.slice(mark + 2, paren)] : e.slice(start, paren);
    return [before, args.length > 0 ? "," : "", e.slice(paren + 1, to)];
  };
  if (last === undefined) return lead(node.end);
  const shift = shiftOf(node);
  const callee = unparen(node.callee);
  const name =
    callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier"
      ? callee.property.name
      : "";
  const mark = handed && !e.input.countOnly;
  markArguments(e, callee, args);
  const inQueue = node.type === "CallExpression" ? calledByQueue(node) : 0;
  let lastBusy = -1;
  args.forEach((arg, i) => {
    if (mayAllocate(arg)) lastBusy = i;
  });
  /** Each argument, and the text between it and the one before. */
  const parts: Rope[] = [];
  const waiting: string[] = [];
  /** What is put on the list, if the callee takes nothing by itself. */
  const offers: string[] = [];
  let at = -1;
  args.forEach((arg, i) => {
    if (at >= 0) parts.push(e.slice(at, arg.start));
    const out: Rope[] = [];
    parts.push(out);
    at = arg.end;
    const literal = unparen(arg).type;
    const callback = literal === "ArrowFunctionExpression" || literal === "FunctionExpression";
    const later = i < inQueue;
    if (!callback || (ELEMENT_CALLBACKS.has(name) && !overIterator(callee))) e.callbackLook = "";
    else if (later) e.callbackLook = e.own ? "brings" : "fetches";
    else e.callbackLook = e.own ? "g" : "V";
    e.callbackReturns = !callback ? null : name === "flatMap" ? "u" : name === "stringify" ? "z" : null;
    const spread = arg.type === "SpreadElement" && mark && !e.neverArray(arg.argument);
    const rope: Rope = spread ? spreadArgument(e, arg) : argument(e, node, arg, { callback, later, receiver });
    e.callbackLook = "";
    e.callbackReturns = null;
    // A first value for the fold is handed on to the callback, under another number.
    const fold = (name === "reduce" || name === "reduceRight") && i > 0;
    if (!handed && kept !== undefined && !e.input.countOnly && mayBeArray(e, arg)) {
      out.push(keep(e, arg, rope, kept));
      return;
    }
    const wanted = mark && !fold && (mayBeArray(e, arg) || (objects && mayBeObject(e, arg)));
    if (taker !== undefined) {
      out.push(offered(e, arg, rope, { taker, offers, kept, wanted, at: i, count: args.length }));
      return;
    }
    if (shift.listAt === i && wanted) out.push(`${e.noting(arg)}(`, keep(e, arg, rope, kept), ")");
    else if (wanted && i < lastBusy) {
      const temp = e.temp();
      waiting.push(temp, String(i - shift.by));
      kept?.push(temp);
      out.push(`${temp}=`, rope);
    } else if (i === lastBusy && waiting.length > 0 && arg.type !== "SpreadElement") {
      const position = wanted ? i - shift.by : "null";
      out.push(`${e.probe("H")}(`, wanted ? keep(e, arg, rope, kept) : rope, `,${position},${waiting.join(",")})`);
    } else if (wanted)
      out.push(`${e.copy("h", e.source.slice(arg.start, arg.end))}(`, keep(e, arg, rope, kept), `,${i - shift.by})`);
    else out.push(rope);
  });
  const begin = lead((args[0] as Node).start);
  const text = compiler === undefined ? textCall(e, node) : { callee: compiler, direct: false, skip: 0, list: false };
  return [begin, text === null ? parts : compiled(e, node, text, parts), e.slice(at, node.end)];
}

interface Callback {
  /** It is a function's text. */
  callback: boolean;
  /** Calls it from a queue. */
  later: boolean;
  receiver: string | undefined;
}

function argument(e: Emitter, node: CallExpression | NewExpression, arg: Node, how: Callback): Rope {
  const { callback, later, receiver } = how;
  if (e.own) return e.emit(arg);
  if (callback) {
    if (later) return calledLater(e, arg);
    return mayBeCalledLater(e, node, arg) ? perhapsLater(e, arg) : e.emit(arg);
  }
  if (!later || receiver === undefined || node.type !== "CallExpression" || !mayBeFunction(arg)) return e.emit(arg);
  return queued(e, node, e.emit(arg), receiver);
}

interface Offer {
  taker: Taker;
  offers: string[];
  kept: string[] | undefined;
  /** The argument may be an array. */
  wanted: boolean;
  at: number;
  count: number;
}

/** An argument of a call whose callee may take it by itself; with the last one, all of them are put on the list if it does not. */
function offered(e: Emitter, arg: Node, rope: Rope, offer: Offer): Rope {
  const { taker, offers, kept, wanted, at, count } = offer;
  const isLast = at === count - 1;
  let name = e.stable(arg) ? e.source.slice(arg.start, arg.end) : "";
  let first: Rope = "";
  if (name === "" && (wanted || (isLast && mayAllocate(arg)))) {
    name = e.temp();
    first = [`${name}=`, unnamed(arg, rope)];
  }
  if (wanted) {
    offers.push(`${e.copy("h", e.source.slice(arg.start, arg.end))}(${name},${at})`);
    kept?.push(name);
  }
  if (!isLast || offers.length === 0) return first === "" ? rope : first;
  const { site, known, callee } = taker;
  const asked = `(${known}=${e.probe("takers")}[${site}])===${callee}`;
  const last = `${asked}||${known}!==null&&${e.probe("takes")}(${site},${callee},${count - 1})||(${offers.join(",")})`;
  return ["(", first, first === "" ? "" : ",", last, ",", first === "" ? rope : name, ")"];
}

/** The argument, so that it can be read again after the call. */
function keep(e: Emitter, arg: Node, rope: Rope, kept: string[] | undefined): Rope {
  if (kept === undefined) return rope;
  if (e.stable(arg)) {
    kept.push(e.source.slice(arg.start, arg.end));
    return rope;
  }
  const temp = e.temp();
  kept.push(temp);
  return [`${temp}=`, rope];
}

/** Which parameter an argument becomes: `f.call(t, x)` hands `x` over as the first. `listAt` is spread by the native. */
function shiftOf(node: CallExpression | NewExpression): { by: number; listAt: number } {
  const callee = node.callee;
  if (node.type !== "CallExpression" || callee.type !== "MemberExpression" || callee.computed)
    return { by: 0, listAt: -1 };
  const name = callee.property.type === "Identifier" ? callee.property.name : "";
  if (callee.object.type === "Identifier" && callee.object.name === "Reflect") {
    if (name === "apply") return { by: 2, listAt: 2 };
    if (name === "construct") return { by: 1, listAt: 1 };
    return { by: 0, listAt: -1 };
  }
  if (name === "call") return { by: 1, listAt: -1 };
  if (name === "apply") return { by: 1, listAt: 1 };
  return { by: 0, listAt: -1 };
}

/** `m.entries().map(f)`: what an iterator's helper hands to its callback was made for it. */
function overIterator(callee: Node): boolean {
  if (callee.type !== "MemberExpression") return false;
  const object = unparen(callee.object);
  if (object.type !== "CallExpression" || object.callee.type !== "MemberExpression") return false;
  const { property } = object.callee;
  const name = property.type === "Identifier" ? property.name : "";
  return name === "entries" || name === "matchAll" || overIterator(object.callee);
}

function mayBeArray(e: Emitter, node: Node): boolean {
  const inner = unparen(node);
  return inner.type !== "SpreadElement" && !e.neverArray(inner);
}

function mayBeObject(e: Emitter, node: Node): boolean {
  const inner = unparen(node);
  return inner.type !== "SpreadElement" && !isFunction(inner) && !e.isPrimitive(inner);
}

/** Offset of the call's `(`, past white space, comments and an optional call's `?.`. */
export function openingParen(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    if (two === "//") at = source.indexOf("\n", at) + 1;
    else if (two === "/*") at = source.indexOf("*/", at) + 2;
    else if (source[at] === "(") return at;
    else at++;
  }
  return from;
}
