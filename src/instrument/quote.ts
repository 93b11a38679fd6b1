/**
 * How V8 quotes a callee in "… is not a function": it prints the syntax tree, not the source (V8, `CallPrinter` in
 * src/ast/prettyprinter.cc).
 */
import type { Node } from "@oxc-project/types";
import { unparen } from "./syntax.js";

/** What stand-ins are quoted as: the text of what they stand for. */
const standIns = new WeakMap<Node, string>();

export function quoteAs(node: Node, text: string): void {
  standIns.set(node, text);
}

const OTHER = "(intermediate value)";

export function quoted(expression: Node): string {
  const node = unparen(expression);
  const standIn = standIns.get(node);
  if (standIn !== undefined) return standIn;
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "ThisExpression":
      return "this";
    case "Super":
      return "super";
    case "Literal":
      return typeof node.value === "string" ? `"${node.value}"` : String(node.value);
    case "CallExpression":
      return `${quoted(node.callee)}(...)`;
    case "ChainExpression":
      return quoted(node.expression);
    case "MemberExpression": {
      const link = node.optional ? "?." : "";
      if (!node.computed) {
        const name =
          node.property.type === "PrivateIdentifier"
            ? `#${node.property.name}`
            : "name" in node.property
              ? node.property.name
              : "";
        return `${quoted(node.object)}${link === "" ? "." : link}${String(name)}`;
      }
      const key = unparen(node.property);
      if (key.type === "Literal" && typeof key.value === "string") return `${quoted(node.object)}.${key.value}`;
      return `${quoted(node.object)}${link}[${quoted(key)}]`;
    }
    default:
      return OTHER;
  }
}
