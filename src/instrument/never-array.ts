/** Which expressions and names can never hold an array object. */

import type { Question } from "./judge.js";
import { KNOWN_GLOBALS } from "./natives.js";

const NEVER = new Set([
  ...["Literal", "TemplateLiteral", "FunctionExpression", "ArrowFunctionExpression", "ClassExpression"],
  ...["ObjectExpression", "UnaryExpression", "UpdateExpression", "BinaryExpression", "Super", "MetaProperty"],
  ...["ImportExpression", "JSXElement", "JSXFragment"],
]);

export const neverArray: Question = {
  expression: (node) => NEVER.has(node.type),
  global: (name) => KNOWN_GLOBALS.has(name),
  functions: true,
  imported: (specifier) => specifier?.type === "ImportNamespaceSpecifier",
  required: true,
};
