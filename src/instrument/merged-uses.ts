/**
 * Uses merged over the body of a function in which the clock stands still: no calls but quiet ones, no loops (which are
 * regions of their own). Such bodies read the same few names again and again (a matrix product reads each
 * array sixteen times), and one use at one clock says what sixteen say. So the first access to a name that is certain to
 * come first is a use, and the later ones are none:
 *
 *     (m, v) => { const a = m.e; return a[0] * v.x + a[1] * v.y; }
 *     {$1=$aT.C[0];try{ const a = …m.e; return $aT.u($2=a)[0] * (($aT.F[3]||$aT.F[4])&&$aT.u(v),v).x + a[1] * v.y; }finally{…}}
 *
 * A getter or a coercion may still make an array in between: where the clock has moved, all of them are noted again when
 * the body is left, by whatever way, as `regions.ts` has it.
 *
 * Each literal is a tick that is known, and the first access after it a use again:
 *
 *     v => [v[0] * 2, v[1] * 2, v[2] * 2]
 *     … $aT.s($1=$aT.b(7),[$aT.u(v)[0] * 2, v[1] * 2, v[2] * 2]) …
 */
import type { ArrowFunctionExpression, Function as FunctionNode, MemberExpression, Node } from "@oxc-project/types";
import { nameNumber } from "../trace/names.js";
import { childrenOf, namesIn } from "./children.js";
import { literalsIn, mayAllocateBut } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { quietCalls } from "./known-functions.js";
import { takesName } from "./naming.js";
import { rareName } from "./rare-names.js";
import type { Binding, Scope } from "./scope.js";
import { isFunction } from "./syntax.js";

/** A use that others go without. */
interface First {
  /** Numbers of the names that are read, one of which an array object must have; null where the use is unconditional. */
  names: Set<number> | null;
  /** What the object is found by when the body is left: a parameter or `this`, or a temporary for a local name. */
  held: string;
}

export interface Merged {
  /** Objects of accesses, by their nodes. */
  first: ReadonlyMap<Node, First>;
  covered: ReadonlySet<Node>;
  /** The literals in the body, and whether any use comes before one. */
  literals: ReadonlyMap<Node, boolean>;
  /** A temporary: the clock since when nothing else has moved it. */
  since: string;
}

/** Fewer are not worth the `try` around the body. */
const ENOUGH = 3;

/** What the body's uses can be merged to, or null where nothing is won. */
export function mergedUses(e: Emitter, node: ArrowFunctionExpression | FunctionNode, body: Node): Merged | null {
  if (e.input.countOnly || e.region !== null || node.generator || node.async) return null;
  if (mayAllocateBut(body, quietCalls(e), true) || !standsInABlock(node, body)) return null;
  // They are the parameters under other names.
  if (e.source.slice(node.start, node.end).includes("arguments")) return null;
  const walk = new Walk(e);
  const scope = body.type === "BlockStatement" ? e.scopes.of(body, e.scope) : e.scope;
  walk.visit(body, scope, new Map());
  if (walk.loops || walk.covered.size < ENOUGH) return null;
  // One that the walk has passed by would tick unseen.
  return walk.literals.size === literalsIn(body) ? walk : null;
}

/**
 * What the body declares may stand in the block of a `try`: a function there may clash with a variable, and a name that is
 * a parameter's too would be no error any more.
 */
export function standsInABlock(node: ArrowFunctionExpression | FunctionNode, body: Node): boolean {
  if (body.type !== "BlockStatement") return true;
  const params = new Set(node.params.flatMap((param) => [...namesIn(param, new Set())]));
  return body.body.every((statement) => {
    if (statement.type === "FunctionDeclaration") return false;
    if (statement.type === "ClassDeclaration") return statement.id === null || !params.has(statement.id.name);
    if (statement.type !== "VariableDeclaration" || statement.kind === "var") return true;
    return statement.declarations.every(({ id }) => ![...namesIn(id, new Set())].some((name) => params.has(name)));
  });
}

type Noted = Map<Binding | "this", First>;

/** Goes through the body in the order of evaluation. What is noted within a branch holds in that branch. */
class Walk implements Merged {
  readonly first = new Map<Node, First>();
  readonly covered = new Set<Node>();
  readonly literals = new Map<Node, boolean>();
  since = "";
  loops = false;

  constructor(private readonly e: Emitter) {}

