/** Natives as they were before the program could replace them, and what is known of them by identity. */
import { OwnWeakSet } from "./collections.js";

export const { isView } = ArrayBuffer;
export const { getPrototypeOf, getOwnPropertyDescriptor, ownKeys } = Reflect;
export const arrayPrototype = Array.prototype;
export const nativeCall = Function.prototype.call;
/** The same of other realms. */
export const nativeCalls = new OwnWeakSet<object>();
/** `%TypedArray%`. */
const typedArray = getPrototypeOf(Int8Array) as { prototype: object };

/** `Array.isArray`, which throws for a proxy that has been revoked: nothing is to be said of that one. */
export const isArray = (
  (native: (value: unknown) => boolean) =>
  (value: unknown): value is unknown[] => {
    try {
      return native(value);
    } catch {
      return false;
    }
  }
)(Array.isArray);

/** Prototypes whose methods read or keep their arguments as the tables of the instrumenter say. */
const prototypes: object[] = [
  Array.prototype,
  typedArray.prototype,
  String.prototype,
  RegExp.prototype,
  Map.prototype,
  Set.prototype,
  WeakMap.prototype,
  WeakSet.prototype,
  WeakRef.prototype,
  Promise.prototype,
  ArrayBuffer.prototype,
  SharedArrayBuffer.prototype,
  DataView.prototype,
  Date.prototype,
  Number.prototype,
  Boolean.prototype,
  Symbol.prototype,
  BigInt.prototype,
  Function.prototype,
  Object.prototype,
  Error.prototype,
];

const constructors: object[] = [
  Array,
  Object,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  Function,
  RegExp,
  Map,
  Set,
  WeakMap,
  WeakSet,
  WeakRef,
  Promise,
  ArrayBuffer,
  SharedArrayBuffer,
  DataView,
  Date,
  Error,
  typedArray,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
];

const namespaces: object[] = [Math, JSON, Reflect, Atomics, console];

/** A quarter of what a descriptor costs. It looks further up where there is no such property of the object's own. */
const getter = (Object.prototype as unknown as { __lookupGetter__(key: PropertyKey): unknown }).__lookupGetter__;
const { apply } = Reflect;

/** Whether a property is certain to be none that a getter stands behind, for objects whose prototypes are the language's own. */
export function isData(object: object, key: PropertyKey): boolean {
  return apply(getter, object, [key]) === undefined;
}

/** An element of an array that is no proxy, where no getter stands behind it. */
export function dataElement(array: readonly unknown[], index: number): unknown {
  if (getPrototypeOf(array) !== arrayPrototype) return getOwnPropertyDescriptor(array, index)?.value;
  return isData(array, index) ? array[index] : undefined;
}

export const { isNaN: isNotANumber } = Number;

export const json = JSON;
const { parse } = JSON;

/** True where what `JSON.parse` gives is plain objects and arrays, all of them new, and each in one place. */
export function parsesByItself(): boolean {
  return getOwnPropertyDescriptor(json, "parse")?.value === parse;
}

/** Natives and namespaces of the language, by identity: functions among them read their arguments and keep none. */
export const builtins = new OwnWeakSet<object>();
/** These look at numbers alone. */
export const ofNumbers = new OwnWeakSet<object>([
  Math.max,
  Math.min,
  Math.hypot,
  String.fromCharCode,
  String.fromCodePoint,
]);
/** Natives that look at no element of what they are called on, or hand it on as it is. */
export const shallow = new OwnWeakSet<object>([
  Object.prototype.hasOwnProperty,
  Object.prototype.propertyIsEnumerable,
  Object.prototype.isPrototypeOf,
  Object.prototype.toString,
  Object.prototype.valueOf,
  arrayPrototype.slice,
  arrayPrototype.push,
  arrayPrototype.pop,
  arrayPrototype.shift,
  arrayPrototype.unshift,
  arrayPrototype.splice,
  arrayPrototype.indexOf,
  arrayPrototype.lastIndexOf,
  arrayPrototype.includes,
  arrayPrototype.reverse,
  arrayPrototype.fill,
]);

