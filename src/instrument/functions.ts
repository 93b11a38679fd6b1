/** Functions: their bodies, and what stands before and around them. */
import type { Node } from "@oxc-project/types";
import { entered, entersImplicitly } from "./blame.js";
import type { Emitter } from "./emitter.js";
import { textMark } from "./function-text.js";
import { again, type Merged, mergedUses, standsInABlock } from "./merged-uses.js";
import { type Callable, parameters, type Start } from "./parameters.js";
import type { Rope } from "./rope.js";
import { untilOver } from "./scope-ends.js";

/**
 * `function f(a, ...r) { … }` → `function f(a, ...r) {let $0;$aT.S[0]&&$aT.e(a);$aT.l(7,r); … }`
 * `(a) => a[0]` → `(a) => ($aT.S[0]&&$aT.e(a),$aT.u(a)[0])`
 */
export function functionLike(e: Emitter, node: Callable): Rope {
  const body = node.body;
  if (body === null || body === undefined || ("declare" in node && node.declare)) return e.slice(node.start, node.end);
  const named = node.id?.name ?? e.takeHint();
  return e.within(node, () => {
    const outer = e.frame;
    const { quietThis: quiet, quietLater, region, merged, strict, home, ends: outerEnds, calls } = e;
    if (body.type === "BlockStatement" && isStrict(body)) e.strict = true;
    // The one that a constructor puts together begins with a line break of the constructor's.
    const whole = e.input.goal === "function" && e.functions === 0;
    e.functions++;
    e.region = null;
    e.ends = false;
    e.calls = 0;
    const returns = e.returns;
    e.returns = e.callbackReturns;
    e.callbackReturns = null;
    // Methods keep what their class says of `this`; a plain function's `this` may be anything.
    if (node.type === "FunctionDeclaration" || (node.type === "FunctionExpression" && !e.inMethod)) e.quietThis = false;
    if (node.type === "ArrowFunctionExpression") e.quietThis &&= quietLater;
    if (node.type !== "ArrowFunctionExpression") e.home = e.inMethod ? 2 : 1;
    e.inMethod = false;
    const path = [outer.path, named === "" ? "<anonymous>" : named].filter((part) => part !== "").join(".");
    const owner = e.input.dependency === null ? { start: node.start, end: node.end, index: -1 } : null;
    const params = e.topFrame(path, owner);
    e.frame = params;
    const entry = parameters(e, node);
    e.keepAtTop(params);
    e.frame = e.fileFrame(path, owner, "generator" in node && node.generator);
    if (entersImplicitly(e, node)) e.frame.around = e.temp();
    const crumb = e.later.get(node);
    if (crumb !== undefined && e.frame.around !== null) entry.start.crumb = crumb;
    else if (crumb !== undefined)
      entry.start.expressions.unshift(`${e.probe(e.unsure.has(node) ? "E" : "Z")}(${crumb})`);
    e.merged = e.frame.around === null ? mergedUses(e, node, body) : null;
    // A generator is left in its middle, an async function before it is over, and what runs without a call is a native's.
    const runs = !node.generator && !node.async && e.frame.around === null;
    const ends = e.marksEnds && runs && standsInABlock(node, body);
    e.ends = ends;
    const rope =
      body.type === "BlockStatement"
        ? blockBody(e, body, entry.start, textMark(e, node, entry.takes), { open: whole ? 2 : 1, ends })
        : [textMark(e, node, entry.takes), expressionBody(e, body, entry.start, ends)];
    e.frame = outer;
    e.functions--;
    e.strict = strict;
    e.home = home;
    e.ends = outerEnds;
    e.calls = calls;
    e.quietThis = quiet;
    e.quietLater = quietLater;
    e.region = region;
    e.merged = merged;
    e.returns = returns;
    const out: Rope[] = [];
    let at = node.start;
    for (const [param, text] of entry.params) {
      out.push(e.slice(at, param.start), text);
      at = param.end;
    }
    out.push(e.slice(at, body.start), rope, e.slice(body.end, node.end));
    return out;
  });
}

