/**
 * The walk over the syntax tree: every node becomes a rope, its own text with its children's ropes in place.
 *
 * Visitors per construct stand in files of their own; what they share (sites, scopes, temporaries, the probes' names)
 * is here.
 */
import type { BinaryExpression, MemberExpression, Node } from "@oxc-project/types";
import { arrayLiteral, taggedTemplate } from "./literals.js";
import { awaited, call, construct } from "./calls.js";
import { chain } from "./chains.js";
import { classLike } from "./classes.js";
import type { InstrumentInput } from "./contract.js";
import { functionLike } from "./functions.js";
import { loop } from "./loops.js";
import { assignment, binary, destructured, member, remove, target, update } from "./members.js";
import { quoted } from "./quote.js";
import { type Region, regionUse } from "./regions.js";
import type { Rope } from "./rope.js";
import { childrenOf, type Binding, type Scope, Scopes } from "./scope.js";
import { KNOWN_GLOBALS } from "./natives.js";
import { Sites } from "./sites.js";

/** The one name that emitted text needs: a property of the global object that no enumeration shows. */
export const RUNTIME = "$aT";
/** Stands for the file's first site number until the text is linked; as wide as what takes its place. */
export const BASE = "$aT$base";

/** What a function's body is emitted with. */
export interface Frame {
  /** Function path of the sites inside. */
  path: string;
  /** Temporaries in use; they are declared where the frame's body begins. */
  temps: number;
  /** Loops around the current node, innermost last. */
  loops: number[];
  /** Names of temporaries differ between frames that share a scope (parameters, class fields, the file itself). */
  prefix: string;
}

export class Emitter {
  readonly sites: Sites;
  readonly scopes: Scopes;
  scope: Scope;
  frame: Frame;
  /** Frames without a body of their own put their temporaries at the top of the file. */
  readonly fileTemps: string[] = [];
  /** Inside the body of a class that does arithmetic: what is made here is put down to the caller. */
  transparent = 0;
  /** `this` of the class around is no array object. */
  quietThis = false;
  /** Probe for the parameters of the function about to be emitted: a native that calls it back may have made them. */
  callbackLook: "v" | "V" | "g" | "" = "";
  /** Probe for what the function about to be emitted returns, because the native that calls it reads it. */
  callbackReturns: "u" | "z" | null = null;
  /** The same for the function around. */
  returns: "u" | "z" | null = null;
  /** The function about to be emitted is a class's own method. */
  inMethod = false;
  /** Inside `export const …`: no name may be added to the declaration. */
  inExport = false;
  /** The name that the next function or class goes by, when it has none of its own. */
  hint = "";
  /** Statements that must precede and follow the one being emitted. */
  heads: string[] = [];
  tails: string[] = [];
  /** Temporaries that stand in the tree for what an optional chain has tested. */
  readonly standIns = new Set<Node>();
  private readonly replaced = new Map<Node, Rope>();
  /** The stretch around in which the clock stands still. */
  region: Region | null = null;
  private readonly never = new Map<Binding, boolean>();
  private readonly judging = new Set<Binding>();
  private frames = 0;
  private names = 0;

  constructor(
    readonly source: string,
    readonly input: InstrumentInput,
    readonly program: Node,
  ) {
    this.sites = new Sites(source);
    this.scopes = new Scopes(program);
    this.scope = this.scopes.top;
    this.frame = this.fileFrame("");
  }

  /** True where calls are the user's own lines, so that they leave a breadcrumb. */
  get own(): boolean {
    return this.input.dependency === null && this.transparent === 0;
  }

  fileFrame(path: string): Frame {
    return { path, temps: 0, loops: [], prefix: `$aT${this.frames++}_` };
  }

  /** A temporary that no other expression of the frame uses: it may be read long after it was set. */
  temp(): string {
    const name = `${this.frame.prefix}${this.frame.temps++}`;
    return name;
  }

  /** A name for a declaration of our own, once in the file. */
  fresh(): string {
    return `$aT${this.names++}$`;
  }

