/** One late parameter as properties of the rest pattern that all of them stand in: see `late-parameters.ts`. */
import type { ArrowFunctionExpression, BindingPattern, Function as FunctionNode, Node } from "@oxc-project/types";
import { HOW, iteratedText } from "./checked.js";
import { someChild } from "./children.js";
import { NotInstrumented } from "./contract.js";
import { busyPattern, target } from "./destructuring.js";
import type { Emitter } from "./emitter.js";
import { nameFor, takesName, unnamed } from "./naming.js";
import { again, checked, isBusyInside, takenBy } from "./nested-patterns.js";
import { quoted } from "./quote.js";
import type { Rope } from "./rope.js";
import { pastBlanks, unparen } from "./syntax.js";

/** How V8 quotes a parameter that has a default: it is a conditional expression to it. */
export const DEFAULTED = "(intermediate value)".repeat(3);

export type Callable = ArrowFunctionExpression | FunctionNode;

/** What all parameters of one function share. */
export interface Place {
  e: Emitter;
  node: Callable;
  /** Index of the first late parameter. */
  first: number;
  key: string;
  /** A parameter's value, once a native that calls back has been thought of. */
  given: (param: Node, held: string) => string;
}

/** The pattern of a parameter that has a default. */
export function patternOf(param: Node): Node {
  return param.type === "AssignmentPattern" ? param.left : param;
}

/** A parameter as a property of a pattern, with what is to be noted before and after. */
export function entry(place: Place, param: Node, held: string): Rope {
  const { e, key } = place;
  const left = patternOf(param) as BindingPattern;
  const right = param.type === "AssignmentPattern" ? param.right : null;
  const { type, from } = typed(e, left, right);
  const until = type === "" ? left.end : (left.typeAnnotation?.start ?? left.end);
  if (left.type === "Identifier") {
    const given = place.given(param, held);
    const value = right === null ? given : [`${held}===void 0?`, initial(e, left.name, right), `:${given}`];
    const name = left.optional ? left.name : e.slice(left.start, until);
    return [key, name, "=(", type, e.slice(from, right?.start ?? from), value, ")"];
  }
  const [before, pattern, value, after] = taken(place, { ...left, end: until }, { param, right, held });
  const blanks = right === null ? "" : e.slice(from, right.start);
  return [before, key, pattern, "=(", type, blanks, value, ")", after];
}

/** The type behind a name or pattern as an expression without effect, and where what comes behind it begins. */
function typed(e: Emitter, left: BindingPattern, right: Node | null): { type: Rope; from: number } {
  const annotation = left.typeAnnotation ?? null;
  const end = annotation?.end ?? left.end;
  const from = right === null ? end : pastBlanks(e.source, end) + 1;
  const gap = right === null ? "" : e.slice(end, from - 1);
  if (annotation === null) return { type: gap, from };
  const { start, end: to } = annotation.typeAnnotation;
  return { type: ["void 0 as ", e.slice(annotation.start + 1, start), e.slice(start, to), gap, ","], from };
}

/** V8 names a function without a name after the parameter whose default it is. */
function initial(e: Emitter, name: string, value: Node): Rope {
  nameFor(e, value, name);
  const rope = e.emit(value);
  const key = JSON.stringify(name);
  return takesName(value) ? [`({[${key}]:`, rope, `})[${key}]`] : rope;
}

/** The callee of an expression that is a call. */
function called(expression: Node): Node | null {
  const inner = unparen(expression);
  const call = inner.type === "ChainExpression" ? inner.expression : inner;
  return call.type === "CallExpression" || call.type === "NewExpression" ? call.callee : null;
}

interface Given {
  param: Node;
  /** Its default. */
  right: Node | null;
  held: string;
}

/** What comes before a pattern's property, the pattern, the value that it takes apart, what comes behind. */
function taken(place: Place, left: BindingPattern, { param, right, held }: Given): [Rope, Rope, Rope, Rope] {
  const { e, key, node } = place;
  const rests: string[] = [];
  const outer = e.noteList;
  const list = !e.input.countOnly && isBusyInside(left) ? e.fresh() : "";
  e.noteList = list;
  const pattern = target(e, left, rests);
  const busy = !e.input.countOnly && busyPattern(left);
  let given: Rope = place.given(param, held);
  if (right !== null) {
    given = [`${held}===void 0?`, busy ? [`${held}=`, unnamed(right, e.emit(right))] : e.emit(right), ":", given];
  }
  const call = right === null ? null : called(right);
  // Of a default V8 quotes no more here than what it calls.
  const read =
    left.type === "ArrayPattern" && call !== null
      ? iteratedText(e, given, HOW.defaulted + 1, quoted(call), node.start)
      : checked(e, left, given, right === null || left.type === "ArrayPattern" ? null : DEFAULTED, node.start);
  const value = takenBy(e, left, read, right === null ? null : DEFAULTED, list);
  e.noteList = outer;
  const notes = rests.map((rest) => `${e.probe(e.own ? "l" : "L")}(${rest})`);
  if (busy) notes.push(e.note(held));
  if (list !== "") notes.push(again(e, list));
  return [list === "" ? "" : `${key}${list}=[],`, pattern, value, notes.map((note) => `,${key}${e.fresh()}=${note}`)];
}

