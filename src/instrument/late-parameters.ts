/**
 * Parameters that are taken apart at the end of their list. What a pattern inside of a pattern reads has no name, so the
 * whole must go through a probe before it is taken apart (`nested-patterns.ts`). In the body that is easy; where the body's
 * names are others than the parameters', in a generator, and where `arguments` are to stay what they are, it is done among
 * the parameters: a rest element is a pattern, whose properties may have defaults, and a key that no array has makes sure
 * that those are evaluated. They see what parameters see, in the order in which those stand.
 *
 * `({ q: [x] }, y = f(x)) => …` → `($0,$1=void 0,...{[$aT.none]:{ q: [x] }=$aT.inner($0,…), [$aT.none]:y = $1===void 0?f(x):$1}) => …`
 */
import type { Node } from "@oxc-project/types";
import { takenApartText } from "./checked.js";
import { someChild } from "./children.js";
import { target } from "./destructuring.js";
import type { Emitter } from "./emitter.js";
import { type Callable, DEFAULTED, entry, type Place, patternOf, rest } from "./late-entries.js";
import { nestsPatterns } from "./nested-patterns.js";
import { isPlain, type Rope } from "./rope.js";
import { pastBlanks } from "./syntax.js";

export interface LateParameters {
  /** What comes in the place of parameters, and of a comma behind the last. */
  params: [{ start: number; end: number }, Rope][];
  /** What holds what is handed over. */
  names: string[];
  /** What the body begins with. */
  lead: string[];
  /** Further expressions for its beginning. */
  start: string[];
}

/** The first parameter that is to be taken apart late, if any of them can be, or -1. */
export function firstLate(e: Emitter, node: Callable): number {
  const first = node.params.findIndex(
    (param) => isQuoted(param) || isBornEarly(node, param) || (!e.input.countOnly && nests(param)),
  );
  // What a compiler makes properties of or decorates is to stay a parameter.
  return node.params.slice(first).some((param) => param.type === "TSParameterProperty" || isDecorated(param))
    ? -1
    : first;
}

/** There is a pattern inside of the parameter's. */
function nests(param: Node): boolean {
  return nestsPatterns(param.type === "RestElement" ? param.argument : patternOf(param));
}

/** A generator's rest arrays are made when it is called, and its body begins later, or never. */
function isBornEarly(node: Callable, param: Node): boolean {
  return "generator" in node && node.generator && holdsRest(param);
}

function holdsRest(node: Node): boolean {
  if (node.type === "RestElement") return true;
  if (node.type === "AssignmentPattern") return holdsRest(node.left);
  return /Pattern$|^Property$/.test(node.type) && someChild(node, holdsRest);
}

/** V8 would quote a probe in the default where what is given is no list. */
function isQuoted(param: Node): boolean {
  return param.type === "AssignmentPattern" && param.left.type === "ArrayPattern";
}

function isDecorated(param: Node): boolean {
  return "decorators" in param && Array.isArray(param.decorators) && param.decorators.length > 0;
}

export function lateParameters(e: Emitter, node: Callable, late: Node[], given: Place["given"]): LateParameters {
  const first = late[0] as Node;
  const place: Place = { e, node, first: node.params.length - late.length, key: `[${e.probe("none")}]:`, given };
  if (e.setters.has(node)) {
    // It has one parameter and may have no rest.
    const held = e.fresh();
    const lead = `{${place.key}${held}=arguments[0],`;
    const end = first.type === "AssignmentPattern" ? "}=0" : "}";
    return { params: [[first, [lead, entry(place, first, held), end]]], names: [e.probe("W")], lead: [], start: [] };
  }
  const listed: string[] = [];
  const names: string[] = [];
  const lead: string[] = [];
  const start: string[] = [];
  const params: LateParameters["params"] = late.map((param) => {
    if (param.type === "RestElement") return [param, rest(place, param, { listed, names, lead, start })];
    const held = e.fresh();
    listed.push(param.type === "AssignmentPattern" ? `${held}=void 0` : held);
    names.push(held);
    return [param, entry(place, param, held)];
  });
  const [begin, last] = [params[0], params[params.length - 1]] as [(typeof params)[0], (typeof params)[0]];
  begin[1] = [listed.map((name) => `${name},`), "...{", begin[1]];
  const comma = pastBlanks(e.source, last[0].end);
  if (e.source[comma] === ",") params.push([{ start: comma, end: comma + 1 }, "}"]);
  else last[1] = [last[1], "}"];
  return { params, names, lead, start };
}

/** An object's pattern with a default, where it stands. */
export function defaulted(e: Emitter, param: Node & { type: "AssignmentPattern" }, rests: string[]): Rope {
  const { left, right } = param;
  const value = e.used(right);
  const checkedValue = isPlain(value) ? value : takenApartText(e, value, left, DEFAULTED);
  return [target(e, left, rests), e.slice(left.end, right.start), checkedValue];
}