  takeHint(): string {
    const hint = this.hint;
    this.hint = "";
    return hint;
  }

  /** Loops are numbered downwards from the file's first site. */
  loopNumber(index: number): string {
    return `${BASE}-${index + 1}`;
  }

  /** Declares the temporaries of a frame that has no body of its own. */
  keepAtTop(frame: Frame): void {
    for (let i = 0; i < frame.temps; i++) this.fileTemps.push(`${frame.prefix}${i}`);
  }

  probe(name: string): string {
    return `${RUNTIME}.${name}`;
  }

  number(site: number): string {
    return `${BASE}+${site}`;
  }

  site(kind: Parameters<Sites["add"]>[0], at: number, node: { start: number; end: number }): string {
    const { loops, path } = this.frame;
    return this.number(this.sites.add(kind, at, node.start, node.end, path, loops[loops.length - 1] ?? -1));
  }

  /** Remembers how V8 would quote a callee that a probe stands in the way of. */
  quote(site: string, callee: Node): void {
    const entry = this.sites.sites[Number(site.slice(BASE.length + 1))];
    if (entry !== undefined) entry.callee = quoted(callee);
  }

  slice(from: number, to: number): Rope {
    return { from, to };
  }

  /** The node's own text with its children's ropes in place. */
  inside(node: Node, children: Node[] = childrenOf(node)): Rope {
    if (children.length === 0) return this.slice(node.start, node.end);
    const ordered = [...children].sort((a, b) => a.start - b.start);
    const out: Rope[] = [];
    let at = node.start;
    for (const child of ordered) {
      if (child.start < at) continue;
      out.push(this.slice(at, child.start), this.emit(child));
      at = child.end;
    }
    out.push(this.slice(at, node.end));
    return out;
  }

  /** A list of statements between two offsets. */
  statements(from: number, list: readonly Node[], to: number): Rope {
    const out: Rope[] = [];
    let at = from;
    for (const statement of list) {
      const rope = this.emit(statement);
      out.push(this.slice(at, statement.start), this.heads.splice(0).map((text) => `${text};`), rope);
      at = statement.end;
      if (this.tails.length > 0) out.push(";", this.tails.splice(0).join(";"), ";");
    }
    out.push(this.slice(at, to));
    return out;
  }

  /** A statement where only one may stand. */
  single(node: Node): Rope {
    const rope = this.emit(node);
    if (this.heads.length === 0 && this.tails.length === 0) return rope;
    return ["{", this.heads.splice(0).map((text) => `${text};`), rope, ";", this.tails.splice(0).join(";"), "}"];
  }

  /** Emits under the scope that `node` opens. */
  within<T>(node: Node, run: () => T): T {
    const outer = this.scope;
    this.scope = this.scopes.of(node, outer);
    try {
      return run();
    } finally {
      this.scope = outer;
    }
  }

  binding(name: string): Binding | null {
    return this.scopes.find(name, this.scope);
  }

  /** A name that is certain to hold the same value when it is read again a little later. */
  stable(node: Node): boolean {
    if (node.type === "ThisExpression") return true;
    if (node.type !== "Identifier") return false;
    const binding = this.binding(node.name);
    if (binding === null || binding.assigned || binding.scope.dynamic) return false;
    return binding.kind !== "var" || binding.init !== null;
  }

  /** True when the expression can never be an array object: no probe needs to look. */
  neverArray(expression: Node): boolean {
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
        return node.operator === "=" ? this.neverArray(node.right) : !/^(\|\||&&|\?\?)=$/.test(node.operator);
      case "Identifier": {
        const binding = this.binding(node.name);
        if (binding === null) return KNOWN_GLOBALS.has(node.name) && !this.scope.dynamic;
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
    const answer = this.judge(binding);
    this.judging.delete(binding);
    if (!answer || this.judging.size === 0) this.never.set(binding, answer);
    return answer;
  }

  private judge(binding: Binding): boolean {
    if (binding.scope.dynamic) return false;
    if (!binding.values.every((value) => value !== null && this.neverArray(value))) return false;
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
        if (init.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require") return true;
        return this.neverArray(init);
      }
    }
  }

