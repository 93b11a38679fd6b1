/**
 * Functions and classes without a name that are written to a place: `list[0] = () => 1`.
 *
 * V8 calls them, in stack traces, by the text of the place (`list.<computed>`; `FuncNameInferrer` in its
 * src/parsing/func-name-inferrer.cc), so that a probe in that text would show. Where the place is behind a name, the text
 * stays and the use stands on the right side: `list[0] = ($aT.u(list),() => 1)`. Where it is behind anything else, its
 * value is put where the same text finds it: `f().a[0] = …` → `(t=f().a,{["f"]:$aT.T({["a"]:t})}).f().a[0] = …`.
 */
import type { AssignmentExpression, MemberExpression, Node } from "@oxc-project/types";
import { nameNumber } from "../trace/names.js";
import { isImplicitPlace } from "./blame.js";
import { mayAllocate } from "./effects.js";
import { type Emitter, RUNTIME } from "./emitter.js";
import { rareName } from "./rare-names.js";
import type { Rope } from "./rope.js";
import { isFunction, unparen } from "./syntax.js";

/** Names that a CommonJS file has as parameters. */
const PARAMETERS = new Set(["exports", "require", "module"]);

export function takesName(value: Node): boolean {
  const at = unparen(value);
  return isFunction(at) || at.type === "ClassExpression";
}

/** A function or class without a name goes by the name of what it is given to. */
export function nameFor(e: Emitter, value: Node, name: string): void {
  e.hint = takesName(value) ? name : "";
}

interface Given {
  node: AssignmentExpression;
  left: MemberExpression;
  /** Turning the key into a text may run code, once the right side is there. */
  openKey: boolean;
  /** Nothing is to be noted of the object. */
  unseen: boolean;
}

/**
 * The assignment with the name that V8 gives, or null where that cannot be had without missing the use: then it must be
 * probed as any other.
 */
export function named(e: Emitter, { node, left, openKey, unseen }: Given): Rope | null {
  const { object } = left;
  const inPlace = isSimple(object) && (unseen || e.stable(object) || (isReadable(e, object) && isKeyQuiet(left)));
  const links = inPlace ? [] : linksOf(e, object);
  if (links === null) return null;
  // Behind the right side, which makes nothing; or behind the statement, where there is one.
  const within = node.operator === "=" && !openKey && isQuiet(unparen(node.right));
  if (!unseen && !within && !isStatement(e, node)) return null;

  const held = inPlace ? e.source.slice(object.start, object.end) : e.temp();
  const base = inPlace ? e.slice(object.start, object.end) : [`(${held}=`, alone(e, object), ",", holder(links, held)];
  const key = left.computed ? e.emit(left.property) : e.slice(left.property.start, left.property.end);
  const place = [base, e.slice(object.end, left.property.start), key, e.slice(left.property.end, node.left.end)];
  if (isImplicitPlace(left)) e.implicit.add(unparen(node.right));
  nameFor(e, node.right, !left.computed && left.property.type === "Identifier" ? left.property.name : "");
  const right = e.emit(node.right);
  const rare = rareName(left);
  const use = rare === null ? e.note(held) : `${e.copy("a", held)}(${held},${nameNumber(rare)})`;
  const lead = [e.slice(node.start, left.start), place, e.slice(node.left.end, node.right.start)];
  if (unseen) return [lead, right];
  return within ? [lead, `(${use},`, right, ")"] : [lead, right, `,${use}`];
}

/** An object behind a `=` of ours. V8 has no position of its own there for a name that it does not find. */
export function alone(e: Emitter, object: Node): Rope {
  const rope = e.emit(object);
  return object.type === "Identifier" && e.binding(object.name) === null ? ["(0,", rope, ")"] : unnamed(object, rope);
}

/** What stands behind a `=` of ours: a function or class without a name is not to get a temporary's. */
export function unnamed(node: Node, rope: Rope): Rope {
  return takesName(node) ? ["(0,", rope, ")"] : rope;
}

