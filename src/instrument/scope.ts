/**
 * Scopes and bindings, as far as the probes need them: which names can be read again after a call because nothing ever
 * gives them another value, and which can never hold an array.
 *
 * Unknown is always the careful answer: a name that is not found, or that `eval` or `with` may reach, is unstable.
 */
import type { Node } from "@oxc-project/types";
import { childrenOf, isLeaf } from "./children.js";
import { ELEMENT_CALLBACKS } from "./natives.js";

export interface Binding {
  name: string;
  kind: "var" | "let" | "const" | "param" | "function" | "class" | "import" | "catch";
  /** Values given to it besides its initializer, parameter or import. */
  assigned: boolean;
  init: Node | null;
  /** What plain assignments give it; null among them where that is not known. */
  values: { value: Node | null; scope: Scope }[];
  /** Where its initializer is evaluated. */
  initScope: Scope;
  /** Declared by its plain name, not as part of a pattern. */
  whole: boolean;
  /** Where its declaration ends. */
  declaredTo: number;
  scope: Scope;
}

export interface Scope {
  parent: Scope | null;
  /** Function scopes hold `var`s and parameters. */
  isFunction: boolean;
  names: Map<string, Binding>;
  /** Direct eval or `with` inside: every name seen from here may change behind our back. */
  dynamic: boolean;
}

function callsWithElements(callee: Node): boolean {
  return (
    callee.type === "MemberExpression" &&
    !callee.computed &&
    callee.property.type === "Identifier" &&
    ELEMENT_CALLBACKS.has(callee.property.name)
  );
}

export class Scopes {
  private readonly scopes = new Map<Node, Scope>();
  private readonly assignments: { name: string; scope: Scope; value: Node | null | "number" }[] = [];
  private readonly named: { name: string; scope: Scope }[] = [];
  /** Functions that are handed over by their names: a native may call them with what it has made. */
  readonly handed = new Set<Node>();
  readonly top: Scope;

  constructor(program: Node) {
    this.top = this.open(program, null, true);
    for (const child of childrenOf(program)) this.visit(child, this.top);
    for (const { name, scope } of this.named) {
      const init = this.guess(name, scope)?.init;
      if (init && /^(?:Arrow)?Function/.test(init.type)) this.handed.add(init);
    }
    for (const { name, scope, value } of this.assignments) {
      const binding = this.find(name, scope);
      if (binding === null) continue;
      binding.assigned = true;
      if (value !== "number") binding.values.push({ value, scope });
    }
  }

  /** The scope that a node opens, or `outer` when it opens none. */
  of(node: Node, outer: Scope): Scope {
    return this.scopes.get(node) ?? outer;
  }

  find(name: string, scope: Scope): Binding | null {
    for (let at: Scope | null = scope; at !== null; at = at.parent) {
      const binding = at.names.get(name);
      if (binding !== undefined) return binding;
      if (at.dynamic) return null;
    }
    return null;
  }

  /** What the name most likely means, whatever `eval` and `with` may do to it. */
  guess(name: string, scope: Scope): Binding | null {
    for (let at: Scope | null = scope; at !== null; at = at.parent) {
      const binding = at.names.get(name);
      if (binding !== undefined) return binding;
    }
    return null;
  }

  private open(node: Node, parent: Scope | null, isFunction: boolean): Scope {
    const scope: Scope = { parent, isFunction, names: new Map(), dynamic: false };
    this.scopes.set(node, scope);
    return scope;
  }

  private declare(name: string, kind: Binding["kind"], scope: Scope, init: Node | null, to = 0, whole = false): void {
    let at = scope;
    if (kind === "var") while (!at.isFunction && at.parent !== null) at = at.parent;
    const known = at.names.get(name);
    // Declared twice (`var` twice, a function over a parameter): which value it holds is no longer plain to see.
    if (known !== undefined) {
      known.assigned = true;
      known.values.push({ value: init, scope });
    } else
      at.names.set(name, {
        name,
        kind,
        assigned: false,
        init,
        values: [],
        initScope: scope,
        whole,
        declaredTo: to,
        scope: at,
      });
  }

