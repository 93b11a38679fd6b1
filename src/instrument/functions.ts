/** Functions: their temporaries, the parameters they take off the list of arrays handed over, their rest arrays. */
import type { ArrowFunctionExpression, Function as FunctionNode, Node } from "@oxc-project/types";
import { entered, entersImplicitly } from "./blame.js";
import { target } from "./destructuring.js";
import type { Emitter } from "./emitter.js";
import { textMark } from "./function-text.js";
import { defaulted, firstLate, lateParameters } from "./late-parameters.js";
import { leaving, type Merged, mergedUses } from "./merged-uses.js";
import { nested, nestsPatterns } from "./nested-patterns.js";
import type { Rope } from "./rope.js";
import { childrenOf } from "./scope.js";
import { takenLater } from "./taken-later.js";

type Callable = ArrowFunctionExpression | FunctionNode;

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
    const { quietThis: quiet, quietLater, region, merged, strict } = e;
    if (body.type === "BlockStatement" && isStrict(body)) e.strict = true;
    // The one that a constructor puts together begins with a line break of the constructor's.
    const whole = e.input.goal === "function" && e.functions === 0;
    e.functions++;
    e.region = null;
    const returns = e.returns;
    e.returns = e.callbackReturns;
    e.callbackReturns = null;
    // Methods keep what their class says of `this`; a plain function's `this` may be anything.
    if (node.type === "FunctionDeclaration" || (node.type === "FunctionExpression" && !e.inMethod)) e.quietThis = false;
    if (node.type === "ArrowFunctionExpression") e.quietThis &&= quietLater;
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
    const rope =
      body.type === "BlockStatement"
        ? blockBody(e, body, entry.start, textMark(e, node), whole ? 2 : 1)
        : [textMark(e, node), expressionBody(e, body, entry.start)];
    e.frame = outer;
    e.functions--;
    e.strict = strict;
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

interface Entry {
  params: [{ start: number; end: number }, Rope][];
  /** Statements for the beginning of the body; expressions, or whole declarations. */
  start: Start;
}

interface Start {
  /** Name that holds the breadcrumb of whoever handed the function over. */
  crumb: string;
  expressions: Rope[];
  declarations: Rope[];
}

function parameters(e: Emitter, node: Callable): Entry {
  const params: Entry["params"] = [];
  const start: Start = { crumb: "", expressions: [], declarations: [] };
  const names: string[] = [];
  const movable = !e.input.countOnly && patternsCanMove(e, node);
  let moved = false;
  const lookAt = e.callbackLook === "" && e.scopes.handed.has(node) ? (e.own ? "g" : "V") : e.callbackLook;
  e.callbackLook = "";
  const looked = (param: Node, name: string): string =>
    lookAt !== "" ? `${e.probe(lookAt)}(${e.site("callback", param.start, param)},${name})` : name;
  let lead: string[] = [];
  const late = movable ? -1 : firstLate(e, node);
  for (const [i, param] of node.params.entries()) {
    if (i === late) {
      const all = lateParameters(e, node, node.params.slice(i), looked);
      params.push(...all.params);
      names.push(...all.names);
      start.expressions.push(...all.start);
      lead = all.lead;
      break;
    }
    if (param.type === "RestElement") {
      const rests: string[] = [];
      params.push([
        param,
        param.argument.type === "Identifier" ? e.slice(param.start, param.end) : target(e, param, rests),
      ]);
      if (param.argument.type === "Identifier") {
        const site = e.site("rest", param.start, param);
        start.expressions.push(`${e.probe(e.own ? "l" : "L")}(${site},${param.argument.name})`);
        names.push(`...${param.argument.name}`);
      }
      for (const rest of rests) start.expressions.push(`${e.probe(e.own ? "l" : "L")}(${rest})`);
      continue;
    }
    if (param.type === "Identifier") {
      names.push(param.name);
      if (lookAt !== "") start.expressions.push(looked(param, param.name));
      params.push([param, e.inside(param, [...(param.decorators ?? [])])]);
    } else if (
      movable &&
      (param.type === "ArrayPattern" || (param.type === "ObjectPattern" && (moved || nestsPatterns(param))))
    ) {
      moved = true;
      const held = e.fresh();
      names.push(held);
      start.declarations.push(
        ...takenLater(e, param, { held, given: looked(param, held), quote: null, at: node.start, keyword: "var" }),
      );
      params.push([param, held]);
    } else {
      names.push(e.probe("W"));
      const rests: string[] = [];
      const inner =
        param.type === "TSParameterProperty"
          ? e.inside(param, [param.parameter])
          : param.type === "AssignmentPattern" && param.left.type === "ObjectPattern"
            ? defaulted(e, param, rests)
            : target(e, param, rests);
      params.push([param, inner]);
      for (const rest of rests) start.expressions.push(`${e.probe(e.own ? "l" : "L")}(${rest})`);
      const pattern = param.type === "AssignmentPattern" ? param.left : param;
      if (hasArguments(e, node)) {
        const given = `arguments[${node.params.indexOf(param)}]`;
        const read = nested(e, pattern, given, "");
        if (read !== given) start.expressions.push(read);
      }
    }
  }
  // A generator's body begins when it is first asked for a value; who called it is gone by then.
  if (!node.generator && !e.input.countOnly) start.expressions.unshift(`${e.probe("S")}[0]&&${claim(e, names)}`);
  start.expressions.unshift(...lead);
  return { params, start };
}

