/**
 * Calls that compile text: `eval`, `Function` and its like, `vm`. Their text is handed to the runtime, which answers with
 * the probed one when the callee is what its name says:
 *
 *     eval(x)              → eval($aT.direct(eval,7,2,x)): 2 is what the call stands in, see `modeOf`
 *     (0, eval)(x)         → (0, eval)($aT.text(eval,7,x))
 *     new Function(a, b)   → new Function(($0=$aT.texts(Function,7,[a, b]))[0],$0[1])
 *     Function.apply(t, l) → Function.apply(t, $aT.texts(Function,7,l)), and so with Reflect.apply and Reflect.construct
 *
 * The call stays where it is: a direct eval stays one, and V8 names the program's own line as the text's origin. Nothing
 * that the program can reach is replaced.
 */
import type { CallExpression, NewExpression, Node } from "@oxc-project/types";
import { isConstructor } from "./classes.js";
import type { Emitter } from "./emitter.js";
import { KNOWN_GLOBALS } from "./natives.js";
import type { Rope } from "./rope.js";
import type { Binding } from "./scope.js";
import { unparen } from "./syntax.js";

type Calling = CallExpression | NewExpression;

interface TextCall {
  /** Source text that gives the callee once more, without doing anything. */
  callee: string;
  direct: boolean;
  /** Arguments before the ones that are the compiler's own: `call` has a receiver in front, `Reflect.apply` the function too. */
  skip: number;
  /** The arguments come as a list: `apply`. */
  list: boolean;
}

const GLOBALS = new Set(["eval", "Function"]);
const METHODS = new Set([
  ...["eval", "Function"],
  ...["Script", "SourceTextModule", "compileFunction", "runInThisContext", "runInContext", "runInNewContext"],
]);

/** Null for a call that compiles nothing, as far as can be seen. */
export function textCall(e: Emitter, node: Calling): TextCall | null {
  const callee = unparen(node.callee);
  if (node.type === "CallExpression" && callee.type === "Identifier" && callee.name === "eval" && !node.optional) {
    return { callee: "eval", direct: true, skip: 0, list: false };
  }
  if (callee.type === "Super") return inherited(e, e.superClass);
  const plain = again(e, callee) ?? (node.type === "NewExpression" ? handedOn(e, callee) : null);
  if (plain !== null) return { callee: plain, direct: false, skip: 0, list: false };
  if (node.type === "NewExpression" || callee.type !== "MemberExpression" || callee.computed) return null;
  const name = callee.property.type === "Identifier" ? callee.property.name : "";
  const [first] = node.arguments;
  if (first !== undefined && callee.object.type === "Identifier" && callee.object.name === "Reflect") {
    const given = name === "construct" || name === "apply" ? again(e, unparen(first)) : null;
    return given === null ? null : { callee: given, direct: false, skip: name === "apply" ? 2 : 1, list: true };
  }
  if (name !== "call" && name !== "apply") return null;
  const object = again(e, unparen(callee.object));
  return object === null ? null : { callee: object, direct: false, skip: 1, list: name === "apply" };
}

/** `super(text)` in a class that extends a compiler. */
function inherited(e: Emitter, superClass: Node | null): TextCall | null {
  const callee = superClass === null ? null : again(e, unparen(superClass));
  return callee === null ? null : { callee, direct: false, skip: 0, list: false };
}

/** `class F extends Function {}`: what `new F(text)` is given goes on as it is. */
function handedOn(e: Emitter, callee: Node): string | null {
  const binding = callee.type === "Identifier" ? e.binding(callee.name) : null;
  const made = binding === null || binding.assigned || binding.init === null ? null : unparen(binding.init);
  if (made?.type !== "ClassDeclaration" && made?.type !== "ClassExpression") return null;
  const { superClass, body } = made;
  if (superClass?.type !== "Identifier" || superClass.name !== "Function" || body.body.some(isConstructor)) return null;
  return e.binding("Function") === null ? "Function" : null;
}

/** The compiler that an expression gives, as text that may be evaluated again. */
function again(e: Emitter, node: Node): string | null {
  if (e.standIns.has(node)) return null;
  switch (node.type) {
    case "Identifier": {
      const binding = e.scopes.guess(node.name, e.scope);
      // Names from around a compiled text: it cannot be seen what they hold, so the runtime looks each time.
      const unknown = e.input.compiled !== undefined && e.input.goal !== "function" && !KNOWN_GLOBALS.has(node.name);
      const may = binding === null ? unknown || GLOBALS.has(node.name) : mayHold(e, binding);
      return may ? node.name : null;
    }
    case "SequenceExpression":
      return again(e, unparen(node.expressions[node.expressions.length - 1] as Node));
    case "MemberExpression":
      if (node.computed || node.object.type !== "Identifier" || e.standIns.has(node.object)) return null;
      if (node.property.type !== "Identifier" || !METHODS.has(node.property.name)) return null;
      return `${node.object.name}.${node.property.name}`;
    default:
      return null;
  }
}

