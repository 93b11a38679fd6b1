/**
 * Values that V8 quotes when they are of the wrong kind: what is iterated, taken apart or constructed. The probe that
 * stands around such a value gets the text that V8 would quote (`runtime/complaints.ts`).
 */
import type { Node } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import { quoted } from "./quote.js";
import { isPlain, type Rope } from "./rope.js";
import { keyName, unparen } from "./syntax.js";

/** What is done with the iterable; odd numbers, one more, are for results of calls. */
export const HOW = {
  pattern: 0,
  literal: 2,
  argument: 4,
  earlyArgument: 6,
  loop: 8,
  parameter: 10,
  defaulted: 12,
} as const;

type How = (typeof HOW)[keyof typeof HOW];

/** A text as a string literal; line separators that JSON allows would be line breaks in older scripts. */
export function textLiteral(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** `[a] = x.y` → `[a] = $aT.o(x.y,0,"x.y")` */
export function iterated(e: Emitter, node: Node, how: How, lead: Rope = ""): Rope {
  return [lead, iteratedBy(e, node, how, "o", how === HOW.literal ? null : node.start)];
}

/** The same with another probe, which notes more. `at`: where V8 says that it is wrong. */
export function iteratedBy(e: Emitter, node: Node, how: How, probe: string, at: number | null): Rope {
  if (how === HOW.literal || how === HOW.argument || how === HOW.earlyArgument) e.shapes.read(node, "…");
  const inner = unparen(node);
  const call = inner.type === "CallExpression" || inner.type === "NewExpression";
  // Of a property V8 has nothing to quote in a pattern.
  if (how === HOW.pattern && isProperty(call ? inner.callee : inner)) return marked(at, e.used(node));
  const text = quoted(call ? inner.callee : inner);
  const rope = e.emit(node);
  if (isPlain(rope) && (e.input.countOnly || e.neverArray(node))) return rope;
  return iteratedText(e, rope, call ? how + 1 : how, text, at, probe);
}

/** What stands in the rope's first probe is told of as standing at the offset. */
export function marked(at: number | null, rope: Rope): Rope {
  return at === null ? rope : [{ mark: at }, rope];
}

/**
 * `[[k]] = map` → `[[k]] = $aT.R(7,1,map)`: a Map and its iterators make a pair at every step, at the place `at` takes it.
 * The value itself stays what it is for all else.
 */
export function stepped(
  e: Emitter,
  kind: "destructuring" | "spread",
  at: Node,
  iterable: Node | null,
  rope: Rope,
): Rope {
  if (iterable !== null && !mayStep(e, iterable)) return rope;
  return [`${e.probe("R")}(${e.site(kind, at.start, at)},${e.own ? 1 : 0},`, rope, ")"];
}

/** It may be a Map or an iterator of one. */
export function mayStep(e: Emitter, iterable: Node): boolean {
  return unparen(iterable).type !== "ArrayExpression" && !e.neverArray(iterable);
}

export function iteratedText(
  e: Emitter,
  rope: Rope,
  how: number,
  text: string,
  at: number | null = null,
  probe = "o",
): Rope {
  return marked(at, [`${e.probe(probe)}(`, rope, `,${how},${textLiteral(text)})`]);
}

/** `{a} = x.y` → `{a} = $aT.O(x.y,"a","x.y")` */
export function takenApart(e: Emitter, node: Node, pattern: Node): Rope {
  if (speaksOfProperty(pattern)) return e.used(node);
  const text = quoted(node);
  const rope = e.emit(node);
  if (isPlain(rope) && (e.input.countOnly || e.neverArray(node))) return rope;
  return takenApartText(e, rope, pattern, text);
}

export function takenApartText(e: Emitter, rope: Rope, pattern: Node, text: string | null): Rope {
  if (speaksOfProperty(pattern)) return rope;
  const name = firstProperty(pattern);
  const quote = firstDefault(pattern) ?? text;
  const given = `,${name === null ? "null" : textLiteral(name)},${quote === null ? "null" : textLiteral(quote)})`;
  return marked(placeOf(pattern), [`${e.probe("O")}(`, rope, given]);
}

/** With a default, or where a property is the target, V8 speaks of the pattern's first property alone. */
export function speaksOfProperty(pattern: Node): boolean {
  const first = pattern.type === "ObjectPattern" ? pattern.properties[0] : undefined;
  if (first?.type !== "Property") return false;
  const value = first.value as Node;
  return value.type === "AssignmentPattern" ? value.left.type !== "ObjectPattern" : isProperty(unparen(value));
}

/** Where the first property is an object's pattern with a default, V8 quotes that in place of what the whole takes apart. */
export function firstDefault(pattern: Node): string | null {
  const first = pattern.type === "ObjectPattern" ? pattern.properties[0] : undefined;
  const value = first?.type === "Property" ? (first.value as Node) : undefined;
  return value?.type === "AssignmentPattern" && value.left.type === "ObjectPattern" ? quoted(value.right) : null;
}

/** Name of the first property that an object's pattern takes; null where it is computed or there is none. */
export function firstProperty(pattern: Node): string | null {
  const first = pattern.type === "ObjectPattern" ? pattern.properties[0] : undefined;
  const name = first?.type === "Property" && !first.computed ? keyName(first.key) : "";
  return name === "" ? null : name;
}

/** Where V8 says that a pattern cannot take something apart: at the target of its first property. */
function placeOf(pattern: Node): number {
  const first = pattern.type === "ObjectPattern" ? pattern.properties[0] : undefined;
  if (first === undefined) return pattern.start;
  if (first.type === "RestElement") return first.argument.start;
  if (first.computed) return pattern.start;
  const value = first.value as Node;
  return firstDefault(pattern) !== null && value.type === "AssignmentPattern" ? placeOf(value.left) : value.start;
}

function isProperty(node: Node): boolean {
  const inner = unparen(node);
  return /^(?:Member|Chain|Logical|Conditional)Expression$/.test(inner.type);
}