/** As many parameters as `$aT.e` takes. */
const CLAIMED = 4;

/** A rest array is handed over whole: to spread it would run the array iterator, which may be the program's own. */
function claim(e: Emitter, names: string[]): string {
  const last = names[names.length - 1] ?? "";
  if (!last.startsWith("...")) return `${e.probe(names.length > CLAIMED ? "claims" : "e")}(${names.join(",")})`;
  return `${e.probe("claimed")}(${[last.slice(3), ...names.slice(0, -1)].join(",")})`;
}

/** `arguments` in the body are this function's, and nothing else goes by the name. */
function hasArguments(e: Emitter, node: Callable): boolean {
  if (node.type === "ArrowFunctionExpression" || e.input.countOnly) return false;
  return !e.source.slice(node.start, node.end).includes("arguments");
}

/** A parameter pattern may be taken apart in the body where no other parameter or declaration could tell. */
function patternsCanMove(e: Emitter, node: Callable): boolean {
  if (node.generator) return false;
  // Where the parameters are names alone, a sloppy function's `arguments` are the same variables.
  if (!e.strict && e.source.slice(node.start, node.end).includes("arguments")) return false;
  const mentioned = new Set<string>();
  for (const param of node.params) {
    if (param.type === "TSParameterProperty") {
      const bound = new Set(node.params.flatMap((each) => (each === param ? [] : boundIn(each))));
      for (const name of namesIn(param.parameter, new Set())) if (bound.has(name)) return false;
      continue;
    }
    const pattern = param.type === "ArrayPattern" || param.type === "ObjectPattern";
    if (!pattern && param.type !== "Identifier") return false;
    if (pattern) evaluatedIn(param, mentioned);
  }
  // A default that waits for what comes later fails, which a `var` would not.
  if (waits(node.params, mentioned)) return false;
  const body = node.body;
  if (body === null || body === undefined || body.type !== "BlockStatement") return true;
  if (mentioned.size > 0 && (e.scope.dynamic || declares(e, node, body, mentioned))) return false;
  return !body.body.some(
    (statement) =>
      statement.type === "FunctionDeclaration" || ("directive" in statement && statement.directive !== null),
  );
}

/** Something that the patterns evaluate mentions a name that is declared behind it. */
function waits(params: readonly Node[], mentioned: ReadonlySet<string>): boolean {
  if (mentioned.size === 0) return false;
  const unborn = new Set<string>();
  for (const param of params) for (const name of boundIn(param)) unborn.add(name);
  const visit = (node: Node): boolean => {
    if (node.type === "Identifier") {
      unborn.delete(node.name);
      return false;
    }
    const evaluated = node.type === "AssignmentPattern" ? node.right : node.type === "Property" ? node.key : null;
    if (evaluated !== null && (node.type !== "Property" || node.computed))
      for (const name of namesIn(evaluated, new Set())) if (unborn.has(name)) return true;
    if (node.type === "AssignmentPattern") return visit(node.left);
    return node.type === "Property" ? visit(node.value) : childrenOf(node).some(visit);
  };
  return params.some(visit);
}

