/** Reads, writes, comparisons and destructuring: where an array is used. */
import type {
  AssignmentExpression,
  BinaryExpression,
  MemberExpression,
  Node,
  UnaryExpression,
  UpdateExpression,
  VariableDeclarator,
} from "@oxc-project/types";
import { isImplicitPlace } from "./blame.js";
import { HOW, iterated, marked, mayStep, stepped, takenApart } from "./checked.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { namedRead, namedWrite, rareName } from "./named-reads.js";
import { alone, named, nameFor, takesName } from "./naming.js";
import { again, nested, nestsPatterns, noteList, shown } from "./nested-patterns.js";
import type { Rope } from "./rope.js";
import { childrenOf } from "./scope.js";
import { unparen } from "./syntax.js";

/**
 * `x[i]` → `$aT.u(x)[i]`; where the key can make an array: `x[f() + 1]` → `x[$aT.w(f() + 1,x)]`, after it was made; where
 * turning the key into a text may run code: `x[key]` → `$aT.w(x[key],x)`, after all of it.
 */
export function read(e: Emitter, node: MemberExpression): Rope {
  return hasOpenKey(e, node) ? afterwards(e, node, (place) => place) : member(e, node);
}

/** The key may be an object, whose conversion to a text or symbol comes after the probes that stand before the access. */
function hasOpenKey(e: Emitter, node: MemberExpression): boolean {
  return (
    node.computed &&
    node.object.type !== "Super" &&
    e.region === null &&
    !e.input.countOnly &&
    !e.isPrimitive(node.property) &&
    !e.neverArray(node.object) &&
    !isQuietThis(e, node)
  );
}

/** What is done with a place, noted when it is over: `delete x[key]` → `$aT.w(delete x[key],x)` */
function afterwards(e: Emitter, node: MemberExpression, around: (place: Rope) => Rope): Rope {
  const object = e.emit(node.object);
  const stable = e.stable(node.object) && !e.standIns.has(node.object);
  const name = e.standIns.has(node.object)
    ? (node.object as { name: string }).name
    : stable
      ? e.source.slice(node.object.start, node.object.end)
      : e.temp();
  const base = stable || e.standIns.has(node.object) ? object : [`(${name}=`, object, ")"];
  const place = [base, e.link(node), e.emit(node.property), e.slice(node.property.end, node.end)];
  return [`${e.notingAfter(node.object)}(`, around(place), `,${name})`];
}

/** The place itself: what is deleted, updated or written to. */
export function member(e: Emitter, node: MemberExpression, write = false): Rope {
  const computed = node.computed ? [node.property] : [];
  if (e.standIns.has(node.object)) {
    // It was used where it was tested; an array made by the key comes after that.
    const key = node.computed ? e.emit(node.property) : e.slice(node.property.start, node.property.end);
    return [
      e.input.countOnly ? e.emit(node.object) : e.used(node.object),
      e.link(node),
      key,
      e.slice(node.property.end, node.end),
    ];
  }
  if (e.input.countOnly || e.neverArray(node.object) || isQuietThis(e, node)) {
    return e.inside(node, node.object.type === "Super" ? computed : [node.object, ...computed]);
  }
  const gap = e.link(node);
  const tail = e.slice(node.property.end, node.end);
  if (node.computed && e.moves(node.property)) {
    const base = e.emit(node.object);
    const key = e.emit(node.property);
    if (e.stable(node.object)) {
      const name = e.source.slice(node.object.start, node.object.end);
      return [base, gap, `${e.notingAfter(node.object)}(`, key, `,${name})`, tail];
    }
    const temp = e.temp();
    return [`(${temp}=`, base, ")", gap, `${e.notingAfter(node.object)}(`, key, `,${temp})`, tail];
  }
  const key = node.computed ? e.emit(node.property) : e.slice(node.property.start, node.property.end);
  // A private name is no property; whose it is cannot be an array that others know as one.
  if (node.property.type === "PrivateIdentifier") return [e.emit(node.object), gap, key, tail];
  const rare = rareName(node);
  if (rare !== null) {
    const base = write ? namedWrite(e, e.emit(node.object), rare) : namedRead(e, node.object, rare);
    return [base, gap, key, tail];
  }
  // The buffer that comes out stands for the array it came from.
  if (!node.computed && node.property.type === "Identifier" && node.property.name === "buffer") {
    return [`${e.probe("y")}(`, e.emit(node.object), ")", gap, key, tail];
  }
  return [e.used(node.object), gap, key, tail];
}

