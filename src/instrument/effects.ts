/** What an expression may do while it is evaluated: whether the clock can move, whether our own code can run. */
import type { Node } from "@oxc-project/types";
import { childrenOf } from "./scope.js";

const known = new WeakMap<Node, boolean>();

/**
 * True when evaluating the node may make an array or run other traced code. Getters and coercions are not looked for:
 * what they could change is only how early a use is noted, and a use is also noted where the expression ends.
 */
export function mayAllocate(node: Node): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const answer = compute(node);
  known.set(node, answer);
  return answer;
}

function compute(node: Node): boolean {
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
    case "TaggedTemplateExpression":
    case "AwaitExpression":
    case "YieldExpression":
    case "ImportExpression":
    case "ArrayExpression":
    case "SpreadElement":
    case "ClassExpression":
    case "ArrayPattern":
    case "RestElement":
    case "ForOfStatement":
      return true;
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
      return false;
    default:
      return childrenOf(node).some(mayAllocate);
  }
}
