/**
 * The walk over the syntax tree: every node becomes a rope, its own text with its children's ropes in place.
 *
 * Visitors per construct stand in files of their own; what they share (sites, scopes, temporaries, the probes' names)
 * is here.
 */
import type { MemberExpression, Node } from "@oxc-project/types";
import { copyOf } from "../trace/variants.js";
import { handlerNames } from "./blame.js";
import { childrenOf } from "./children.js";
import type { Home, InstrumentInput, NewerSyntax } from "./contract.js";
import { mayAllocate } from "./effects.js";
import { Judge } from "./judge.js";
import type { Merged } from "./merged-uses.js";
import { neverArray } from "./never-array.js";
import { primitives } from "./primitives.js";
import { quoted } from "./quote.js";
import { type Region, regionUse } from "./regions.js";
import type { Rope } from "./rope.js";
import { type Binding, type Scope, Scopes } from "./scope.js";
import { Shapes } from "./shapes.js";
import { Sites } from "./sites.js";

/** The one name that emitted text needs: a property of the global object that no enumeration shows. */
export const RUNTIME = "$aT";
/** Stands for the file's first site number until the text is linked; as wide as what takes its place. */
export const BASE = "$aT$base";

/** A function; it is added to the table, and its calls are counted, when the first site is met in it. */
interface Owner {
  start: number;
  end: number;
  /** Index in the table, or -1. */
  index: number;
}

/** What a function's body is emitted with. */
export interface Frame {
  /** Function path of the sites inside. */
  path: string;
  /** Temporaries in use; they are declared where the frame's body begins. */
  temps: number;
  /** Temporary with the breadcrumb that was found on entering, where the function is called without a call. */
  around: string | null;
  /** Loops around the current node, innermost last. */
  loops: number[];
  /** The function that the frame is of, where its calls are counted. */
  owner: Owner | null;
  /** It is left in its middle and resumed by others. */
  generator: boolean;
  /** Names of temporaries differ between frames that share a scope (parameters, class fields, the file itself). */
  prefix: string;
}

function renamedExports(program: Node): Map<string, string> {
  const names = new Map<string, string>();
  for (const node of program.type === "Program" ? program.body : []) {
    if (node.type !== "ExportNamedDeclaration" || node.source !== null) continue;
    for (const { local, exported } of node.specifiers) {
      if (local.type !== "Identifier" || exported.type !== "Identifier" || exported.name === "default") continue;
      if (exported.name !== local.name) names.set(local.name, exported.name);
    }
  }
  return names;
}

export class Emitter {
  readonly sites: Sites;
  readonly newer = new Set<NewerSyntax>();
  readonly scopes: Scopes;
  readonly shapes = new Shapes();
  /** Local names that the file exports under others. */
  readonly exportedAs: ReadonlyMap<string, string>;
  scope: Scope;
  frame: Frame;
  /** Frames without a body of their own put their temporaries at the top of the file. */
  readonly fileTemps: string[] = [];
  /** Functions and classes around. */
  functions = 0;
  /** Inside the body of a class that does arithmetic: what is made here is put down to the caller. */
  transparent = 0;
  /** `this` of the class around is no array object. */
  quietThis = false;
  /** The same for functions in a constructor, which run later. */
  quietLater = false;
  /** Probe for the parameters of the function about to be emitted: a native that calls it back may have made them. */
  callbackLook: "V" | "g" | "brings" | "fetches" | "" = "";
  /** Probe for what the function about to be emitted returns, because the native that calls it reads it. */
  callbackReturns: "u" | "z" | null = null;
  /** The same for the function around. */
  returns: "u" | "z" | null = null;
  /** Calls of the same function around. */
  calls = 0;
  /** The end of the function around is marked. */
  ends = false;
  /** The function about to be emitted is a class's own method. */
  inMethod = false;
  /** What the class around extends. */
  superClass: Node | null = null;
  /** Strict mode code. */
  strict: boolean;
  home: Home;
  /** Of `export const …`, to which no name may be added; and the statements that follow it. */
  exported: { declarators: readonly Node[]; after: string[] } | null = null;
  /** The list of what the pattern about to be emitted reads: see `nested-patterns.ts`. */
  noteList = "";
  /** The expression of the statement around: nobody wants its value. */
  discarded: Node | null = null;
  /** Keyword of the declaration around. */
  declaring = "";
  /** The name that the next function or class goes by, when it has none of its own. */
  hint = "";
  /** Objects that the pattern about to be emitted writes to once it knows where; null where nobody notes them. */
  late: string[] | null = null;
  /** Goes to the beginning of the catch clause about to be emitted. */
  caught = "";
  /** Functions that operators, property reads, loops and proxies call: see `blame.ts`. */
  readonly implicit = new WeakSet<Node>();
  readonly setters = new WeakSet<Node>();
  readonly descriptors = new WeakSet<Node>();
  readonly handlers = new WeakSet<Node>();
  readonly handlerNames: Set<string>;
  /** Names that hold the breadcrumb for callbacks that run later. */
  readonly later = new WeakMap<Node, string>();
  /** Those of them that may be called by what they are handed to as well. */
  readonly unsure = new WeakSet<Node>();
  /** Calls that a statement begins with, and where V8 puts what it begins with: see `leads.ts`. */
  readonly leads = new WeakMap<Node, number>();
  /** Text to put behind a block's opening brace. */
  readonly afterBrace = new WeakMap<Node, string>();
  /** Statements that must precede and follow the one being emitted. */
  heads: string[] = [];
  tails: string[] = [];
  /** Temporaries that stand in the tree for what an optional chain has tested. */
  readonly standIns = new Set<Node>();
  private readonly replaced = new Map<Node, Rope>();
  /** The stretch around in which the clock stands still. */
  region: Region | null = null;
  /** What the uses of the body around are merged to. */
  merged: Merged | null = null;
  /** Names whose use one before it has told, see `compared.ts`. */
  readonly spared = new Set<Node>();
  private readonly arrays: Judge;
  private readonly primitives: Judge;
  private frames = 0;
  private names = 0;

