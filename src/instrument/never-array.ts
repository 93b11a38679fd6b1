/** Which expressions and names can never hold an array object. Unknown is "may": a probe then looks. */
import type { Node } from "@oxc-project/types";
import { KNOWN_GLOBALS } from "./natives.js";
import type { Binding, Scope, Scopes } from "./scope.js";
import { unparen } from "./syntax.js";

export class NeverArray {
  private readonly never = new Map<Binding, boolean>();
  private readonly judging = new Set<Binding>();

  constructor(private readonly scopes: Scopes) {}

  /** True when the expression, read in `scope`, can never be an array object. */
  expression(expression: Node, scope: Scope): boolean {
    const node = unparen(expression);
    switch (node.type) {
      case "Literal":
      case "TemplateLiteral":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "ClassExpression":
      case "ObjectExpression":
      case "UnaryExpression":
      case "UpdateExpression":
      case "BinaryExpression":
      case "Super":
      case "MetaProperty":
      case "ImportExpression":
      case "JSXElement":
      case "JSXFragment":
        return true;
      case "AssignmentExpression":
        return node.operator === "=" ? this.expression(node.right, scope) : !/^(\|\||&&|\?\?)=$/.test(node.operator);
      case "Identifier": {
        const binding = this.scopes.find(node.name, scope);
        if (binding === null) return KNOWN_GLOBALS.has(node.name) && !scope.dynamic;
        return this.neverHolds(binding);
      }
      default:
        return false;
    }
  }

  /** True when no value that the name is ever given can be an array object. */
  private neverHolds(binding: Binding): boolean {
    const known = this.never.get(binding);
    if (known !== undefined) return known;
    // Names that take each other's values: a circle adds nothing to what the others on it hold. A "never" that was
    // found inside of one rests on names that are still open, so only the outermost is kept.
    if (this.judging.has(binding)) return true;
    this.judging.add(binding);
    const answer = this.holdsNone(binding);
    this.judging.delete(binding);
    if (!answer || this.judging.size === 0) this.never.set(binding, answer);
    return answer;
  }

  private holdsNone(binding: Binding): boolean {
    if (binding.scope.dynamic) return false;
    if (!binding.values.every(({ value, scope }) => value !== null && this.expression(value, scope))) return false;
    switch (binding.kind) {
      case "function":
      case "class":
        return true;
      case "import":
        return binding.init?.type === "ImportNamespaceSpecifier";
      case "param":
      case "catch":
        return false;
      default: {
        // Without an initializer it begins as undefined, or is a pattern's part.
        if (binding.init === null) return binding.whole;
        const init = unparen(binding.init);
        if (init.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require")
          return true;
        return this.expression(init, binding.initScope);
      }
    }
  }
}