  visit(node: Node, outer: Scope, noted: Noted): void {
    if (isFunction(node) || node.type === "FunctionDeclaration" || /^Class/.test(node.type)) return;
    const scope = this.e.scopes.of(node, outer);
    const on = (child: Node | null): void => {
      if (child !== null) this.visit(child, scope, noted);
    };
    const aside = (child: Node | null): void => {
      if (child === null) return;
      const ticks = this.literals.size;
      this.visit(child, scope, new Map(noted));
      if (this.literals.size > ticks) noted.clear();
    };
    switch (node.type) {
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "TryStatement":
        this.loops = true;
        return;
      case "ChainExpression":
        return;
      case "ArrayExpression":
        this.literals.set(node, this.first.size > 0);
        noted.clear();
        for (const element of node.elements) on(element);
        return;
      case "CallExpression":
        for (const argument of node.arguments) on(argument);
        return;
      case "MemberExpression":
        this.access(node, scope, noted, false);
        return;
      case "AssignmentExpression":
        if (node.left.type === "MemberExpression") {
          // It is written to after the right side has ticked.
          if (literalsIn(node.right) > 0) {
            on(node.right);
            return;
          }
          // A function without a name is emitted with a use of its own: see `naming.ts`.
          if (takesName(node.right)) return;
          this.access(node.left, scope, noted, true);
        } else if (node.left.type !== "Identifier") return;
        if (/^(\?\?|&&|\|\|)=$/.test(node.operator)) aside(node.right);
        else on(node.right);
        return;
      case "UnaryExpression":
        if (node.operator !== "delete") on(node.argument);
        return;
      case "LogicalExpression":
        on(node.left);
        aside(node.right);
        return;
      case "ConditionalExpression":
      case "IfStatement":
        on(node.test);
        aside(node.consequent);
        aside(node.alternate);
        return;
      case "SwitchStatement":
        on(node.discriminant);
        for (const part of node.cases) aside(part);
        return;
      case "VariableDeclarator":
        if (node.id.type === "Identifier") on(node.init);
        return;
      default:
        for (const child of childrenOf(node)) on(child);
    }
  }

  private access(node: MemberExpression, scope: Scope, noted: Noted, write: boolean): void {
    const { object } = node;
    // It is read after the key has ticked.
    if (node.computed && literalsIn(node.property) > 0) {
      this.visit(node.property, scope, noted);
      return;
    }
    if (object.type === "Identifier" || object.type === "ThisExpression") this.use(node, scope, noted, write);
    else if (object.type !== "Super") this.visit(object, scope, noted);
    if (node.computed) this.visit(node.property, scope, noted);
  }

  private use(node: MemberExpression, scope: Scope, noted: Noted, write: boolean): void {
    const { e } = this;
    const object = node.object as Node & ({ type: "Identifier"; name: string } | { type: "ThisExpression" });
    if (node.property.type === "PrivateIdentifier" || !e.stable(object, scope) || e.neverArray(object, scope)) return;
    if (object.type === "ThisExpression" && e.quietThis) return;
    // What comes out of it stands for the array.
    if (!node.computed && node.property.type === "Identifier" && node.property.name === "buffer") return;
    const binding = object.type === "Identifier" ? e.scopes.find(object.name, scope) : null;
    const key = binding ?? "this";
    const rare = rareName(node);
    const before = noted.get(key);
    if (before !== undefined && (before.names === null || rare !== null)) {
      if (rare !== null) before.names?.add(nameNumber(rare));
      this.covered.add(object);
      return;
    }
    // A write by name is a look of its own, whose answer says nothing of other names.
    if (write && rare !== null) return;
    const isOwn = binding === null || binding.kind === "param";
    const held = isOwn ? (binding?.name ?? "this") : "";
    const first = { names: rare === null ? null : new Set([nameNumber(rare)]), held };
    this.first.set(object, first);
    noted.set(key, first);
  }
}

/** The use that others rely on: `x` → `$aT.u(x)`, or with a temporary `$aT.u($1=x)`. */
export function firstUse(e: Emitter, first: First, object: Node): { use: string; guard: string } {
  const text = e.source.slice(object.start, object.end);
  if (first.held === "") first.held = e.temp();
  const { held, names } = first;
  const guard = names === null ? "" : [...names].map((number) => `${e.probe("F")}[${number}]`).join("||");
  return { use: `${e.copy("u", text)}(${held === text ? text : `${held}=${text}`})`, guard };
}

/** Every use so far once more, if the clock has moved since then. */
export function again(e: Emitter, { first, since }: Merged): string {
  const held = new Set([...first.values()].map((each) => each.held).filter((name) => name !== ""));
  const notes = [...held].map((name) => e.note(name)).join(",");
  return `${e.probe("C")}[0]!==${since}&&(${notes === "" ? 0 : notes})`;
}