function temporaries(e: Emitter): string {
  const names: string[] = [];
  for (let i = 0; i < e.frame.temps; i++) names.push(`${e.frame.prefix}${i}`);
  return names.length > 0 ? `let ${names.join(",")};` : "";
}

/** After the body, which says whether there is anything to count them for. */
function countCalls(e: Emitter, start: Start): void {
  const count = e.callCount();
  if (count !== "") start.expressions.unshift(count);
}

function isStrict(body: Node & { type: "BlockStatement" }): boolean {
  return (body.body as Node[]).some((node) => "directive" in node && node.directive === "use strict");
}

/** `open`: how much of the text comes before what we put in. `ends`: the call's end is to be marked. */
function blockBody(
  e: Emitter,
  body: Node & { type: "BlockStatement" },
  start: Start,
  mark: string,
  { open, ends }: { open: number; ends: boolean },
): Rope {
  const statements = body.body as Node[];
  let first = 0;
  let at = body.start + open;
  for (; first < statements.length; first++) {
    const statement = statements[first] as Node;
    if (statement.type !== "ExpressionStatement" || !("directive" in statement) || statement.directive === null) break;
    at = statement.end;
  }
  const list = statements.slice(first);
  const { around } = e.frame;
  const { merged } = e;
  if (merged !== null) merged.since = e.temp();
  const { begin: since, whole: rest } = marked(e, e.statements(at, list, body.end - 1), ends);
  // A directive without a semicolon would run on into what is put behind it.
  const begin: Rope = [e.slice(body.start, body.start + open), mark, e.slice(body.start + open, at)];
  countCalls(e, start);
  const lead: Rope = [begin, first > 0 ? ";" : "", temporaries(e)];
  // What comes with the parameters was made before the call.
  const begun: Rope = [start.expressions.map((text) => [text, ";"]), start.declarations, since];
  const end = e.slice(body.end - 1, body.end);
  if (around !== null) return [lead, entered(e, around, [begun, rest], start.crumb), end];
  if (merged === null) return [lead, begun, rest, end];
  return [lead, begun, left(e, merged, rest), end];
}

/** The body in which uses are merged, and the way out of it. */
function left(e: Emitter, merged: Merged, body: Rope): Rope {
  return [`${merged.since}=${e.probe("C")}[0];try{`, body, `}finally{${again(e, merged)}}`];
}

/** A body with the mark at its end, where anything is made in it. */
function marked(e: Emitter, body: Rope, ends: boolean): { begin: string; whole: Rope } {
  const index = e.frame.owner?.index ?? -1;
  return ends && index >= 0 ? untilOver(e, e.number(index), body, true) : { begin: "", whole: body };
}

/** What a function gives: read by the native that has called it, or by whoever has, when the call is over. */
export function given(e: Emitter, node: Node): Rope {
  const rope = e.emit(node);
  const read: Rope = e.returns === null || e.neverArray(node) ? rope : [`${e.probe(e.returns)}(`, rope, ")"];
  return e.ends && !e.isPrimitive(node) ? [`${e.probe("given")}(`, read, ")"] : read;
}

function expressionBody(e: Emitter, body: Node, start: Start, ends: boolean): Rope {
  const { merged } = e;
  if (merged !== null) merged.since = e.temp();
  const rope = given(e, body);
  countCalls(e, start);
  const { begin, whole } = marked(e, ["return (", rope, ")"], ends);
  const declared = temporaries(e);
  const { around } = e.frame;
  const begun: Rope = [start.expressions.map((text) => [text, ";"]), start.declarations, begin];
  if (around !== null) return ["{", declared, entered(e, around, [begun, whole], start.crumb), "}"];
  if (merged !== null) return ["{", declared, begun, left(e, merged, whole), "}"];
  if (declared === "" && start.declarations.length === 0) {
    return start.expressions.length === 0 ? rope : ["(", start.expressions.map((text) => [text, ","]), rope, ")"];
  }
  return ["{", declared, begun, whole, "}"];
}