function isSimple({ type }: Node): boolean {
  return type === "Identifier" || type === "ThisExpression" || type === "Super";
}

/** Reading it a second time does what the first did. */
function isReadable(e: Emitter, object: Node): boolean {
  if (object.type !== "Identifier") return true;
  const binding = e.binding(object.name);
  return binding === null ? e.input.goal === "commonjs" && PARAMETERS.has(object.name) : !binding.scope.dynamic;
}

/** It gives no name another value. */
function isKeyQuiet({ computed, property }: MemberExpression): boolean {
  return !computed || property.type === "Identifier" || property.type === "Literal";
}

/** Evaluating it makes no array. */
function isQuiet(right: Node): boolean {
  if (right.type !== "ClassExpression") return isFunction(right);
  const { superClass, decorators, body } = right;
  if (superClass !== null && mayAllocate(superClass)) return false;
  if (decorators.length > 0) return false;
  return body.body.every((member) => {
    if (member.type === "StaticBlock" || member.type === "TSIndexSignature") return false;
    if (member.decorators.length > 0 || (member.computed && mayAllocate(member.key))) return false;
    if (member.type === "MethodDefinition" || member.type === "TSAbstractMethodDefinition") return true;
    return !member.static || member.value === null || !mayAllocate(member.value);
  });
}

/** Nobody wants its value: something may follow it. */
function isStatement(e: Emitter, node: Node): boolean {
  // The value of a script's or eval's last statement is what it gives.
  const inside = e.frame.path !== "" || e.input.goal === "module" || e.input.goal === "commonjs";
  return e.discarded === node && inside;
}

/** What V8 finds in the text of an object: names, keys that have none, calls. */
type Link = { name: string; text: string } | "computed" | "call" | "template";

/** Null where a link can be written in no other way. */
function linksOf(e: Emitter, node: Node): Link[] | null {
  const behind = (inner: Node, link: Link[]): Link[] | null => {
    const before = linksOf(e, inner);
    return before === null ? null : [...before, ...link];
  };
  switch (node.type) {
    case "Identifier":
      return [{ name: node.name, text: `.${node.name}` }];
    case "Super":
      return null;
    case "TSNonNullExpression":
      return linksOf(e, node.expression);
    case "MemberExpression": {
      if (node.optional || e.standIns.has(node.object)) return null;
      const { property } = node;
      if (property.type === "PrivateIdentifier") return behind(node.object, [quotedLink(`#${property.name}`)]);
      if (!node.computed) {
        const { name } = property as { name: string };
        return behind(node.object, [{ name, text: `.${name}` }]);
      }
      const isText = property.type === "Literal" && typeof property.value === "string";
      return behind(node.object, [isText ? quotedLink(property.value as string) : "computed"]);
    }
    case "CallExpression":
      return node.optional ? null : behind(node.callee, ["call"]);
    case "NewExpression":
      return linksOf(e, node.callee);
    case "TaggedTemplateExpression":
      return behind(node.tag, ["template"]);
    // Whatever else an object can be has no name for V8, nor has what stands in parentheses.
    default:
      return [];
  }
}

/** In quotation marks, a key counts as a name in the same places. */
function quotedLink(name: string): Link {
  return { name, text: `[${JSON.stringify(name)}]` };
}

/** `held` behind those links, in parentheses that the caller has opened: `a.b()` → `{a:{b:$aT.T(held)}}).a.b()` */
function holder(links: Link[], held: string): string {
  let value = held;
  let text = "";
  for (const link of [...links].reverse()) {
    if (link === "call" || link === "template") value = `${RUNTIME}.T(${value})`;
    else if (link === "computed") value = `{0:${value}}`;
    else value = `{[${JSON.stringify(link.name)}]:${value}}`;
  }
  for (const link of links) {
    if (link === "call") text += "()";
    else if (link === "template") text += "``";
    else if (link === "computed") text += "[0]";
    else text += link.text;
  }
  return `${value})${text}`;
}
