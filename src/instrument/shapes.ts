/**
 * What is done at once with an expression's array, where the text alone says so: a pass that reads it and drops it, or a
 * name that takes it in the place of the shorter one it was copied from. Advice rests on it; no probe does.
 */
import type { AssignmentExpression, CallExpression, Node } from "@oxc-project/types";
import { unparen } from "./syntax.js";

export interface Shape {
  /** What reads the array, from its first element to its last, and nothing else can: `.filter`, `for…of`, `…`. */
  reader?: string;
  /** The name that the array takes over, as it is written: `list = [...list, x]`. */
  grows?: string;
}

/** Methods that go over their array once and keep nothing of it. */
const READERS = new Set(
  (
    "map filter flatMap forEach reduce reduceRight some every find findIndex findLast findLastIndex join includes " +
    "indexOf concat slice flat"
  ).split(" "),
);

/** What makes an array element by element from another. */
const PASSES = new Set("map filter flatMap slice concat flat keys values entries from".split(" "));

export class Shapes {
  private readonly shapes = new WeakMap<Node, Shape>();

  of(node: object): Shape | undefined {
    return this.shapes.get(node as Node);
  }

  /** `object.name(…)` */
  method(node: CallExpression, object: Node, name: string): void {
    if (READERS.has(name)) this.read(object, `.${name}`);
    if (name === "reduce" || name === "reduceRight") this.folded(node);
  }

  /** The array is gone over by `reader`. */
  read(node: Node, reader: string): void {
    const made = unparen(node);
    if (made.type !== "CallExpression" || made.callee.type !== "MemberExpression" || made.callee.computed) return;
    if (made.callee.property.type === "Identifier" && PASSES.has(made.callee.property.name)) {
      this.shapes.set(made, { ...this.shapes.get(made), reader });
    }
  }

  /** `list = [...list, x]`, `list = list.concat(x)`, `data = Buffer.concat([data, part])` */
  assigned(node: AssignmentExpression, source: string): void {
    if (node.operator !== "=") return;
    const name = source.slice(node.left.start, node.left.end);
    const right = unparen(node.right);
    if (copies(right, name, source)) this.shapes.set(right, { grows: name });
  }

  /** `(list, x) => [...list, x]` given to a fold. */
  private folded(node: CallExpression): void {
    const callback = node.arguments[0];
    if (callback?.type !== "ArrowFunctionExpression" || callback.body.type === "BlockStatement") return;
    const [first] = callback.params;
    const body = unparen(callback.body);
    if (first?.type === "Identifier" && copies(body, first.name, null)) this.shapes.set(body, { grows: first.name });
  }
}

/** The expression makes a longer copy of what `name` holds. A `name` that is a mere name needs no source. */
function copies(node: Node, name: string, source: string | null): boolean {
  const is = (part: Node): boolean =>
    source === null ? part.type === "Identifier" && part.name === name : source.slice(part.start, part.end) === name;
  if (node.type === "ArrayExpression") {
    return (
      node.elements.length > 1 && node.elements.some((part) => part?.type === "SpreadElement" && is(part.argument))
    );
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed) return false;
  const { object, property } = node.callee;
  if (property.type !== "Identifier" || property.name !== "concat") return false;
  if (is(object)) return node.arguments.length > 0;
  const [list] = node.arguments;
  return (
    object.type === "Identifier" &&
    object.name === "Buffer" &&
    list?.type === "ArrayExpression" &&
    list.elements.some((part) => part !== null && is(part))
  );
}