interface Lists {
  /** Parameters of ours, in place of a rest array's elements. */
  listed: string[];
  names: string[];
  lead: string[];
  start: string[];
}

/** `...r`, `...[a, ...r]` and `...{ 0: a }` as properties of the rest pattern that all stand in. */
export function rest(place: Place, param: Node & { type: "RestElement" }, lists: Lists): Rope {
  const { e, key, node } = place;
  const { argument } = param;
  const site = e.site("rest", param.start, param);
  const blanks = e.slice(param.start + "...".length, argument.start);
  const counted = `${e.probe(e.own ? "l" : "L")}(${site}`;
  if (argument.type === "Identifier") {
    const [length, copy] = [e.fresh(), e.fresh()];
    const { name } = argument;
    const until = argument.typeAnnotation?.start ?? argument.end;
    const type =
      argument.typeAnnotation === undefined || argument.typeAnnotation === null ? "" : typed(e, argument, null).type;
    const from = place.first + lists.names.length;
    lists.names.push(`...${name}`);
    if (hasArguments(node)) {
      const made = `${counted},${e.probe("list")}([],arguments,arguments.length-${from},${from}))`;
      return [key, blanks, e.slice(argument.start, until), "=(", type, made, ")"];
    }
    if (!isFunctionOf(node, name)) lists.lead.push(`${name}=${e.probe("list")}([],${copy},${length})`);
    lists.start.push(`${counted},${name})`);
    refuseTwo(e, node, name);
    const value = type === "" ? "" : ["=(", type, "void 0)"];
    return [key, blanks, e.slice(argument.start, until), value, `,length:${length},...${copy}`];
  }
  const lead = `${key}${e.fresh()}=${counted},0),`;
  if (argument.type === "ObjectPattern") return [lead, blanks, properties(place, argument)];
  return [lead, blanks, elements(place, argument as Node & { type: "ArrayPattern" }, lists)];
}

/** V8 has other words for a pattern inside of another: it stays inside of one. */
function inner(place: Place, element: Node, held: string): Rope {
  const { start, end } = element;
  if (!/Pattern$/.test(patternOf(element).type)) return entry(place, element, held);
  const around = { type: "ArrayPattern", elements: [element], start, end } as unknown as BindingPattern;
  const [before, pattern, value, after] = taken(place, around, { param: element, right: null, held: `[${held}]` });
  return [before, place.key, "[", pattern, "]=", value, after];
}

function elements(place: Place, pattern: Node & { type: "ArrayPattern" }, lists: Lists): Rope {
  const { e } = place;
  const out: Rope[] = [];
  let at = pattern.start + 1;
  for (const element of pattern.elements) {
    if (element?.type === "RestElement") {
      out.push(e.slice(at, element.start), rest(place, element, lists));
    } else {
      const held = e.fresh();
      // The function is as long as it was.
      lists.listed.push(`${held}=void 0`);
      lists.names.push(held);
      if (element !== null) out.push(e.slice(at, element.start), inner(place, element, held));
    }
    const end = element?.end ?? at;
    const comma = pastBlanks(e.source, end);
    at = e.source[comma] === "," ? comma + 1 : end;
    out.push(e.slice(end, element === null && at > end ? comma : at));
  }
  out.push(e.slice(at, endOf(pattern) - 1));
  return out;
}

function properties({ e, key, ...place }: Place, pattern: Node & { type: "ObjectPattern" }): Rope {
  const out: Rope[] = [];
  let at = pattern.start + 1;
  for (const property of pattern.properties) {
    out.push(e.slice(at, property.start));
    at = property.end;
    if (property.type === "RestElement" || !/Pattern$/.test(patternOf(property.value).type)) {
      out.push(target(e, property, []));
      continue;
    }
    const held = e.fresh();
    const { value } = property;
    const lead = property.computed
      ? [e.slice(property.start, property.key.start), e.emit(property.key), e.slice(property.key.end, value.start)]
      : e.slice(property.start, value.start);
    out.push(lead, `${held},`, inner({ ...place, e, key }, value, held));
  }
  out.push(e.slice(at, endOf(pattern) - 1));
  return out;
}

function endOf(pattern: Node & { type: "ArrayPattern" | "ObjectPattern" }): number {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : null;
  return annotation?.start ?? pattern.end;
}

/** `arguments` are this function's, and nothing else goes by the name where its parameters stand. */
function hasArguments(node: Callable): boolean {
  return node.type !== "ArrowFunctionExpression" && !node.params.some((param) => mentions(param, "arguments"));
}

function isFunctionOf(node: Callable, name: string): boolean {
  return (
    node.body?.type === "BlockStatement" &&
    node.body.body.some((statement) => statement.type === "FunctionDeclaration" && statement.id?.name === name)
  );
}

/** The rest array's name is given its value in the body, where it may be another variable than the parameters see. */
function refuseTwo(e: Emitter, node: Callable, name: string): void {
  const binding = e.scopes.of(node, e.scope).names.get(name);
  if (binding?.assigned !== true && !e.scope.dynamic) return;
  const mentioned = node.params.some((param) => param.type !== "RestElement" && mentions(param, name));
  if (mentioned) throw new NotInstrumented(`"${name}" is declared twice in one function`);
}

function mentions(node: Node, name: string): boolean {
  return (node.type === "Identifier" && node.name === name) || someChild(node, (child) => mentions(child, name));
}