  private pattern(node: Node, kind: Binding["kind"], scope: Scope, init: Node | null): void {
    switch (node.type) {
      case "Identifier":
        this.declare(node.name, kind, scope, init, Math.max(node.end, init?.end ?? 0));
        return;
      case "AssignmentPattern":
        this.pattern(node.left, kind, scope, null);
        this.visit(node.right, scope);
        return;
      case "ArrayPattern":
        for (const element of node.elements) if (element !== null) this.pattern(element, kind, scope, null);
        return;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") this.pattern(property.argument, kind, scope, null);
          else {
            if (property.computed) this.visit(property.key, scope);
            this.pattern(property.value, kind, scope, null);
          }
        }
        return;
      case "RestElement":
        this.pattern(node.argument, kind, scope, null);
        return;
      case "TSParameterProperty":
        this.pattern(node.parameter, kind, scope, null);
        return;
      default:
        this.visit(node, scope);
    }
  }

  /** Names that an assignment's target gives new values to; `value` where a name takes it whole. */
  private target(node: Node, scope: Scope, value: Node | null | "number" = null): void {
    switch (node.type) {
      case "Identifier":
        this.assignments.push({ name: node.name, scope, value });
        return;
      case "AssignmentPattern":
        this.target(node.left, scope);
        this.visit(node.right, scope);
        return;
      case "ArrayPattern":
        for (const element of node.elements) if (element !== null) this.target(element, scope);
        return;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") this.target(property.argument, scope);
          else {
            if (property.computed) this.visit(property.key, scope);
            this.target(property.value, scope);
          }
        }
        return;
      case "RestElement":
        this.target(node.argument, scope);
        return;
      case "ParenthesizedExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
        this.target(node.expression, scope);
        return;
      default:
        this.visit(node, scope);
    }
  }

  private visit(node: Node, scope: Scope): void {
    if (isLeaf(node)) return;
    switch (node.type) {
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression": {
        if (node.type === "FunctionDeclaration" && node.id) this.declare(node.id.name, "function", scope, node);
        const inner = this.open(node, scope, true);
        if (node.type === "FunctionExpression" && node.id) this.declare(node.id.name, "function", inner, node);
        for (const param of node.params) this.pattern(param, "param", inner, null);
        if (node.body) {
          if (node.body.type === "BlockStatement") for (const child of childrenOf(node.body)) this.visit(child, inner);
          else this.visit(node.body, inner);
        }
        return;
      }
      case "ClassDeclaration":
      case "ClassExpression": {
        if (node.type === "ClassDeclaration" && node.id) this.declare(node.id.name, "class", scope, node);
        const inner = this.open(node, scope, false);
        if (node.type === "ClassExpression" && node.id) this.declare(node.id.name, "class", inner, node);
        for (const child of childrenOf(node)) if (child !== node.id) this.visit(child, inner);
        return;
      }
      case "StaticBlock": {
        const inner = this.open(node, scope, true);
        for (const child of childrenOf(node)) this.visit(child, inner);
        return;
      }
      case "BlockStatement":
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "SwitchStatement":
      case "TSModuleBlock": {
        const inner = this.open(node, scope, node.type === "TSModuleBlock");
        if (
          (node.type === "ForInStatement" || node.type === "ForOfStatement") &&
          node.left.type !== "VariableDeclaration"
        ) {
          this.target(node.left, inner);
          this.visit(node.right, inner);
          this.visit(node.body, inner);
          return;
        }
        for (const child of childrenOf(node)) this.visit(child, inner);
        if (node.type === "ForInStatement" || node.type === "ForOfStatement") {
          // A binding that takes a new value every time round is fresh (let, const) or assigned (var).
          if (node.left.type === "VariableDeclaration" && node.left.kind === "var") {
            for (const declarator of node.left.declarations) this.target(declarator.id, inner);
          }
          if (node.type === "ForOfStatement" && node.left.type === "VariableDeclaration") {
            // What it takes is not known, though nothing assigns it.
            const id = node.left.declarations[0]?.id;
            if (id?.type === "Identifier") this.find(id.name, inner)?.values.push({ value: null, scope: inner });
          }
        }
        return;
      }
      case "CatchClause": {
        const inner = this.open(node, scope, false);
        if (node.param) this.pattern(node.param, "catch", inner, null);
        for (const child of childrenOf(node.body)) this.visit(child, inner);
        return;
      }
      case "VariableDeclaration": {
        const kind = node.kind === "var" || node.kind === "let" ? node.kind : "const";
        for (const declarator of node.declarations) {
          const id = declarator.id;
          if (id.type === "Identifier") this.declare(id.name, kind, scope, declarator.init, declarator.end, true);
          else this.pattern(id, kind, scope, null);
          // `let x;` and then one assignment: between the two it holds undefined, so it is assigned.
          if (declarator.init) this.visit(declarator.init, scope);
        }
        return;
      }
      case "ImportDeclaration":
        for (const specifier of node.specifiers) this.declare(specifier.local.name, "import", scope, specifier);
        return;
      case "TSEnumDeclaration":
      case "TSModuleDeclaration":
        if (node.id.type === "Identifier") this.declare(node.id.name, "class", scope, null);
        for (const child of childrenOf(node)) if (child !== node.id) this.visit(child, scope);
        return;
      case "AssignmentExpression":
        // `+=` and its like give a number, a bigint or a string.
        this.target(node.left, scope, /^(=|\|\|=|&&=|\?\?=)$/.test(node.operator) ? node.right : "number");
        this.visit(node.right, scope);
        return;
      case "UpdateExpression":
        this.target(node.argument, scope, "number");
        return;
      case "WithStatement":
        this.markDynamic(scope);
        break;
      case "CallExpression":
        if (node.callee.type === "Identifier" && node.callee.name === "eval") this.markDynamic(scope);
        if (!callsWithElements(node.callee))
          for (const arg of node.arguments) if (arg.type === "Identifier") this.named.push({ name: arg.name, scope });
        break;
    }
    for (const child of childrenOf(node)) this.visit(child, scope);
  }

  private markDynamic(scope: Scope): void {
    for (let at: Scope | null = scope; at !== null; at = at.parent) at.dynamic = true;
  }
}
