/** Reads, updates, deletes and comparisons: where an array is used. */
import type { BinaryExpression, MemberExpression, Node, UnaryExpression, UpdateExpression } from "@oxc-project/types";
import { spareCompared } from "./compared.js";
import type { Emitter } from "./emitter.js";
import { firstUse } from "./merged-uses.js";
import { coveredWrite, namedRead, namedWrite } from "./named-reads.js";
import { unnamed } from "./naming.js";
import { rareName } from "./rare-names.js";
import type { Rope } from "./rope.js";
import { unparen } from "./syntax.js";

/**
 * `x[i]` → `$aT.u(x)[i]`; where the key can make an array: `x[f() + 1]` → `x[$aT.w(f() + 1,x)]`, after it was made; where
 * turning the key into a text may run code: `x[key]` → `$aT.w(x[key],x)`, after all of it.
 */
export function read(e: Emitter, node: MemberExpression): Rope {
  return hasOpenKey(e, node) ? afterwards(e, node, (place) => place) : member(e, node);
}

/** The key may be an object, whose conversion to a text or symbol comes after the probes that stand before the access. */
export function hasOpenKey(e: Emitter, node: MemberExpression): boolean {
  return (
    node.computed &&
    node.object.type !== "Super" &&
    e.region === null &&
    !e.input.countOnly &&
    !e.isPrimitive(node.property) &&
    !e.neverArray(node.object) &&
    e.merged?.first.has(node.object) !== true &&
    !isQuietThis(e, node)
  );
}

/** What is done with a place, noted when it is over: `delete x[key]` → `$aT.w(delete x[key],x)` */
export function afterwards(e: Emitter, node: MemberExpression, around: (place: Rope) => Rope): Rope {
  const object = e.emit(node.object);
  const stable = e.stable(node.object) && !e.standIns.has(node.object);
  const name = e.standIns.has(node.object)
    ? (node.object as { name: string }).name
    : stable
      ? e.source.slice(node.object.start, node.object.end)
      : e.temp();
  const base = stable || e.standIns.has(node.object) ? object : [`(${name}=`, unnamed(node.object, object), ")"];
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
  const first = e.merged?.first.get(node.object);
  if (first !== undefined) {
    const { use, guard } = firstUse(e, first, node.object);
    const object = e.emit(node.object);
    const base = guard === "" ? use : ["((", guard, `)&&${use},`, object, ")"];
    const key = node.computed ? e.emit(node.property) : e.slice(node.property.start, node.property.end);
    return [base, e.link(node), key, e.slice(node.property.end, node.end)];
  }
  const written = write && e.merged?.covered.has(node.object) ? rareName(node) : null;
  if (written !== null) {
    return [coveredWrite(e, node.object, written), e.link(node), e.slice(node.property.start, node.end)];
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
    return [
      `(${temp}=`,
      unnamed(node.object, base),
      ")",
      gap,
      `${e.notingAfter(node.object)}(`,
      key,
      `,${temp})`,
      tail,
    ];
  }
  const key = node.computed ? e.emit(node.property) : e.slice(node.property.start, node.property.end);
  // A private name is no property; whose it is cannot be an array that others know as one.
  if (node.property.type === "PrivateIdentifier") return [e.emit(node.object), gap, key, tail];
  const rare = rareName(node);
  if (rare !== null) {
    const base = write ? namedWrite(e, node.object, rare) : namedRead(e, node.object, rare);
    return [base, gap, key, tail];
  }
  // The buffer that comes out stands for the array it came from.
  if (!node.computed && node.property.type === "Identifier" && node.property.name === "buffer") {
    return [`${e.probe("y")}(`, e.emit(node.object), ")", gap, key, tail];
  }
  return [e.used(node.object), gap, key, tail];
}

/** `this` of a class that extends nothing and does no arithmetic is no array object. */
export function isQuietThis(e: Emitter, node: MemberExpression): boolean {
  return node.object.type === "ThisExpression" && e.quietThis;
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
      const right = e.stable(node.right)
        ? e.emit(node.right)
        : [`(${held}=`, unnamed(node.right, e.emit(node.right)), ")"];
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
  const { left, right } = node;
  if (left.type === "Identifier" && right.type === "Identifier" && left.name === right.name) spareCompared(e, node);
  const middle = e.slice(node.left.end, node.right.start);
  if (!e.moves(node.right)) return [e.used(node.left), middle, e.used(node.right)];
  const temp = e.temp();
  return [
    `(${temp}=`,
    unnamed(node.left, e.emit(node.left)),
    ")",
    middle,
    `${e.notingAfter(node.left)}(${e.noting(node.right)}(`,
    e.emit(node.right),
    `),${temp})`,
  ];
}