function mayHold(e: Emitter, binding: Binding): boolean {
  if (binding.kind === "import") {
    const specifier = binding.init;
    return (
      specifier?.type === "ImportSpecifier" && "name" in specifier.imported && METHODS.has(specifier.imported.name)
    );
  }
  if (binding.kind === "function" || binding.kind === "class") return false;
  const values = [binding.init, ...binding.values.map(({ value }) => value)];
  // Part of a pattern (`const { Script } = require("vm")`): its name is all there is to go by.
  if (!binding.whole && METHODS.has(binding.name)) return true;
  return values.some((value) => value !== null && gives(e, value));
}

/** The expression may give `eval`, a function constructor or one of `vm`'s functions. */
export function gives(e: Emitter, expression: Node): boolean {
  const node = unparen(expression);
  switch (node.type) {
    case "Identifier":
      return GLOBALS.has(node.name);
    case "SequenceExpression":
      return gives(e, node.expressions[node.expressions.length - 1] as Node);
    case "LogicalExpression":
      return gives(e, node.left) || gives(e, node.right);
    case "ConditionalExpression":
      return gives(e, node.consequent) || gives(e, node.alternate);
    case "AssignmentExpression":
      return gives(e, node.right);
    case "MemberExpression": {
      if (node.computed || node.property.type !== "Identifier") return false;
      return node.property.name === "constructor" ? isFunctionLike(node.object) : METHODS.has(node.property.name);
    }
    default:
      return false;
  }
}

/** A function's own text, or what such a thing inherits from. */
function isFunctionLike(object: Node): boolean {
  const node = unparen(object);
  switch (node.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "MemberExpression":
      if (node.computed || node.property.type !== "Identifier") return false;
      if (node.property.name === "__proto__") return isFunctionLike(node.object);
      return node.property.name === "prototype" && node.object.type === "Identifier" && node.object.name === "Function";
    case "CallExpression": {
      const callee = unparen(node.callee);
      const [argument] = node.arguments;
      if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return false;
      return callee.property.name === "getPrototypeOf" && argument !== undefined && isFunctionLike(argument as Node);
    }
    default:
      return false;
  }
}

/** The ropes of a call's arguments, texts between them too, with the compiler's own handed to the runtime. */
export function compiled(e: Emitter, node: Calling, given: TextCall, parts: Rope[]): Rope[] {
  const args = node.arguments.slice(given.skip);
  const [first] = args;
  if (first === undefined || node.arguments.slice(0, given.skip).some(isSpread)) return parts;
  const site = e.site("call", node.callee.start, node);
  const before = parts.slice(0, given.skip * 2);
  const own = parts.slice(given.skip * 2);
  const how = given.direct ? `${e.probe("direct")}(${given.callee},${site},${modeOf(e)},` : null;
  if (given.list) {
    if (isSpread(first)) return parts;
    // `Reflect.construct` may have a third argument.
    return [...before, `${e.probe("texts")}(${given.callee},${site},`, own[0] as Rope, ")", ...own.slice(1)];
  }
  if (args.length === 1 && !isSpread(first)) {
    return [...before, how ?? `${e.probe("text")}(${given.callee},${site},`, ...own, ")"];
  }
  if (how !== null) {
    // Only the first is compiled.
    return isSpread(first) ? parts : [...before, how, own[0] as Rope, ")", ...own.slice(1)];
  }
  const list: Rope = [`${e.probe("texts")}(${given.callee},${site},[`, own, "])"];
  if (args.some(isSpread)) return [...before, "...", list];
  const held = e.temp();
  const rest = args.slice(1).map((_, i) => `,${held}[${i + 1}]`);
  return [...before, `(${held}=`, list, ")[0]", ...rest];
}

/** What the text of a direct eval may hold where it is called: 1 for strict mode, and twice its {@link Home}. */
function modeOf({ strict, home }: Emitter): number {
  return (strict ? 1 : 0) + 2 * home;
}

function isSpread(node: Node): boolean {
  return node.type === "SpreadElement";
}
