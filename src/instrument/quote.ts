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
      if ("bigint" in node && node.bigint) return OTHER;
      return typeof node.value === "string" ? `"${node.value}"` : String(node.value);
    case "CallExpression":
      return `${quoted(node.callee)}(...)`;
    case "TaggedTemplateExpression":
      return `${quoted(node.tag)}(...)`;
    case "NewExpression":
      return quoted(node.callee);
    case "ArrayExpression":
      return `[${node.elements.map((element) => (element === null ? OTHER : quoted(element))).join(",")}]`;
    case "SpreadElement":
      return `(...${quoted(node.argument)})`;
    case "ObjectExpression":
      return `{${OTHER.repeat(node.properties.length)}}`;
    case "AssignmentExpression":
      return quoted(node.left);
    case "SequenceExpression":
      return `(${node.expressions.map(quoted).join(" , ")})`;
    case "LogicalExpression":
      return `(${operands(node).join(` ${node.operator} `)})`;
    case "BinaryExpression":
      return `(${operands(node).join(` ${node.operator} `)})`;
    case "UnaryExpression":
      return `(${node.operator}${/^[a-z]/.test(node.operator) ? " " : ""}${quoted(node.argument)})`;
    case "ConditionalExpression":
      return OTHER + OTHER + OTHER;
    case "TemplateLiteral":
      return node.expressions.length > 0
        ? node.expressions.map(quoted).join("")
        : `"${node.quasis[0]?.value.cooked ?? ""}"`;
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
      const bridge = standIns.get(node.object)?.endsWith("?") ? "." : link;
      if (key.type === "Literal" && typeof key.value === "string") return `${quoted(node.object)}.${key.value}`;
      return `${quoted(node.object)}${bridge}[${quoted(key)}]`;
    }
    default:
      return OTHER;
  }
}

/** `a + b + c` is one list to V8. */
function operands(node: Node): string[] {
  if (node.type !== "BinaryExpression" && node.type !== "LogicalExpression") return [quoted(node)];
  const same = node.left.type === node.type && node.left.operator === node.operator;
  return [...(same ? operands(node.left) : [quoted(node.left)]), quoted(node.right)];
}
