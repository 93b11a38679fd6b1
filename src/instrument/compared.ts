/**
 * Names that are compared again in an expression which runs no code: the clock stands still, and one use says what the later
 * ones say. `a === b || (a !== a && b !== b)` asks whether two values are the same, and lodash for each key of each list.
 */
import type { Node } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import type { Binding } from "./scope.js";
import { unparen } from "./syntax.js";

/** Marks the later ones of a comparison, or of several that are joined, as spared. */
export function spareCompared(e: Emitter, root: Node): void {
  if (e.input.countOnly) return;
  const later: Node[] = [];
  if (goThrough(e, root, new Set(), later)) for (const node of later) e.spared.add(node);
}

/** In the order of evaluation; false where something may run code. What is compared in a branch is so in that branch. */
function goThrough(e: Emitter, given: Node, compared: Set<Binding>, later: Node[]): boolean {
  const node = unparen(given);
  switch (node.type) {
    case "Identifier": {
      // A property of the global object may be a getter.
      const binding = e.binding(node.name);
      return binding === null ? node.name === "undefined" : !binding.scope.dynamic;
    }
    case "Literal":
    case "ThisExpression":
      return true;
    case "UnaryExpression":
      return /^(!|typeof|void)$/.test(node.operator) && goThrough(e, node.argument, compared, later);
    case "LogicalExpression":
      return goThrough(e, node.left, compared, later) && goThrough(e, node.right, new Set(compared), later);
    case "BinaryExpression": {
      const { left, right, operator } = node;
      if (!/^[!=]==?$/.test(operator) || (left as Node).type === "PrivateIdentifier") return false;
      const isAsked = !e.neverArray(left) && !e.neverArray(right);
      // Without the third sign an object may be asked for its value.
      if (operator.length === 2 && isAsked) return false;
      if (!goThrough(e, left, compared, later) || !goThrough(e, right, compared, later)) return false;
      if (isAsked) for (const side of [left, right]) compare(e, side, compared, later);
      return true;
    }
    default:
      return false;
  }
}

function compare(e: Emitter, side: Node, compared: Set<Binding>, later: Node[]): void {
  if (side.type !== "Identifier" || !e.stable(side)) return;
  const binding = e.binding(side.name);
  if (binding === null) return;
  if (compared.has(binding)) later.push(side);
  else compared.add(binding);
}
