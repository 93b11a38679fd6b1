/**
 * `Object.defineProperty(exports, "a", { enumerable: true, get: function () { return b.c; } })`, as compilers write it.
 *
 * Node reads the names of a CommonJS file's exports out of its text, and knows a getter by exactly this form: with any other
 * body it takes the name out again (https://github.com/nodejs/cjs-module-lexer#grammar). Nothing in it makes an array, so
 * it is left as it is.
 */
import type { CallExpression, Node } from "@oxc-project/types";

export function definesExport({ callee, arguments: [target, name, descriptor] }: CallExpression): boolean {
  if (callee.type !== "MemberExpression" || !isName(callee.object, "Object")) return false;
  if (callee.computed || !isName(callee.property, "defineProperty")) return false;
  if (!target || !isExports(target) || name?.type !== "Literal" || descriptor?.type !== "ObjectExpression")
    return false;
  return descriptor.properties.every((property) => {
    if (property.type !== "Property" || property.computed) return false;
    const { value } = property;
    return value.type === "Literal" || (value.type === "FunctionExpression" && returnsMember(value.body?.body ?? []));
  });
}

function isExports(node: Node): boolean {
  if (isName(node, "exports")) return true;
  return node.type === "MemberExpression" && isName(node.object, "module") && isName(node.property, "exports");
}

function isName(node: Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

/** `return a;`, `return a.b;`, `return a["b"];` */
function returnsMember(body: Node[]): boolean {
  const [only] = body;
  if (body.length !== 1 || only?.type !== "ReturnStatement" || !only.argument) return false;
  const { argument } = only;
  if (argument.type === "Identifier") return true;
  if (argument.type !== "MemberExpression" || argument.object.type !== "Identifier") return false;
  return !argument.computed || argument.property.type === "Literal";
}
