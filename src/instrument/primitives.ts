/** Which expressions and names hold nothing but primitives, so that turning them into a key or a text runs no code. */
import type { Node } from "@oxc-project/types";
import type { Question } from "./judge.js";
import type { Scope } from "./scope.js";

const PRIMITIVE = new Set(["TemplateLiteral", "UnaryExpression", "UpdateExpression", "BinaryExpression"]);
const GLOBALS = new Set(["undefined", "NaN", "Infinity"]);

/** `Math.floor(i / 2)`, where nothing in the file is called Math. */
export function isOfMath(node: Node, scope: Scope): boolean {
  if (node.type !== "CallExpression" && node.type !== "MemberExpression") return false;
  const member = node.type === "CallExpression" ? node.callee : node;
  if (member.type !== "MemberExpression" || member.computed || member.object.type !== "Identifier") return false;
  if (member.object.name !== "Math") return false;
  for (let at: Scope | null = scope; at !== null; at = at.parent) if (at.dynamic || at.names.has("Math")) return false;
  return true;
}

export const primitives: Question = {
  expression: (node, scope) =>
    PRIMITIVE.has(node.type) || (node.type === "Literal" && !("regex" in node)) || isOfMath(node, scope),
  global: (name) => GLOBALS.has(name),
  functions: false,
  imported: () => false,
  required: false,
};
