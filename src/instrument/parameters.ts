/** Parameters: those that a function takes off the list of arrays handed over, their rest arrays, their patterns. */
import type { ArrowFunctionExpression, Function as FunctionNode, Node } from "@oxc-project/types";
import { childrenOf, namesIn, someChild } from "./children.js";
import { target } from "./destructuring.js";
import type { Emitter } from "./emitter.js";
import { defaulted, firstLate, lateParameters } from "./late-parameters.js";
import { nested, nestsPatterns } from "./nested-patterns.js";
import type { Rope } from "./rope.js";
import { takenLater } from "./taken-later.js";

export type Callable = ArrowFunctionExpression | FunctionNode;

export interface Entry {
  params: [{ start: number; end: number }, Rope][];
  /** Statements for the beginning of the body; expressions, or whole declarations. */
  start: Start;
  /** So many parameters, from the first on, hold what is handed over as it is. */
  takes: number;
}

export interface Start {
  /** Name that holds the breadcrumb of whoever handed the function over. */
  crumb: string;
  expressions: Rope[];
  declarations: Rope[];
}

export function parameters(e: Emitter, node: Callable): Entry {
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
  return { params, start, takes: node.generator ? 0 : taken(node) };
}

/** One that has a default, and all behind it, may be something else by the time that the body begins. */
function taken(node: Callable): number {
  const end = node.params.findIndex(({ type }) => type !== "Identifier");
  return end < 0 ? node.params.length : end;
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
    return node.type === "Property" ? visit(node.value) : someChild(node, visit);
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

function declares(e: Emitter, node: Callable, body: Node, names: Set<string>): boolean {
  const own = e.scopes.of(node, e.scope);
  for (const scope of [own, e.scopes.of(body, own)]) {
    // One that is assigned may be a variable of the body by the same name.
    for (const [name, { kind, assigned }] of scope.names)
      if ((kind !== "param" || assigned) && names.has(name)) return true;
  }
  return false;
}
