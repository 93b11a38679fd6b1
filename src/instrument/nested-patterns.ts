/**
 * Patterns inside patterns: `const { q: [x] } = o` reads the array in `o.q`, for which no name stands anywhere. What the
 * whole pattern takes apart goes through `$aT.inner(o,…)`, which follows the properties to where a pattern stands; where
 * something is evaluated or made on the way, `$aT.again(list)` notes all of it once more when the pattern is done.
 */
import type { Node } from "@oxc-project/types";
import type { Part, Shape } from "../trace/pattern-shape.js";
import {
  firstDefault,
  firstProperty,
  HOW,
  iteratedText,
  speaksOfProperty,
  stepped,
  takenApartText,
  textLiteral,
} from "./checked.js";
import { someChild } from "./children.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { quoted } from "./quote.js";
import { isPlain, type Rope } from "./rope.js";
import { keyName, unparen } from "./syntax.js";

/** Something may come between what inner patterns read and the end of the whole. */
export function isBusyInside(pattern: Node): boolean {
  return nestsPatterns(pattern) && isBusy(pattern);
}

/** A temporary for the list of what the pattern about to be emitted reads; none where nothing can come between. */
export function noteList(e: Emitter, pattern: Node): string {
  return !e.input.countOnly && isBusyInside(pattern) ? e.temp() : "";
}

/**
 * `source`: what the program writes for the value, or how V8 quotes it where there is no such text; null where V8 shows
 * the value that is wrong.
 */
export function nested(e: Emitter, pattern: Node, value: Rope, source: Node | string | null): Rope {
  if (!nestsPatterns(pattern)) return value;
  const sites: string[] = [];
  const parts = partsOf(e, pattern, sites);
  const array = pattern.type === "ArrayPattern" ? 1 : 0;
  const shape = textLiteral(JSON.stringify([array, parts] satisfies Shape));
  const text = source === null || typeof source === "string" ? source : quotedOutside(source);
  const given = [shape, text === null ? "null" : textLiteral(text), e.noteList || "null", e.own ? 1 : 0, sites[0] ?? 0];
  return [`${e.probe("inner")}(`, value, `,${given.join(",")})`];
}

/**
 * What a pattern takes apart, through what stands for it where it is more than a plain array; `list` is the name of the list
 * that what inner patterns read is noted in.
 */
export function takenBy(e: Emitter, pattern: Node, value: Rope, source: Node | string | null, list: string): Rope {
  const iterable = typeof source === "string" ? null : source;
  const given = pattern.type === "ArrayPattern" ? stepped(e, "destructuring", pattern, iterable, value) : value;
  const outer = e.noteList;
  e.noteList = list;
  const rope = nested(e, pattern, given, source);
  e.noteList = outer;
  return rope;
}

/** Where V8 would quote what stands around an inner pattern's value, and no probe does so far, it is checked before. */
export function shown(e: Emitter, pattern: Node, value: Rope, source: Node): Rope {
  return isPlain(value) && nestsPatterns(pattern)
    ? checked(e, pattern, value, quotedOutside(source), source.start)
    : value;
}

/** What a pattern takes apart, checked before a probe of ours can be what V8 quotes; `at`: see `iteratedBy`. */
export function checked(e: Emitter, pattern: Node, value: Rope, text: string | null, at: number | null): Rope {
  return pattern.type === "ArrayPattern"
    ? iteratedText(e, value, text === null ? HOW.parameter : HOW.pattern, text ?? "", at)
    : takenApartText(e, value, pattern, text);
}

/** Nothing that the pattern has read was over before this. */
export function again(e: Emitter, list: string): string {
  return `${e.probe("again")}(${list})`;
}

function partsOf(e: Emitter, pattern: Node, sites: string[]): Part[] {
  const parts: Part[] = [];
  const add = (key: string, value: Node | null, step: number): void => {
    const inner = value?.type === "AssignmentPattern" ? value.left : value;
    if (inner?.type !== "ArrayPattern" && inner?.type !== "ObjectPattern") return;
    const site = sites.length;
    if (inner.type === "ArrayPattern") sites.push(e.site("destructuring", inner.start, inner));
    const kind = inner.type === "ObjectPattern" ? 0 : value === inner ? 1 : 2;
    const part: Part = [key, kind, site, step, partsOf(e, inner, sites)];
    if (value?.type === "AssignmentPattern" && kind === 2) part.push(...defaultQuoted(value.right));
    else if (value?.type === "AssignmentPattern") {
      const text = quoted(value.right);
      part.push(HOW.pattern, text);
      if (!speaksOfProperty(inner)) part.push(firstProperty(inner), firstDefault(inner) ?? text);
    } else if (key === "*" && kind === 1) part.push(HOW.parameter, "");
    parts.push(part);
  };
  if (pattern.type === "ArrayPattern") pattern.elements.forEach((element, i) => void add(`${i}`, element, i));
  if (pattern.type === "ObjectPattern") {
    pattern.properties.forEach((property, i) => {
      if (property.type !== "Property") return;
      add(property.computed && property.key.type !== "Literal" ? "*" : keyName(property.key), property.value, i);
    });
  }
  return parts;
}

/** Of what `new` gives V8 shows nothing here. */
function quotedOutside(source: Node): string {
  return unparen(source).type === "NewExpression" ? "(intermediate value)" : quoted(source);
}

/** Of literals and the like V8 shows the value. */
const SHOWN = /^(?:Array|Object|Function|ArrowFunction|Class|Logical|This)Expression$|Literal$/;

/** How V8 quotes an element's or property's default, where that or what is there in its place is no list. */
export function defaultQuoted(value: Node): [how: number, quote: string] {
  const inner = unparen(value);
  if (inner.type === "CallExpression" || inner.type === "NewExpression") return [HOW.pattern + 1, quoted(inner.callee)];
  return SHOWN.test(inner.type) ? [HOW.parameter, ""] : [HOW.pattern, quoted(inner)];
}

/** There is a pattern inside of the pattern: what it takes apart may be an array. */
export function nestsPatterns(pattern: Node): boolean {
  return holdsPattern(pattern, false);
}

function holdsPattern(node: Node, inside: boolean): boolean {
  const isPattern = node.type === "ArrayPattern" || node.type === "ObjectPattern";
  if (inside && isPattern) return true;
  if (node.type === "AssignmentPattern") return holdsPattern(node.left, inside);
  if (node.type === "ArrayPattern") {
    return node.elements.some((element) => element !== null && holdsPattern(element, true));
  }
  if (node.type !== "ObjectPattern") return false;
  return node.properties.some((property) => property.type === "Property" && holdsPattern(property.value, true));
}

/** Something is evaluated between one read and the next, or a rest array is filled. */
function isBusy(node: Node): boolean {
  if (node.type === "RestElement") return true;
  if (node.type === "AssignmentPattern") return mayAllocate(node.right) || isBusy(node.left);
  if (node.type === "Property") return (node.computed && mayAllocate(node.key)) || isBusy(node.value);
  if (node.type === "MemberExpression") return mayAllocate(node);
  return someChild(node, isBusy);
}
