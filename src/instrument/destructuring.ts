/** Destructuring: what declarations and assignments take apart by a pattern, and where that puts it. */
import type { AssignmentExpression, Node, VariableDeclarator } from "@oxc-project/types";
import { HOW, iterated, iteratedText, marked, mayStep, takenApart } from "./checked.js";
import { childrenOf } from "./children.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { hasOpenKey, member } from "./members.js";
import { nameFor, unnamed } from "./naming.js";
import { again, defaultQuoted, nested, nestsPatterns, noteList, shown, takenBy } from "./nested-patterns.js";
import { isPlain, type Rope } from "./rope.js";

/** `[a, ...r] = x` → `$aT.took($aT.x([a, ...r] = $aT.U($0=$aT.u(x)),7,r),$0)` */
export function assigned(
  e: Emitter,
  node: AssignmentExpression,
  left: Node & { type: "ArrayPattern" | "ObjectPattern" },
): Rope {
  const middle = e.slice(node.left.end, node.right.start);
  const rests: string[] = [];
  const late: string[] = [];
  const around = e.late;
  const outer = e.noteList;
  e.late = late;
  e.noteList = noteList(e, left);
  const pattern = target(e, left, rests);
  e.late = around;
  const busy = busyPattern(left) && !e.input.countOnly;
  const given =
    left.type === "ArrayPattern" ? marked(node.right.start, e.used(node.right)) : takenApart(e, node.right, left);
  const read = unnamed(node.right, shown(e, left, given, node.right));
  const list = e.noteList;
  e.noteList = outer;
  const wanted = e.discarded !== node || e.completes;
  // What the whole expression gives is the right side: nothing of ours may stand for it where it is wanted.
  const replaced = nestsPatterns(left) || (left.type === "ArrayPattern" && mayStep(e, node.right));
  const held = busy || (wanted && replaced) ? e.temp() : "";
  const kept: Rope = busy ? [`${e.probe("U")}(${held}=`, read, ")"] : held === "" ? read : [`(${held}=`, read, ")"];
  const right = takenBy(e, left, kept, node.right, list);
  const rope: Rope = [e.slice(node.start, left.start), pattern, middle, right];
  const stamped = rests.reduce<Rope>((inner, rest) => [`${e.probe("x")}(`, inner, `,${rest})`], rope);
  const written = late.reduce<Rope>((inner, base) => [`${e.copy("w", base)}(`, inner, `,${base})`], stamped);
  const taken: Rope = busy ? [`${e.probe("took")}(`, written, `,${held})`] : written;
  const whole: Rope = list === "" ? taken : [`${e.probe("took")}((${list}=[],`, taken, `),${again(e, list)})`];
  return wanted && replaced ? ["(", whole, `,${held})`] : whole;
}

/** Taking an array apart by this pattern can make another: a rest, or a default. */
export function busyPattern(node: Node): boolean {
  return (
    node.type === "ArrayPattern" &&
    node.elements.some((element) => element !== null && (element.type === "RestElement" || mayAllocate(element)))
  );
}

/** An assignment's target: names stay, places are used, defaults are expressions. Rest arrays that get a name: `rests`. */
export function target(e: Emitter, node: Node, rests: string[]): Rope {
  switch (node.type) {
    case "MemberExpression": {
      if (e.late === null || !hasOpenKey(e, node)) return member(e, node, true);
      // Its key becomes a text when the value is there: the use follows the whole assignment.
      const base = e.temp();
      e.late.push(base);
      const key = [e.emit(node.property), e.slice(node.property.end, node.end)];
      return [`(${base}=`, e.emit(node.object), ")", e.link(node), key];
    }
    case "AssignmentPattern":
      return [target(e, node.left, rests), e.slice(node.left.end, node.right.start), fallback(e, node)];
    case "RestElement":
      if (node.argument.type === "Identifier") {
        rests.push(`${e.site("rest", node.start, node)},${node.argument.name}`);
        return e.slice(node.start, node.end);
      }
      // Nobody has a name for it: it counts, and as needed until the end.
      rests.push(`${e.site("rest", node.start, node)},0`);
      return [e.slice(node.start, node.argument.start), target(e, node.argument, rests)];
    case "ArrayPattern":
      return parts(e, node, node.elements, rests);
    case "ObjectPattern":
      return parts(e, node, node.properties, rests);
    case "Property":
      return [
        node.computed
          ? [e.slice(node.start, node.key.start), e.emit(node.key), e.slice(node.key.end, node.value.start)]
          : e.slice(node.start, node.value.start),
        target(e, node.value, rests),
      ];
    case "ParenthesizedExpression":
      return e.inside(node);
    default:
      return e.slice(node.start, node.end);
  }
}

