/**
 * Calls of functions that stand in the same file and can be nothing else. Such a callee is traced, so nothing of what a
 * call is asked otherwise is in question: it takes its parameters itself, its arrays were seen where they were made,
 * and its own calls leave their breadcrumbs. `f(x)` stays `f(x)`.
 */
import type { ArrowFunctionExpression, CallExpression, Function as FunctionNode, Node } from "@oxc-project/types";
import { childrenOf } from "./children.js";
import { type CallJudge, mayAllocateBut } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { PURE_METHODS, PURE_NAMESPACES } from "./natives.js";
import type { Scope } from "./scope.js";
import { isFunction, unparen } from "./syntax.js";

type Callable = ArrowFunctionExpression | FunctionNode;

/** The function that the call runs, or null where that is not certain or its parameters are taken apart. */
export function knownFunction(e: Emitter, node: CallExpression, scope: Scope = e.scope): Callable | null {
  if (node.callee.type !== "Identifier" || node.optional) return null;
  // What is spread is iterated, and V8 has words of its own for what cannot be.
  if (node.arguments.some((argument) => argument.type === "SpreadElement")) return null;
  const binding = e.scopes.find(node.callee.name, scope);
  if (binding === null || binding.assigned || binding.scope.dynamic || binding.init === null) return null;
  if (binding.kind !== "function" && !(binding.kind === "const" && binding.whole)) return null;
  const init = unparen(binding.init);
  if (init.type !== "FunctionDeclaration" && !isFunction(init)) return null;
  const known = init as Callable;
  return known.generator || !known.body || !known.params.every(isPlainParameter) ? null : known;
}

function isPlainParameter(param: Node): boolean {
  return param.type === "Identifier" || (param.type === "AssignmentPattern" && param.left.type === "Identifier");
}

/** What such expressions give has been looked at where they stand. */
const LOOKED_AT = new Set(["ArrayExpression", "CallExpression", "NewExpression", "TaggedTemplateExpression"]);

const answers = new WeakMap<Callable, boolean>();

/**
 * True when what the function returns needs no look at its calls: it was made in the function, or is no array. Anything
 * else may be an array that a native has put into an object (`return message.data`).
 */
export function returnsWhatWasSeen(e: Emitter, known: Callable, scope: Scope = e.scope): boolean {
  const before = answers.get(known);
  if (before !== undefined) return before;
  const inner = e.scopes.of(known, scope);
  const body = known.body as Node;
  const answer = known.async || (body.type === "BlockStatement" ? returnsSeen(e, body, inner) : isSeen(e, body, inner));
  answers.set(known, answer);
  return answer;
}

function returnsSeen(e: Emitter, node: Node, outer: Scope): boolean {
  if (node.type === "FunctionDeclaration" || isFunction(node) || /^Class/.test(node.type)) return true;
  const scope = e.scopes.of(node, outer);
  if (node.type === "ReturnStatement") return node.argument === null || isSeen(e, node.argument, scope);
  return childrenOf(node).every((child) => returnsSeen(e, child, scope));
}

function isSeen(e: Emitter, expression: Node, scope: Scope): boolean {
  const node = unparen(expression);
  if (LOOKED_AT.has(node.type) || e.neverArray(node, scope)) return true;
  if (node.type === "ConditionalExpression")
    return isSeen(e, node.consequent, scope) && isSeen(e, node.alternate, scope);
  if (node.type === "LogicalExpression") return isSeen(e, node.left, scope) && isSeen(e, node.right, scope);
  return false;
}

/** Which calls make no array while they run: of natives that are known to make none, of functions that do no such thing. */
export function quietCalls(e: Emitter): CallJudge {
  const asked = new Map<Callable, boolean>();
  return function quiet(node) {
    const callee = unparen(node.callee);
    if (callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier") {
      const { object } = callee;
      if (object.type !== "Identifier") return false;
      return PURE_NAMESPACES.has(object.name)
        ? e.binding(object.name) === null
        : PURE_METHODS.has(callee.property.name);
    }
    const known = knownFunction(e, node);
    if (known === null || known.async) return false;
    const before = asked.get(known);
    if (before !== undefined) return before;
    // A function that calls itself makes nothing by that.
    asked.set(known, true);
    const answer = ![...known.params, known.body as Node].some((part) => mayAllocateBut(part, quiet));
    asked.set(known, answer);
    return answer;
  };
}
