/** Arrays inside what is handed to a native that reads deeply, and inside what a native returns. */
import { OwnSet } from "./collections.js";
import {
  arrayPrototype,
  dataElement,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isData,
  isView,
  ownKeys,
} from "./intrinsics.js";
import type { Stamps } from "./stamps.js";

const { keys, getOwnPropertySymbols, prototype: objectPrototype } = Object;
const { apply } = Reflect;
const mapPrototype = Map.prototype;
const mapForEach = mapPrototype.forEach;

type Visit = (value: object) => void;

/**
 * Every object that can be reached through own data properties, the value itself first; some that hold no others more than
 * once. No getter is called.
 */
export function walk(value: object, isProxy: (value: object) => boolean, visit: (value: object) => boolean): void {
  const seen = new OwnSet<object>();
  const waiting: object[] = [value];
  let top = 1;
  const add = (item: unknown): void => {
    if (typeof item === "object" && item !== null) waiting[top++] = item;
  };
  while (top > 0) {
    const at = waiting[--top] as object;
    if (seen.has(at) || !visit(at) || isProxy(at) || isView(at)) continue;
    const before = top;
    if (isArray(at)) addElements(at, add);
    else addProperties(at, add);
    if (top > before) seen.add(at);
  }
}

function addElements(array: unknown[], add: (item: unknown) => void): void {
  // A match's groups of indices hang beside its elements.
  if (getPrototypeOf(array) !== arrayPrototype || "indices" in array) {
    add(getOwnPropertyDescriptor(array, "indices")?.value);
  }
  for (let i = 0; i < array.length; i++) add(dataElement(array, i));
}

function addProperties(object: object, add: (item: unknown) => void): void {
  const prototype = getPrototypeOf(object);
  if (prototype === objectPrototype || prototype === null) {
    // Natives that read deeply leave alone what cannot be enumerated.
    const names = keys(object);
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      if (isData(object, name)) add((object as Record<string, unknown>)[name]);
    }
    const symbols = getOwnPropertySymbols(object);
    for (let i = 0; i < symbols.length; i++) add(getOwnPropertyDescriptor(object, symbols[i] as symbol)?.value);
    return;
  }
  // `Map.groupBy` answers with a map of what it made.
  if (prototype === mapPrototype) apply(mapForEach, object, [add]);
  const all = ownKeys(object);
  for (let i = 0; i < all.length; i++) add(getOwnPropertyDescriptor(object, all[i] as PropertyKey)?.value);
}

/** A native reads `value` and all that it holds: `JSON.stringify`, `structuredClone`, `console.log`. */
export function deepUse(value: object, stamps: Stamps, use: Visit, isProxy: (value: object) => boolean): void {
  if (isProxy(value)) {
    if (stamps.has(value)) use(value);
    return;
  }
  if (isArray(value) && isFlat(value)) {
    use(value);
    return;
  }
  walk(value, isProxy, (at) => {
    if (stamps.has(at)) use(at);
    return true;
  });
}

/** Holds no objects, as far as can be told without running a getter of the program's. */
function isFlat(array: unknown[]): boolean {
  if (getPrototypeOf(array) !== arrayPrototype || "indices" in array) return false;
  for (let i = 0; i < array.length; i++) {
    const item = dataElement(array, i);
    if (typeof item === "object" && item !== null) return false;
  }
  return true;
}

/**
 * A native made `value` and the arrays inside it: `Object.entries`, `structuredClone`, `matchAll`. Old ones are left
 * alone. `shallow`: there are none further inside.
 */
export function stampNested(
  value: object,
  stamps: Stamps,
  isProxy: (value: object) => boolean,
  born: Visit,
  shallow: boolean,
): void {
  walk(value, isProxy, (at) => {
    if (isProxy(at)) return false;
    if (at === value) return true;
    if ((isArray(at) || isView(at)) && !stamps.has(at)) {
      born(at);
      return !shallow;
    }
    return !shallow && isPlain(at);
  });
}

/** All arrays of what `JSON.parse` gives: nothing in it is a proxy, a getter, or there twice. Outer ones come first. */
export function arraysOf(tree: object): unknown[][] {
  const arrays: unknown[][] = [];
  const waiting: object[] = [tree];
  let top = 1;
  while (top > 0) {
    const at = waiting[--top] as object;
    if (isArray(at)) {
      arrays[arrays.length] = at;
      for (let i = 0; i < at.length; i++) {
        const item = at[i] as unknown;
        if (typeof item === "object" && item !== null) waiting[top++] = item;
      }
    } else {
      const names = keys(at);
      for (let i = 0; i < names.length; i++) {
        const item = (at as Record<string, unknown>)[names[i] as string];
        if (typeof item === "object" && item !== null) waiting[top++] = item;
      }
    }
  }
  return arrays;
}

function isPlain(value: object): boolean {
  const prototype = getPrototypeOf(value);
  return prototype === objectPrototype || prototype === null;
}