/** A default, which the pattern before it takes apart at once. */
function fallback(e: Emitter, node: Node & { type: "AssignmentPattern" }): Rope {
  const { left, right } = node;
  if (left.type !== "ArrayPattern" && left.type !== "ObjectPattern") return e.emit(right);
  const value = left.type === "ArrayPattern" ? listed(e, right) : takenApart(e, right, left);
  return nested(e, left, shown(e, left, value, right), right);
}

function listed(e: Emitter, value: Node): Rope {
  const rope = e.emit(value);
  if (isPlain(rope) && (e.input.countOnly || e.neverArray(value))) return rope;
  return iteratedText(e, rope, ...defaultQuoted(value), value.start);
}

function parts(e: Emitter, node: Node, children: readonly (Node | null)[], rests: string[]): Rope {
  const out: Rope[] = [];
  let at = node.start;
  for (const child of children) {
    if (child === null) continue;
    // A rest element of an object pattern makes an object, not an array.
    const own =
      node.type === "ObjectPattern" && child.type === "RestElement"
        ? e.slice(child.start, child.end)
        : target(e, child, rests);
    out.push(e.slice(at, child.start), own);
    at = child.end;
  }
  out.push(e.slice(at, node.end));
  return out;
}

/** `const [a, ...r] = x` → `const [a, ...r] = $aT.u(x),$aT0_0=$aT.l(7,r)` */
export function destructured(e: Emitter, node: VariableDeclarator): Rope {
  if (node.init === null) return e.slice(node.start, node.end);
  if (node.id.type === "Identifier") {
    nameFor(e, node.init, node.id.name);
    return [e.slice(node.start, node.init.start), e.emit(node.init)];
  }
  const rests: string[] = [];
  const outer = e.noteList;
  const list = noteList(e, node.id);
  e.noteList = list;
  const pattern = target(e, node.id, rests);
  const read =
    node.id.type === "ArrayPattern" ? iterated(e, node.init, HOW.pattern) : takenApart(e, node.init, node.id);
  e.noteList = outer;
  let value = unnamed(node.init, shown(e, node.id, read, node.init));
  /** What follows, each with a name that the pattern declares. */
  const after: [name: string, expression: (name: string) => string][] = [];
  const first = firstName(node.id);
  for (const rest of rests) {
    const name = rest.slice(rest.indexOf(",") + 1);
    const stamped = `${e.probe(e.own ? "l" : "L")}(${rest})`;
    after.push(name === "0" ? [first, (given) => `${e.probe("took")}(${given},${stamped})`] : [name, () => stamped]);
  }
  if (busyPattern(node.id) && !e.input.countOnly) {
    // The rest is read into the array that takes it, and defaults may make others: the source is read after those.
    const held = e.temp();
    value = [`${e.probe("U")}(${held}=`, value, ")"];
    after.push([first, (name) => `${e.probe("took")}(${name},${held})`]);
  }
  if (list !== "") {
    value = [`(${list}=[],`, value, ")"];
    after.push([first, (name) => `${e.probe("took")}(${name},${again(e, list)})`]);
  }
  const rope = [pattern, e.slice(node.id.end, node.init.start), takenBy(e, node.id, value, node.init, list)];
  if (e.exported?.declarators.includes(node)) {
    for (const [, expression] of after) e.exported.after.push(expression("0"));
    return rope;
  }
  // A `var` of ours would be seen by all that shares the scope with such a text: its own names are given their values again.
  const shared = e.completes && e.declaring === "var";
  return [
    rope,
    after.map(([name, expression]) => (shared ? `,${name}=${expression(name)}` : `,${e.fresh()}=${expression("0")}`)),
  ];
}

/** A name that the pattern declares. */
function firstName(pattern: Node): string {
  if (pattern.type === "Identifier") return pattern.name;
  const parts = pattern.type === "AssignmentPattern" ? [pattern.left] : childrenOf(pattern);
  for (const part of parts) {
    const name = firstName(part.type === "Property" ? part.value : part);
    if (name !== "") return name;
  }
  return "";
}
