/**
 * Arguments. Handing an array to traced code is no use of it; a native reads it or keeps it. Which of the two a callee
 * is shows after the call: array arguments are put on a short list (`$aT.h`), traced functions take their parameters off
 * it when they begin, and what is still there when the call returns went to a native.
 */
import type { CallExpression, NewExpression, Node } from "@oxc-project/types";
import { mayAllocate } from "./effects.js";
import { type Emitter, unparen } from "./emitter.js";
import type { Rope } from "./rope.js";

interface Passing {
  /** Note array arguments as handed over. */
  handed: boolean;
  /** Where the text after the callee begins. */
  from: number;
  /** Put in place of `(`: the call goes through `.call(receiver`, `","` stands before the first argument. */
  open: "," | null;
}

export function passed(e: Emitter, node: CallExpression | NewExpression, { handed, from, open }: Passing): Rope {
  const args = node.arguments;
  const start = node.typeArguments ? node.typeArguments.end : from;
  const last = args[args.length - 1];
  const lead = (to: number): Rope => {
    if (open === null) return e.slice(from, to);
    const paren = openingParen(e.source, start);
    return [e.slice(start, paren), args.length > 0 ? "," : "", e.slice(paren + 1, to)];
  };
  if (last === undefined) return lead(node.end);
  const shift = shiftOf(node);
  const mark = handed && !e.input.countOnly;
  let lastBusy = -1;
  args.forEach((arg, i) => {
    if (mayAllocate(arg)) lastBusy = i;
  });
  const out: Rope[] = [];
  const waiting: string[] = [];
  let at = -1;
  args.forEach((arg, i) => {
    out.push(at < 0 ? lead(arg.start) : e.slice(at, arg.start));
    at = arg.end;
    const rope = e.emit(arg);
    const wanted = mark && arg.type !== "SpreadElement" && mayBeArray(e, arg);
    if (shift.listAt === i && wanted) out.push(`${e.probe("u")}(`, rope, ")");
    else if (wanted && i < lastBusy) {
      const temp = e.temp();
      waiting.push(temp, String(i - shift.by));
      out.push(`${temp}=`, rope);
    } else if (i === lastBusy && waiting.length > 0 && arg.type !== "SpreadElement") {
      const position = wanted ? i - shift.by : "null";
      out.push(`${e.probe("H")}(`, rope, `,${position},${waiting.join(",")})`);
    } else if (wanted) out.push(`${e.probe("h")}(`, rope, `,${i - shift.by})`);
    else out.push(rope);
  });
  out.push(e.slice(at, node.end));
  return out;
}

/** Which parameter an argument becomes: `f.call(t, x)` hands `x` over as the first. `listAt` is spread by the native. */
function shiftOf(node: CallExpression | NewExpression): { by: number; listAt: number } {
  const callee = node.callee;
  if (node.type !== "CallExpression" || callee.type !== "MemberExpression" || callee.computed) return { by: 0, listAt: -1 };
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

function mayBeArray(e: Emitter, node: Node): boolean {
  const inner = unparen(node);
  return inner.type !== "SpreadElement" && !e.neverArray(inner);
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