  constructor(
    readonly source: string,
    readonly input: InstrumentInput,
    readonly program: Node,
    private readonly visit: (e: Emitter, node: Node) => Rope,
  ) {
    this.handlerNames = handlerNames(source);
    this.sites = new Sites(source);
    this.scopes = new Scopes(program);
    this.exportedAs = renamedExports(program);
    this.strict = input.goal === "module" || input.compiled?.strict === true;
    // Node puts a function around a CommonJS module.
    this.home = input.goal === "commonjs" ? 1 : (input.compiled?.home ?? 0);
    // Names of other texts and of the function around are in reach, and its own in theirs.
    if (input.compiled !== undefined && input.goal !== "function") this.scopes.top.dynamic = true;
    this.arrays = new Judge(this.scopes, neverArray);
    this.primitives = new Judge(this.scopes, primitives);
    this.scope = this.scopes.top;
    this.frame = this.topFrame("");
  }

  /** True where calls are the user's own lines, so that they leave a breadcrumb. */
  get own(): boolean {
    return this.input.dependency === null && this.transparent === 0;
  }

  fileFrame(path: string, owner: Owner | null = null, generator = false): Frame {
    return { path, temps: 0, around: null, loops: [], owner, generator, prefix: `$aT${this.frames++}_` };
  }

  /**
   * For what stands in no function's body: the temporaries are declared at the top of the file. A script that is run
   * again could not declare them twice, and a function's parameters have no top: theirs are properties of the runtime's.
   */
  topFrame(path: string, owner: Owner | null = null): Frame {
    const { compiled, goal } = this.input;
    const frame = this.fileFrame(path, owner);
    return compiled === undefined || goal === "eval"
      ? frame
      : { ...frame, prefix: `${RUNTIME}.held.t${BASE}_${frame.prefix.slice("$aT".length)}` };
  }

  /** What a statement evaluates to is what the program gets of its text (`eval("for (…) …")`). */
  get completes(): boolean {
    return this.input.compiled !== undefined && this.input.goal !== "function" && this.functions === 0;
  }

  /** An expression as a statement of our own, which is to leave the text's value alone. */
  aside(expression: Rope): Rope {
    return this.completes ? [`const ${this.fresh()}=(`, expression, ");"] : [expression, ";"];
  }

  /** The ends of iterations and calls are marked in the user's own files. */
  get marksEnds(): boolean {
    const { scopes, countOnly, dependency, compiled } = this.input;
    return scopes === true && !countOnly && dependency === null && compiled === undefined;
  }

  /** A temporary that no other expression of the frame uses: it may be read long after it was set. */
  temp(): string {
    const name = `${this.frame.prefix}${this.frame.temps++}`;
    return name;
  }