  /** The text between an object and its property; after a stand-in the link is no longer optional. */
  link(node: MemberExpression): Rope {
    const from = node.object.end;
    const to = node.property.start;
    if (!this.standIns.has(node.object)) return this.slice(from, to);
    const mark = this.source.indexOf("?.", from);
    return [this.slice(from, mark), node.computed ? "" : ".", this.slice(mark + 2, to)];
  }

  /** From now on the node is emitted as this. */
  replace(node: Node, rope: Rope): void {
    this.replaced.set(node, rope);
  }

  emit(node: Node): Rope {
    if (this.replaced.size > 0) {
      const rope = this.replaced.get(node);
      if (rope !== undefined) return rope;
    }
    switch (node.type) {
      case "ArrayExpression":
        return arrayLiteral(this, node);
      case "TaggedTemplateExpression":
        return taggedTemplate(this, node);
      case "CallExpression":
        return call(this, node);
      case "NewExpression":
        return construct(this, node);
      case "AwaitExpression":
        return awaited(this, node);
      case "ChainExpression":
        return chain(this, node);
      case "MemberExpression":
        return member(this, node);
      case "AssignmentExpression":
        return assignment(this, node);
      case "UpdateExpression":
        return update(this, node);
      case "UnaryExpression":
        return node.operator === "delete" ? remove(this, node) : this.inside(node);
      case "BinaryExpression":
        // The parser gives `#x in o` this type too.
        return (node.left as Node).type === "PrivateIdentifier"
          ? [this.slice(node.start, node.right.start), this.used(node.right)]
          : binary(this, node as BinaryExpression);
      case "VariableDeclarator":
        return destructured(this, node);
      case "SpreadElement":
        return [this.slice(node.start, node.start + 3), this.used(node.argument, this.slice(node.start + 3, node.argument.start))];
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return functionLike(this, node);
      case "ClassDeclaration":
      case "ClassExpression":
        return classLike(this, node);
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
        return this.within(node, () => loop(this, node));
      case "ExpressionStatement":
        return this.statement(node);
      case "BlockStatement":
      case "TSModuleBlock":
      case "StaticBlock":
        return this.within(node, () => this.block(node, node.body));
      case "SwitchStatement":
        return this.within(node, () => this.inside(node));
      case "SwitchCase":
        return node.test === null
          ? this.block(node, node.consequent)
          : [this.slice(node.start, node.test.start), this.emit(node.test), this.statements(node.test.end, node.consequent, node.end)];
      case "CatchClause":
        return this.within(node, () => [
          node.param === null
            ? this.slice(node.start, node.body.start)
            : [this.slice(node.start, node.param.start), target(this, node.param, []), this.slice(node.param.end, node.body.start)],
          this.block(node.body, node.body.body),
        ]);
      case "IfStatement": {
        const rope = [
          this.slice(node.start, node.test.start),
          this.emit(node.test),
          this.slice(node.test.end, node.consequent.start),
          this.single(node.consequent),
        ];
        if (node.alternate === null) return rope;
        return [rope, this.slice(node.consequent.end, node.alternate.start), this.single(node.alternate)];
      }
      case "WithStatement":
        return [this.slice(node.start, node.object.start), this.emit(node.object), this.slice(node.object.end, node.body.start), this.single(node.body)];
      case "Property":
        // A shorthand's key and value are one piece of text.
        if (node.shorthand) return this.slice(node.start, node.end);
        if (!node.computed) {
          this.hint = keyName(node.key);
          // A handler's traps get an array of arguments; `toJSON` answers a native that reads deeply.
          const trap = (this.hint === "apply" || this.hint === "construct") && isFunction(node.value);
          this.callbackLook = trap ? "g" : "";
          if (this.hint === "toJSON") this.callbackReturns = "z";
        }
        return this.inside(node, node.computed ? [node.key, node.value] : [node.value]);
      case "ReturnStatement":
        if (this.returns === null || node.argument === null || this.neverArray(node.argument)) return this.inside(node);
        return [
          this.slice(node.start, node.argument.start),
          `${this.probe(this.returns)}(`,
          this.emit(node.argument),
          ")",
          this.slice(node.argument.end, node.end),
        ];
      case "YieldExpression": {
        if (!node.delegate || node.argument === null || this.input.countOnly) return this.inside(node);
        const site = this.site("iteration", node.start, node);
        return [
          this.slice(node.start, node.argument.start),
          `${this.probe("Y")}(${site},${this.own ? 1 : 0},`,
          this.emit(node.argument),
          ")",
          this.slice(node.argument.end, node.end),
        ];
      }
      case "LabeledStatement":
        return this.inside(node, [node.body]);
      case "TemplateLiteral": {
        const out: Rope[] = [];
        let at = node.start;
        for (const part of node.expressions) {
          out.push(this.slice(at, part.start), this.asText(part));
          at = part.end;
        }
        out.push(this.slice(at, node.end));
        return out;
      }
      case "BreakStatement":
      case "ContinueStatement":
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "Literal":
      case "MetaProperty":
      case "ThisExpression":
      case "TSEnumDeclaration":
      case "TSImportEqualsDeclaration":
        return this.slice(node.start, node.end);
      case "Identifier":
        return this.standIns.has(node) ? node.name : this.slice(node.start, node.end);
      case "DebuggerStatement":
        return this.slice(node.start, node.end);
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "TSExportAssignment":
        return this.inside(node, [node.expression]);
      case "TSModuleDeclaration":
        return node.declare || !node.body ? this.slice(node.start, node.end) : this.inside(node, [node.body]);
      case "VariableDeclaration":
        return node.declare ? this.slice(node.start, node.end) : this.inside(node);
      case "ExportNamedDeclaration":
        return node.declaration ? this.exported(node, node.declaration) : this.slice(node.start, node.end);
      case "ExportDefaultDeclaration":
        return this.inside(node, [node.declaration]);
      default:
        // Types and JSX names hold no expressions that run; everything else is its children.
        return node.type.startsWith("TS") ? this.slice(node.start, node.end) : this.inside(node);
    }
  }