export const builtinPrototypes = new OwnWeakSet<object>(prototypes);

export function addBuiltin(holder: object): void {
  builtins.add(holder);
  // No iteration: other realms come when the program may have replaced that.
  const keys = ownKeys(holder);
  for (let i = 0; i < keys.length; i++) {
    const descriptor = getOwnPropertyDescriptor(holder, keys[i] as PropertyKey);
    if (typeof descriptor?.value === "function") builtins.add(descriptor.value as object);
    if (descriptor?.get !== undefined) builtins.add(descriptor.get);
    if (descriptor?.set !== undefined) builtins.add(descriptor.set);
  }
}

/** A function of ours that stands for a native. */
export function addNative(standIn: object): void {
  builtins.add(standIn);
}

for (const holder of [...prototypes, ...constructors, ...namespaces]) addBuiltin(holder);
for (const maker of constructors) {
  const prototype = getOwnPropertyDescriptor(maker, "prototype")?.value as unknown;
  if (typeof prototype === "object" && prototype !== null) builtinPrototypes.add(prototype);
}
for (const iterator of [[].values(), new Map().keys(), new Set().keys(), "".matchAll(/x/g), ""[Symbol.iterator]()]) {
  builtinPrototypes.add(getPrototypeOf(iterator) as object);
}

export const arrayIteratorPrototype = getPrototypeOf([].values()) as { next: unknown };
const { next } = arrayIteratorPrototype;
const iterate = arrayPrototype[Symbol.iterator];

/** True where going over an array runs nothing of the program's but getters of its elements. */
export function iteratesByItself(list: object): boolean {
  return (
    getPrototypeOf(list) === arrayPrototype &&
    arrayPrototype[Symbol.iterator] === iterate &&
    arrayIteratorPrototype.next === next &&
    getOwnPropertyDescriptor(list, Symbol.iterator) === undefined
  );
}

const viewPrototype = getPrototypeOf(Int8Array.prototype) as { [Symbol.iterator]: unknown };
const iterateView = viewPrototype[Symbol.iterator];

/** The same for a typed array. */
export function viewIteratesByItself(list: object): boolean {
  if (arrayIteratorPrototype.next !== next) return false;
  for (let at: object | null = list; at !== null; at = getPrototypeOf(at)) {
    const found = getOwnPropertyDescriptor(at, Symbol.iterator);
    if (found !== undefined) return found.value === iterateView;
  }
  return false;
}

/** Prototypes of what natives iterate without `return` and `throw`. */
export const stepwise = new OwnWeakSet<object>([
  Map.prototype,
  Set.prototype,
  arrayIteratorPrototype,
  getPrototypeOf(new Map().keys()) as object,
  getPrototypeOf(new Set().keys()) as object,
  getPrototypeOf("".matchAll(/x/g)) as object,
]);
/** Prototype of all generators: what a call of a generator function returns inherits from it. */
export const generatorPrototype = getPrototypeOf(getPrototypeOf((function* () {})()) as object) as object;
export const asyncGeneratorPrototype = getPrototypeOf(getPrototypeOf((async function* () {})()) as object) as object;

/** True when `receiver` is such that a method call on it does what the native of that name does. */
export function isKnownReceiver(receiver: unknown): boolean {
  if (receiver === null) return false;
  if (typeof receiver === "function") return builtins.has(receiver);
  if (typeof receiver !== "object") return true;
  if (isArray(receiver) || isView(receiver) || builtins.has(receiver)) return true;
  const prototype = getPrototypeOf(receiver);
  return prototype !== null && builtinPrototypes.has(prototype);
}

/** Stands for the name of a class that has none, or computes it. */
export const NAMELESS = "(anonymous)";

/** Constructor name by prototype, without calling anything of the program's. */
export function typeName(prototype: object | null): string {
  const made = prototype === null ? undefined : (getOwnPropertyDescriptor(prototype, "constructor")?.value as unknown);
  if (typeof made !== "function") return "Object";
  const name = getOwnPropertyDescriptor(made, "name")?.value as unknown;
  return typeof name === "string" && name !== "" ? name : NAMELESS;
}