/** `this` of a class that extends nothing and does no arithmetic is no array object. */
function isQuietThis(e: Emitter, node: MemberExpression): boolean {
  return node.object.type === "ThisExpression" && e.quietThis;
}

/** `??=` and the like: the right side may be left out. */
const LOGICAL = /^(\?\?|&&|\|\|)=$/;

/**
 * The place that an assignment writes to. The write comes after the right side, so when that can make an array the use
 * is noted there: `x[i] = [1]` → `x[i] = $aT.w($aT.l(7,[1]),x)`. Where the right side may be left out, what was read is
 * noted before, too: `x[i] ??= [1]` → `$aT.u(x)[i] ??= $aT.w($aT.l(7,[1]),x)`.
 */
function place(
  e: Emitter,
  node: MemberExpression,
  busy: boolean,
  operator: string,
): { rope: Rope; after: string | null } {
  const unseen = node.object.type === "Super" || e.neverArray(node.object) || isQuietThis(e, node);
  if (e.input.countOnly || unseen || !busy) {
    return { rope: member(e, node, true), after: null };
  }
  const key = node.computed ? e.emit(node.property) : e.slice(node.property.start, node.property.end);
  const tail = e.slice(node.property.end, node.end);
  const rare = rareName(node);
  const object = rare === null ? alone(e, node.object) : namedWrite(e, e.emit(node.object), rare);
  const read = rare === null && LOGICAL.test(operator) ? [`${e.noting(node.object)}(`, object, ")"] : object;
  if (e.stable(node.object)) {
    return { rope: [read, e.link(node), key, tail], after: e.source.slice(node.object.start, node.object.end) };
  }
  const temp = e.temp();
  const rope = [`(${temp}=`, read, ")", e.link(node), key, tail];
  return { rope, after: temp };
}

export function assignment(e: Emitter, node: AssignmentExpression): Rope {
  e.shapes.assigned(node, e.source);
  const left = unparen(node.left);
  const middle = e.slice(node.left.end, node.right.start);
  if (left.type === "Identifier") {
    nameFor(e, node.right, left.name);
    return [e.slice(node.start, node.left.end), middle, e.emit(node.right)];
  }
  if (left.type === "MemberExpression") {
    const busy = e.moves(node.right) || (left.computed && e.moves(left.property));
    const lead = e.slice(node.start, left.start);
    const openKey = hasOpenKey(e, left);
    const unseen =
      e.input.countOnly || left.object.type === "Super" || e.neverArray(left.object) || isQuietThis(e, left);
    const rope = takesName(node.right) ? named(e, { node, left, openKey, unseen }) : null;
    if (rope !== null) return rope;
    e.hint = "";
    if (openKey) {
      return afterwards(e, left, (place) => [
        lead,
        place,
        e.slice(left.end, node.left.end),
        middle,
        e.emit(node.right),
      ]);
    }
    const { rope: written, after } = place(e, left, busy, node.operator);
    if (takesName(node.right) && isImplicitPlace(left)) e.implicit.add(unparen(node.right));
    nameFor(e, node.right, !left.computed && left.property.type === "Identifier" ? left.property.name : "");
    const right = e.emit(node.right);
    const value = after === null ? right : [`${e.notingAfter(left.object)}(`, right, `,${after})`];
    return [lead, written, e.slice(left.end, node.left.end), middle, value];
  }
  if (left.type !== "ArrayPattern" && left.type !== "ObjectPattern") return e.inside(node);
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
  const read = shown(e, left, given, node.right);
  const list = e.noteList;
  e.noteList = outer;
  const wanted = e.discarded !== node || e.completes;
  // What the whole expression gives is the right side: nothing of ours may stand for it where it is wanted.
  const replaced = nestsPatterns(left) || (left.type === "ArrayPattern" && mayStep(e, node.right));
  const held = busy || (wanted && replaced) ? e.temp() : "";
  const kept: Rope = busy ? [`${e.probe("U")}(${held}=`, read, ")"] : held === "" ? read : [`(${held}=`, read, ")"];
  const right = steppedInto(e, left, node.right, kept, list);
  const rope: Rope = [e.slice(node.start, left.start), pattern, middle, right];
  const stamped = rests.reduce<Rope>((inner, rest) => [`${e.probe("x")}(`, inner, `,${rest})`], rope);
  const written = late.reduce<Rope>((inner, base) => [`${e.copy("w", base)}(`, inner, `,${base})`], stamped);
  const taken: Rope = busy ? [`${e.probe("took")}(`, written, `,${held})`] : written;
  const whole: Rope = list === "" ? taken : [`${e.probe("took")}((${list}=[],`, taken, `),${again(e, list)})`];
  return wanted && replaced ? ["(", whole, `,${held})`] : whole;
}