  /** A name for a declaration of our own, once in the file; once in all scripts where they share a scope. */
  fresh(): string {
    const { compiled, goal } = this.input;
    return compiled !== undefined && goal === "script" ? `$aT${BASE}_${this.names++}$` : `$aT${this.names++}$`;
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

  /**
   * Statement that counts a call of the frame's function, or an empty one. A function that is counted holds a site, so
   * there are never more of them than sites, and the numbers of sites serve for them where loops have those below.
   */
  callCount(): string {
    const index = this.frame.owner?.index ?? -1;
    return index < 0 ? "" : `${this.probe("I")}[${this.number(index)}]++`;
  }

  /** Declares the temporaries of a frame that has no body of its own. */
  keepAtTop(frame: Frame): void {
    if (frame.prefix.includes(".")) return;
    for (let i = 0; i < frame.temps; i++) this.fileTemps.push(`${frame.prefix}${i}`);
  }

  probe(name: string): string {
    return `${RUNTIME}.${name}`;
  }

  /** A probe's copy for an expression of the function that is being emitted. */
  copy(probe: Parameters<typeof copyOf>[0], text: string): string {
    return this.probe(copyOf(probe, this.frame.path, text));
  }

  /** The probe for a use of what `node` gives. */
  noting(node: Node): string {
    return this.copy("u", this.source.slice(node.start, node.end));
  }

  /** The probe for a use of what `node` gives once something else is there. */
  notingAfter(node: Node): string {
    return this.copy("w", this.source.slice(node.start, node.end));
  }

  /** A use of what an expression of our own gives. */
  note(text: string): string {
    return `${this.copy("u", text)}(${text})`;
  }

  number(site: number): string {
    return `${BASE}+${site}`;
  }

  site(kind: Parameters<Sites["add"]>[0], at: number, node: { start: number; end: number }): string {
    const { loops, path, owner } = this.frame;
    if (owner !== null && owner.index < 0) owner.index = this.sites.addFunction(owner.start, owner.end);
    const loop = loops[loops.length - 1] ?? -1;
    const index = this.sites.add(kind, at, node.start, node.end, path, loop, owner?.index ?? -1);
    Object.assign(this.sites.sites[index] as object, this.shapes.of(node));
    return this.number(index);
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
  inside(node: Node, children: readonly Node[] = childrenOf(node)): Rope {
    if (children.length === 0) return this.slice(node.start, node.end);
    const out: Rope[] = [];
    let at = node.start;
    for (const child of inOrder(children)) {
      if (child.start < at) continue;
      if (child.start > at) out.push(this.slice(at, child.start));
      out.push(this.emit(child));
      at = child.end;
    }
    if (node.end > at) out.push(this.slice(at, node.end));
    return out;
  }

  /** A list of statements between two offsets. */
  statements(from: number, list: readonly Node[], to: number): Rope {
    const out: Rope[] = [];
    let at = from;
    for (const statement of list) {
      const rope = this.emit(statement);
      out.push(this.slice(at, statement.start), this.surrounded(rope));
      at = statement.end;
    }
    out.push(this.slice(at, to));
    return out;
  }

  /** A statement where only one may stand. */
  single(node: Node): Rope {
    const rope = this.emit(node);
    return this.heads.length === 0 && this.tails.length === 0 ? rope : ["{", this.surrounded(rope), "}"];
  }

  /** A statement with what must precede it, and what must follow by whatever way it is left. */
  private surrounded(rope: Rope): Rope {
    if (this.heads.length === 0 && this.tails.length === 0) return rope;
    const before = this.heads.splice(0).map((text) => `${text};`);
    const after = this.tails.splice(0);
    return after.length === 0 ? [before, rope] : [before, "try{", rope, `}finally{${after.join(";")}}`];
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
  stable(node: Node, scope = this.scope): boolean {
    if (node.type === "ThisExpression") return true;
    if (node.type !== "Identifier") return false;
    const binding = this.scopes.find(node.name, scope);
    if (binding === null || binding.assigned || binding.scope.dynamic) return false;
    return binding.kind !== "var" || binding.init !== null;
  }

  /** True when the clock may move while the node is evaluated, and a use before it would come too early. */
  moves(node: Node): boolean {
    return this.region === null && mayAllocate(node);
  }

  /** True when the expression can never be an array object, or its use is another's: no probe needs to look. */
  neverArray(expression: Node, scope = this.scope): boolean {
    return this.merged?.covered.has(expression) === true || this.arrays.expression(expression, scope);
  }

  /** True when the expression is certain to be a primitive: it becomes a key or a text without running any code. */
  isPrimitive(expression: Node): boolean {
    return this.primitives.expression(expression, this.scope);
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
    return this.visit(this, node);
  }

  /** `expr` → `$aT.u(expr)`: the value is read, compared or iterated here. */
  used(node: Node, lead: Rope = ""): Rope {
    const rope = this.emit(node);
    if (this.input.countOnly || this.neverArray(node) || this.spared.has(node)) return [lead, rope];
    if (this.region !== null) return [lead, regionUse(this, this.region, node, rope)];
    return [lead, `${this.noting(node)}(`, rope, ")"];
  }

  /** A value that becomes text: an array's elements are read, theirs too. */
  asText(node: Node): Rope {
    const rope = this.emit(node);
    return this.input.countOnly || this.neverArray(node) ? rope : [`${this.probe("i")}(`, rope, ")"];
  }
}

/** By where they begin, as nearly all are. */
function inOrder(nodes: readonly Node[]): readonly Node[] {
  for (let i = 1; i < nodes.length; i++) {
    if ((nodes[i] as Node).start < (nodes[i - 1] as Node).start) return [...nodes].sort((a, b) => a.start - b.start);
  }
  return nodes;
}
