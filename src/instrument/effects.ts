/** What an expression may do while it is evaluated: whether the clock can move, whether our own code can run. */
import type { CallExpression, Node } from "@oxc-project/types";
import { childrenOf, someChild } from "./children.js";

const known = new WeakMap<Node, boolean>();

/**
 * True when evaluating the node may make an array or run other traced code. Getters and coercions are not looked for:
 * what they could change is only how early a use is noted, and a use is also noted where the expression ends.
 */
export function mayAllocate(node: Node): boolean {
  // Most nodes are leaves, and not worth an entry.
  if (node.type === "Literal" || node.type === "ThisExpression") return false;
  if (node.type === "Identifier" && !node.decorators?.length) return false;
  const before = known.get(node);
  if (before !== undefined) return before;
  const answer = compute(node);
  known.set(node, answer);
  return answer;
}

function compute(node: Node): boolean {
  if (node.type === "CallExpression" || makes(node)) return true;
  switch (node.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
      return false;
    default:
      return someChild(node, mayAllocate);
  }
}

function makes(node: Node): boolean {
  switch (node.type) {
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
    default:
      return false;
  }
}

/** True for a call that makes no array, as far as it matters for how late a use is noted. */
export type CallJudge = (node: CallExpression) => boolean;

/**
 * The same for a loop in which uses are noted late anyway, so that a call which only looks as if it made nothing costs
 * accuracy and no more: calls that `quiet` knows do not count. Literals do not where `literals` says so.
 */
export function mayAllocateBut(node: Node, quiet: CallJudge, literals = false): boolean {
  if (!mayAllocate(node)) return false;
  if (node.type === "CallExpression") {
    if (!quiet(node)) return true;
  } else if (makes(node) && !(literals && node.type === "ArrayExpression")) return true;
  return someChild(node, (child) => mayAllocateBut(child, quiet, literals));
}

/** Array literals in what is evaluated with the node. */
export function literalsIn(node: Node): number {
  if (!mayAllocate(node)) return 0;
  let count = node.type === "ArrayExpression" ? 1 : 0;
  for (const child of childrenOf(node)) count += literalsIn(child);
  return count;
}
