/** Array literals and tagged templates. */
import type { ArrayExpression, Node, TaggedTemplateExpression } from "@oxc-project/types";
import { wrapCall } from "./calls.js";
import { childrenOf } from "./children.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { again, type Merged } from "./merged-uses.js";
import { unnamed } from "./naming.js";
import { isPlain, type Rope } from "./rope.js";
import { unparen } from "./syntax.js";

/**
 * `[1, x]` → `$aT.l(7,[1, x])`
 * `[f(x), y[0]]` → `$aT.s($aT.b(7),[f(x), y[0]])`
 *
 * The specification makes the array first and evaluates its elements after (ECMA-262, ArrayLiteral evaluation, step 1),
 * so where an element can make or read an array the clock ticks before them.
 */
export function arrayLiteral(e: Emitter, node: ArrayExpression): Rope {
  const site = e.site("literal", node.start, node);
  const rope = e.inside(node);
  const text = e.source.slice(node.start, node.end);
  // In a body whose uses are merged, it says when it ticks.
  const counted = e.merged?.literals.get(node);
  if (counted === undefined && node.elements.every((element) => element === null || isQuiet(element))) {
    return [`${e.copy(e.own ? "l" : "L", text)}(${site},`, rope, ")"];
  }
  const spreads = node.elements.some((element) => element?.type === "SpreadElement");
  const tick = `${e.probe(e.own ? "b" : "B")}(${site})`;
  const told = e.merged === null || counted === undefined ? tick : ticking(e, e.merged, tick, counted);
  const born: Rope = [`${e.copy("s", text)}(${told},`, rope, ")"];
  // What is spread may be a Map, or an iterator of a native's making: the pairs are as new as the array.
  return spreads ? [`${e.probe("j")}(${site},${e.own ? 1 : 0},`, born, ")"] : born;
}

/** A literal's tick in a body whose uses are merged: what was noted before it is looked after first. */
function ticking(e: Emitter, merged: Merged, tick: string, uses: boolean): string {
  return uses ? `(${again(e, merged)},${merged.since}=${tick})` : `${merged.since}=${tick}`;
}

/** Evaluating it neither reads nor makes an array. */
function isQuiet(node: Node): boolean {
  if (node.type === "MemberExpression" || mayAllocate(node)) return false;
  if (node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression") return true;
  return childrenOf(node).every(isQuiet);
}

/**
 * `` tag`a${b}` `` → `` ($aT.p(7),$aT.c(8,$aT.k(8),tag`a${b}`)) ``
 * `` make().x`a` `` → `` ($aT.p(7),$aT.c(8,$aT.k(8),($1=$aT.c(9,$aT.k(9),make()),$aT.tied($1.x,$1,8))`a`)) ``
 * `` make()`a` `` → `` ($aT.p(7),$aT.c(8,$aT.k(8),$aT.f($aT.c(9,$aT.k(9),make()),8)`a`)) ``
 *
 * The template object and its `raw` are made once a site (ECMA-262, GetTemplateObject).
 */
export function taggedTemplate(e: Emitter, node: TaggedTemplateExpression): Rope {
  const template = e.site("template", node.quasi.start, node.quasi);
  const tag = unparen(node.tag);
  // `a.b` and `(a?.b)` are called on `a`, and a plain name is in V8's complaint: they stay as they are.
  if (tag.type === "Identifier" || tag.type === "ChainExpression" || isPlainMember(tag)) {
    const rope = e.inside(node, [...node.quasi.expressions]);
    const site = e.site("call", node.tag.start, node);
    return [`(${made(e, template)},`, wrapCall(e, site, rope), ")"];
  }
  const quasi = () => [e.slice(node.tag.end, node.quasi.start), e.inside(node.quasi, [...node.quasi.expressions])];
  if (tag.type === "MemberExpression") {
    const receiver = e.temp();
    const object = unnamed(tag.object, e.emit(tag.object));
    const key = tag.computed ? e.emit(tag.property) : e.slice(tag.property.start, tag.property.end);
    const method = [
      receiver,
      e.slice(tag.object.end, tag.property.start),
      key,
      e.slice(tag.property.end, node.tag.end),
    ];
    const site = e.site("call", node.tag.start, node);
    e.quote(site, tag);
    const tied = [`(${receiver}=`, object, `,${e.probe("tied")}(`, method, `,${receiver},${site}))`];
    return [`(${made(e, template)},`, wrapCall(e, site, [tied, quasi()]), ")"];
  }
  const emitted = e.emit(node.tag);
  const site = e.site("call", node.tag.start, node);
  if (isPlain(emitted)) return [`(${made(e, template)},`, wrapCall(e, site, [emitted, quasi()]), ")"];
  e.quote(site, tag);
  return [`(${made(e, template)},`, wrapCall(e, site, [`${e.probe("f")}(`, emitted, `,${site})`, quasi()]), ")"];
}

function isPlainMember(node: Node): boolean {
  return node.type === "MemberExpression" && isPath(node.object) && (!node.computed || isPath(node.property));
}

/** A name, or properties of one: evaluating it makes nothing. */
function isPath(node: Node): boolean {
  if (node.type === "Identifier" || node.type === "ThisExpression" || node.type === "Super") return true;
  return node.type === "MemberExpression" && !node.computed && isPath(node.object);
}

/** A text that is evaluated again is another text, with template objects of its own: it remembers that it has made them. */
function made(e: Emitter, template: string): string {
  if (e.input.compiled === undefined || e.input.goal !== "eval") return `${e.probe("p")}(${template})`;
  const known = e.fresh();
  e.fileTemps.push(known);
  return `${known}||${e.probe("forget")}(${template}),${known}=1,${e.probe("p")}(${template})`;
}
