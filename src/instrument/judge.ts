/** What an expression or a name can hold, told from the text alone. Unknown is always "may": a probe then looks. */
import type { Node } from "@oxc-project/types";
import type { Binding, Scope, Scopes } from "./scope.js";
import { unparen } from "./syntax.js";

/** What a question about values answers for the kinds of expression that are no names. */
export interface Question {
  /** True when such an expression, whatever stands in it, holds only what was asked for. */
  expression(node: Node, scope: Scope): boolean;
  /** The same for a name that no scope of the file declares. */
  global(name: string): boolean;
  /** The same for names of functions and classes. */
  functions: boolean;
  /** The same for what an import brings. */
  imported(specifier: Node | null): boolean;
  /** The same for `const x = require("y")`. */
  required: boolean;
}

export class Judge {
  private readonly answers = new Map<Binding, boolean>();
  private readonly judging = new Set<Binding>();

  constructor(
    private readonly scopes: Scopes,
    private readonly question: Question,
  ) {}

  /** True when the expression, read in `scope`, can hold nothing but what was asked for. */
  expression(expression: Node, scope: Scope): boolean {
    const node = unparen(expression);
    switch (node.type) {
      case "AssignmentExpression":
        return node.operator === "=" ? this.expression(node.right, scope) : !/^(\|\||&&|\?\?)=$/.test(node.operator);
      case "ConditionalExpression":
        return this.expression(node.consequent, scope) && this.expression(node.alternate, scope);
      case "LogicalExpression":
        return this.expression(node.left, scope) && this.expression(node.right, scope);
      case "Identifier": {
        const binding = this.scopes.find(node.name, scope);
        if (binding === null) return this.question.global(node.name) && !scope.dynamic;
        return this.name(binding);
      }
      default:
        return this.question.expression(node, scope);
    }
  }

  /** True when no value that the name is ever given can be anything else. */
  private name(binding: Binding): boolean {
    const known = this.answers.get(binding);
    if (known !== undefined) return known;
    // Names that take each other's values: a circle adds nothing to what the others on it hold. A "true" that was
    // found inside of one rests on names that are still open, so only the outermost is kept.
    if (this.judging.has(binding)) return true;
    this.judging.add(binding);
    const answer = this.values(binding);
    this.judging.delete(binding);
    if (!answer || this.judging.size === 0) this.answers.set(binding, answer);
    return answer;
  }

  private values(binding: Binding): boolean {
    if (binding.scope.dynamic) return false;
    if (!binding.values.every(({ value, scope }) => value !== null && this.expression(value, scope))) return false;
    switch (binding.kind) {
      case "function":
      case "class":
        return this.question.functions;
      case "import":
        return this.question.imported(binding.init);
      case "param":
      case "catch":
        return false;
      default: {
        // Without an initializer it begins as undefined, or is a pattern's part.
        if (binding.init === null) return binding.whole;
        const init = unparen(binding.init);
        if (init.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require")
          return this.question.required;
        return this.expression(init, binding.initScope);
      }
    }
  }
}
