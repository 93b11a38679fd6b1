/** Small questions to the syntax tree. */
import type { Node } from "@oxc-project/types";

export function isFunction(node: Node): boolean {
  return node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
}

/** Text of a property's key, empty where there is none to give. */
export function keyName(key: Node): string {
  if (key.type === "Identifier") return key.name;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return key.type === "Literal" ? String(key.value) : "";
}

/** The expression without parentheses and type assertions around it. */
export function unparen(node: Node): Node {
  let at = node;
  for (;;) {
    switch (at.type) {
      case "ParenthesizedExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
        at = at.expression;
        break;
      default:
        return at;
    }
  }
}

/** Past blanks and comments. */
export function pastBlanks(source: string, from: number): number {
  const blanks = /(?:\s|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)*/y;
  blanks.lastIndex = from;
  blanks.test(source);
  return blanks.lastIndex;
}