/** Names that a pattern declares. */
function boundIn(node: Node): string[] {
  if (node.type === "Identifier") return [node.name];
  if (node.type === "AssignmentPattern") return boundIn(node.left);
  return (node.type === "Property" ? [node.value] : childrenOf(node)).flatMap(boundIn);
}

/** Names in what the pattern evaluates: parameters have a scope of their own for it, which the body's names are not in. */
function evaluatedIn(node: Node, names: Set<string>): void {
  if (node.type === "AssignmentPattern") {
    namesIn(node.right, names);
    evaluatedIn(node.left, names);
    return;
  }
  if (node.type === "Property" && node.computed) namesIn(node.key, names);
  for (const child of node.type === "Property" ? [node.value] : childrenOf(node)) evaluatedIn(child, names);
}

function namesIn(node: Node, names: Set<string>): Set<string> {
  if (node.type === "Identifier") names.add(node.name);
  for (const child of childrenOf(node)) namesIn(child, names);
  return names;
}

function declares(e: Emitter, node: Callable, body: Node, names: Set<string>): boolean {
  const own = e.scopes.of(node, e.scope);
  for (const scope of [own, e.scopes.of(body, own)]) {
    // One that is assigned may be a variable of the body by the same name.
    for (const [name, { kind, assigned }] of scope.names)
      if ((kind !== "param" || assigned) && names.has(name)) return true;
  }
  return false;
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

/** `open`: how much of the text comes before what we put in. */
function blockBody(
  e: Emitter,
  body: Node & { type: "BlockStatement" },
  start: Start,
  mark: string,
  open: number,
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
  const then = merged === null ? "" : e.temp();
  const rest = e.statements(at, list, body.end - 1);
  // A directive without a semicolon would run on into what is put behind it.
  const begin: Rope = [e.slice(body.start, body.start + open), mark, e.slice(body.start + open, at)];
  countCalls(e, start);
  const lead: Rope = [begin, first > 0 ? ";" : "", temporaries(e)];
  const begun: Rope = [start.expressions.map((text) => [text, ";"]), start.declarations];
  const end = e.slice(body.end - 1, body.end);
  if (around !== null) return [lead, entered(e, around, [begun, rest], start.crumb), end];
  if (merged === null) return [lead, begun, rest, end];
  return [lead, begun, left(e, merged, then, rest), end];
}

/** The body in which uses are merged, and the way out of it. */
function left(e: Emitter, merged: Merged, then: string, body: Rope): Rope {
  return [`${then}=${e.probe("C")}[0];try{`, body, `}finally{${leaving(e, merged, then)}}`];
}

function expressionBody(e: Emitter, body: Node, start: Start): Rope {
  const { merged } = e;
  const then = merged === null ? "" : e.temp();
  const value = e.emit(body);
  const rope: Rope = e.returns === null || e.neverArray(body) ? value : [`${e.probe(e.returns)}(`, value, ")"];
  countCalls(e, start);
  const declared = temporaries(e);
  const { around } = e.frame;
  if (around !== null) {
    const all: Rope = [start.expressions.map((text) => [text, ";"]), start.declarations];
    return ["{", declared, entered(e, around, [all, "return (", rope, ")"], start.crumb), "}"];
  }
  if (merged !== null) {
    const lead = [declared, start.expressions.map((text) => [text, ";"]), start.declarations];
    return ["{", lead, left(e, merged, then, ["return (", rope, ")"]), "}"];
  }
  if (declared === "" && start.declarations.length === 0) {
    return start.expressions.length === 0 ? rope : ["(", start.expressions.map((text) => [text, ","]), rope, ")"];
  }
  return ["{", declared, start.expressions.map((text) => [text, ";"]), start.declarations, "return (", rope, ")}"];
}