/** The pattern's right side, through what stands for it where it is more than a plain array. */
function steppedInto(e: Emitter, pattern: Node, source: Node, value: Rope, list: string): Rope {
  const outer = e.noteList;
  e.noteList = list;
  const rope = nested(e, pattern, value, source, (inner) =>
    pattern.type === "ArrayPattern" ? stepped(e, "destructuring", pattern, source, inner) : inner,
  );
  e.noteList = outer;
  return rope;
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
  const value = left.type === "ArrayPattern" ? iterated(e, right, HOW.pattern) : takenApart(e, right, left);
  return nested(e, left, shown(e, left, value, right), right);
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
  let value = shown(e, node.id, read, node.init);
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
  const rope = [pattern, e.slice(node.id.end, node.init.start), steppedInto(e, node.id, node.init, value, list)];
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

export function update(e: Emitter, node: UpdateExpression): Rope {
  const argument = unparen(node.argument);
  if (argument.type !== "MemberExpression") return e.slice(node.start, node.end);
  const around = (place: Rope) => [e.slice(node.start, argument.start), place, e.slice(argument.end, node.end)];
  if (hasOpenKey(e, argument)) return afterwards(e, argument, around);
  return [e.slice(node.start, argument.start), member(e, argument), e.slice(argument.end, node.end)];
}

/** `delete` of the last link of a chain. */
export function removed(e: Emitter, node: MemberExpression): Rope {
  const around = (place: Rope): Rope => ["delete ", place];
  return hasOpenKey(e, node) ? afterwards(e, node, around) : around(member(e, node));
}

export function remove(e: Emitter, node: UnaryExpression): Rope {
  const argument = unparen(node.argument);
  if (argument.type !== "MemberExpression") return e.inside(node);
  const around = (place: Rope) => [e.slice(node.start, argument.start), place, e.slice(argument.end, node.end)];
  if (hasOpenKey(e, argument)) return afterwards(e, argument, around);
  return [e.slice(node.start, argument.start), member(e, argument), e.slice(argument.end, node.end)];
}

function isString(node: Node): boolean {
  const at = unparen(node);
  if (at.type === "BinaryExpression")
    return (
      at.operator === "+" &&
      (((at.left as Node).type !== "PrivateIdentifier" && isString(at.left)) || isString(at.right))
    );
  return at.type === "TemplateLiteral" || (at.type === "Literal" && typeof at.value === "string");
}

/**
 * Comparing identities is a use of both; `in` is one of its right side. Coercions are seen where they end, in
 * `Array.prototype.toString` (`runtime/conversions.ts`).
 */
export function binary(e: Emitter, node: BinaryExpression): Rope {
  if (e.input.countOnly) return e.inside(node);
  if (node.operator === "in") {
    if (e.region === null && !e.isPrimitive(node.left) && !e.neverArray(node.right)) {
      const held = e.stable(node.right) ? e.source.slice(node.right.start, node.right.end) : e.temp();
      const right = e.stable(node.right) ? e.emit(node.right) : [`(${held}=`, e.emit(node.right), ")"];
      const test = [e.emit(node.left), e.slice(node.left.end, node.right.start), right];
      return [`${e.notingAfter(node.right)}(`, test, e.slice(node.right.end, node.end), `,${held})`];
    }
    return [
      e.inside({ ...node, end: node.right.start } as Node, [node.left]),
      e.used(node.right),
      e.slice(node.right.end, node.end),
    ];
  }
  if (node.operator === "+" && (isString(node.left) || isString(node.right))) {
    return [e.asText(node.left), e.slice(node.left.end, node.right.start), e.asText(node.right)];
  }
  if (node.operator === "instanceof") {
    return [e.used(node.left), e.slice(node.left.end, node.right.start), e.emit(node.right)];
  }
  if (!/^[!=]==?$/.test(node.operator) || e.neverArray(node.left) || e.neverArray(node.right)) return e.inside(node);
  const middle = e.slice(node.left.end, node.right.start);
  if (!e.moves(node.right)) return [e.used(node.left), middle, e.used(node.right)];
  const temp = e.temp();
  return [
    `(${temp}=`,
    e.emit(node.left),
    ")",
    middle,
    `${e.notingAfter(node.left)}(${e.noting(node.right)}(`,
    e.emit(node.right),
    `),${temp})`,
  ];
}
