/**
 * Classes whose methods are code without probes: an addon's, or those of a package that is left out. Nobody sees what such
 * code does with an instance, so all that it may have got hold of counts as needed until the end.
 */
import { builtinPrototypes, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } from "./intrinsics.js";

const { apply } = Reflect;
/** As it was before ours took its place: it shows the probes. */
const nativeText = Function.prototype.toString;
const { endsWith, includes, startsWith } = String.prototype;

/** Text of a function with the probes in it; empty for what has none. */
function textOf(value: unknown): string {
  return typeof value === "function" ? apply(nativeText, value, []) : "";
}

function holds(text: string, part: string): boolean {
  return apply(includes, text, [part]);
}

/** A function of the host's; one that `bind` has made is the program's. */
export function isNative(value: object): boolean {
  const name = getOwnPropertyDescriptor(value, "name")?.value as unknown;
  if (typeof name === "string" && apply(startsWith, name, ["bound "])) return false;
  return apply(endsWith, textOf(value), ["[native code] }"]);
}

/** Every body of a function or class that has been probed begins with a mark: see `instrument/function-text.ts`. */
function isProbed(prototype: object): boolean {
  const keys = ownKeys(prototype);
  for (let i = 0; i < keys.length; i++) {
    // The constructor is among them.
    if (holds(textOf(getOwnPropertyDescriptor(prototype, keys[i] as PropertyKey)?.value), "$aT")) return true;
  }
  return false;
}

/** True where the class, or one that it extends, is code without probes. */
export function isOpaque(prototype: object): boolean {
  for (let at: object | null = prototype; at !== null && at !== Object.prototype; at = getPrototypeOf(at)) {
    if (at === Function.prototype) return false;
    if (!isProbed(at)) return true;
  }
  return false;
}

/** True where instances hold what no property shows: private fields, or the memory of native code, of a class above too. */
export function hidesStorage(prototype: object): boolean {
  for (let at: object | null = prototype; at !== null && !builtinPrototypes.has(at); at = getPrototypeOf(at)) {
    const text = textOf(getOwnPropertyDescriptor(at, "constructor")?.value);
    if (holds(text, "#") || holds(text, "[native code]")) return true;
  }
  return false;
}