  /** `expr` → `$aT.u(expr)`: the value is read, compared or iterated here. */
  used(node: Node, lead: Rope = ""): Rope {
    const rope = this.emit(node);
    if (this.input.countOnly || this.neverArray(node)) return [lead, rope];
    if (this.region !== null) return [lead, regionUse(this, this.region, node, rope)];
    return [lead, `${this.probe("u")}(`, rope, ")"];
  }

  /** A value that becomes text: an array's elements are read, theirs too. */
  asText(node: Node): Rope {
    const rope = this.emit(node);
    return this.input.countOnly || this.neverArray(node) ? rope : [`${this.probe("i")}(`, rope, ")"];
  }

  private exported(node: Node, declaration: Node): Rope {
    this.inExport = true;
    const rope = this.inside(node, [declaration]);
    this.inExport = false;
    return rope;
  }

  private block(node: Node, list: readonly Node[]): Rope {
    const first = list[0];
    if (first === undefined) return this.slice(node.start, node.end);
    return this.statements(node.start, list, node.end);
  }

  /** A statement that begins with our `(` would be taken for a call's arguments where the line before has no `;`. */
  private statement(node: Node & { type: "ExpressionStatement" }): Rope {
    const rope = this.inside(node);
    return startsWithParen(rope) ? ["0,", rope] : rope;
  }
}

function startsWithParen(rope: Rope): boolean {
  let at: Rope | undefined = rope;
  while (Array.isArray(at)) at = at.find((part) => !isEmpty(part));
  return typeof at === "string" && at.startsWith("(");
}

function isEmpty(rope: Rope): boolean {
  if (typeof rope === "string") return rope === "";
  if (Array.isArray(rope)) return rope.every(isEmpty);
  return rope.from === rope.to;
}

function isFunction(node: Node): boolean {
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
