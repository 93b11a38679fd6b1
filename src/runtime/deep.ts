/** Arrays inside what is handed to a native that reads deeply, and inside what a native returns. */
import { OwnSet } from "./collections.js";
import { getOwnPropertyDescriptor, getPrototypeOf, isArray, isView, ownKeys } from "./intrinsics.js";
import type { Stamps } from "./stamps.js";

const objectPrototype = Object.prototype;
const mapPrototype = Map.prototype;
const mapForEach = mapPrototype.forEach;

type Visit = (value: object) => void;

/** Every object that can be reached through own data properties, the value itself first. No getter is called. */
export function walk(value: object, isProxy: (value: object) => boolean, visit: (value: object) => boolean): void {
  const seen = new OwnSet<object>();
  const waiting: object[] = [value];
  while (waiting.length > 0) {
    const at = waiting[waiting.length - 1] as object;
    waiting.length--;
    if (seen.has(at)) continue;
    seen.add(at);
    if (!visit(at) || isProxy(at) || isView(at)) continue;
    if (isArray(at)) {
      // A match's groups of indices hang beside its elements.
      const indices = getOwnPropertyDescriptor(at, "indices")?.value as unknown;
      if (typeof indices === "object" && indices !== null) waiting[waiting.length] = indices;
      for (let i = 0; i < at.length; i++) {
        const item = getOwnPropertyDescriptor(at, i)?.value as unknown;
        if (typeof item === "object" && item !== null) waiting[waiting.length] = item;
      }
    } else {
      // `Map.groupBy` answers with a map of what it made.
      if (getPrototypeOf(at) === mapPrototype) {
        mapForEach.call(at as Map<unknown, unknown>, (item) => {
          if (typeof item === "object" && item !== null) waiting[waiting.length] = item;
        });
      }
      const keys = ownKeys(at);
      for (let i = 0; i < keys.length; i++) {
        const item = getOwnPropertyDescriptor(at, keys[i] as PropertyKey)?.value as unknown;
        if (typeof item === "object" && item !== null) waiting[waiting.length] = item;
      }
    }
  }
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
  for (let i = 0; i < array.length; i++) {
    const found = getOwnPropertyDescriptor(array, i);
    if (found !== undefined && typeof found.value === "object" && found.value !== null) return false;
  }
  return true;
}

/** A native made `value` and the arrays inside it: `Object.entries`, `JSON.parse`, `matchAll`. Old ones are left alone. */
export function stampNested(value: object, stamps: Stamps, isProxy: (value: object) => boolean, born: Visit): void {
  walk(value, isProxy, (at) => {
    if (isProxy(at)) return false;
    if (at === value) return true;
    if ((isArray(at) || isView(at)) && !stamps.has(at)) {
      born(at);
      return true;
    }
    return isPlain(at);
  });
}

function isPlain(value: object): boolean {
  const prototype = getPrototypeOf(value);
  return prototype === objectPrototype || prototype === null;
}
