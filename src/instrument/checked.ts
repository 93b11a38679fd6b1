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
export const HOW = { pattern: 0, literal: 2, argument: 4, earlyArgument: 6, loop: 8 } as const;

const copied = new WeakSet<Node>();

/** Spread into an object: its properties are copied, nothing is iterated. */
export function copies(spread: Node): void {
  copied.add(spread);
}

export function isCopied(spread: Node): boolean {
  return copied.has(spread);
}

type How = (typeof HOW)[keyof typeof HOW];

/** A text as a string literal; line separators that JSON allows would be line breaks in older scripts. */
export function textLiteral(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** `[a] = x.y` → `[a] = $aT.o(x.y,0,"x.y")` */
export function iterated(e: Emitter, node: Node, how: How, lead: Rope = ""): Rope {
  const probed = iteratedBy(e, node, how, "o");
  return [lead, probed];
}

/** The same with another probe, which notes more. */
export function iteratedBy(e: Emitter, node: Node, how: How, probe: string): Rope {
  if (how === HOW.literal || how === HOW.argument || how === HOW.earlyArgument) e.shapes.read(node, "…");
  const inner = unparen(node);
  const call = inner.type === "CallExpression" || inner.type === "NewExpression";
  // A pattern's error stands where its initializer begins: of a property V8 has nothing to quote there.
  if (how === HOW.pattern && isProperty(call ? inner.callee : inner)) return e.used(node);
  const text = quoted(call ? inner.callee : inner);
  const rope = e.emit(node);
  if (isPlain(rope) && (e.input.countOnly || e.neverArray(node))) return rope;
  return iteratedText(e, rope, call ? how + 1 : how, text, probe);
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
  if (iterable !== null && (unparen(iterable).type === "ArrayExpression" || e.neverArray(iterable))) return rope;
  return [`${e.probe("R")}(${e.site(kind, at.start, at)},${e.own ? 1 : 0},`, rope, ")"];
}

export function iteratedText(e: Emitter, rope: Rope, how: number, text: string, probe = "o"): Rope {
  return [`${e.probe(probe)}(`, rope, `,${how},${textLiteral(text)})`];
}

/** `{a} = x.y` → `{a} = $aT.O(x.y,"a","x.y")` */
export function takenApart(e: Emitter, node: Node, pattern: Node): Rope {
  const first = pattern.type === "ObjectPattern" ? pattern.properties[0] : undefined;
  // With a default V8 speaks of the property alone.
  if (first?.type === "Property" && first.value.type === "AssignmentPattern") return e.used(node);
  const text = quoted(node);
  const rope = e.emit(node);
  if (isPlain(rope) && (e.input.countOnly || e.neverArray(node))) return rope;
  return takenApartText(e, rope, pattern, text);
}

export function takenApartText(e: Emitter, rope: Rope, pattern: Node, text: string): Rope {
  const first = pattern.type === "ObjectPattern" ? pattern.properties[0] : undefined;
  const name = first?.type === "Property" && !first.computed ? keyName(first.key) : "";
  return [`${e.probe("O")}(`, rope, `,${name === "" ? "null" : textLiteral(name)},${textLiteral(text)})`];
}

function isProperty(node: Node): boolean {
  const inner = unparen(node);
  return /^(?:Member|Chain|Logical|Conditional)Expression$/.test(inner.type);
}
