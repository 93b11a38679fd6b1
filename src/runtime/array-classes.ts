/**
 * Array classes, found by what they are: instances hold numeric or array storage, and the prototype does arithmetic.
 */

import { doesArithmetic, isOperation } from "../trace/arithmetic.js";
import { matches } from "../trace/matches.js";
import { OwnMap, OwnWeakMap, OwnWeakSet } from "./collections.js";
import {
  type ArrayClass,
  dataOf,
  type Field,
  holdsNumbers,
  isList,
  isNumber,
  nameOf,
  type PrivateField,
  type PrivateReader,
} from "./instances.js";
import { getOwnPropertyDescriptor, getPrototypeOf, isArray, isView, ownKeys, typeName } from "./intrinsics.js";
import { hidesStorage, isOpaque } from "./opaque.js";

/** Own properties that are coordinates or elements: x, _y, r, e11, m3. */
const COORDINATE = /^[_#]?([xyzwrgbauv]|[emn]?\d+)$/;
/** Where storage begins that is outside of JavaScript: in WebAssembly's memory, or an addon's. */
const POINTER = /^[_#]*(wbg_)?(ptr|pointer)$/;
/** How many instances may come without storage before the class is taken for something else. */
const PATIENCE = 4;

export class ArrayClasses {
  /** `named` says of classes by name whether they are array classes, whatever they look like. */
  private readonly named: ReadonlyMap<string, boolean>;

  constructor(
    private readonly isProxy: (value: object) => boolean,
    named: ReadonlyMap<string, boolean> = new Map(),
  ) {
    this.named = new OwnMap(named);
  }

  private readonly known = new OwnWeakMap<object, ArrayClass | null>();
  private readonly shown = new OwnWeakMap<object, string>();
  private readonly wanted = new OwnWeakSet<object>();
  private readonly chances = new OwnWeakMap<object, number>();
  private readonly hidden = new OwnWeakMap<object, PrivateField[]>();

  /** Instances of this prototype are array objects, whatever they look like. */
  want(prototype: object): void {
    this.wanted.add(prototype);
    this.known.delete(prototype);
  }

  /** The class goes by this name in the report. */
  show(prototype: object, name: string): void {
    this.shown.set(prototype, name);
  }

  /** `names` are the private fields that a class declares. */
  hide(prototype: object, names: readonly string[], read: PrivateReader): void {
    const fields: PrivateField[] = [];
    for (let index = 0; index < names.length; index++) fields[index] = { name: names[index] as string, read, index };
    this.hidden.set(prototype, fields);
  }

  /** The class of an instance by its prototype; null when it is none, undefined while that is open. */
  of(prototype: object, instance: object): ArrayClass | null | undefined {
    const known = this.known.get(prototype);
    if (known !== undefined) return known;
    // `Child.prototype = new Parent()`, and what compilers write for it: no instance.
    if (getOwnPropertyDescriptor(instance, "constructor") !== undefined) return undefined;
    const named = this.namedly(prototype);
    if (
      named === false ||
      !(named === true || doesArithmetic(methodNames(prototype)) || computes(instance) || describesItself(instance))
    ) {
      this.known.set(prototype, null);
      return null;
    }
    const found = this.describe(prototype, instance);
    if (found !== null) {
      this.known.set(prototype, found);
      return found;
    }
    const chances = (this.chances.get(prototype) ?? 0) + 1;
    this.chances.set(prototype, chances);
    if (chances < PATIENCE) return undefined;
    this.known.set(prototype, null);
    return null;
  }

  /** Whether the user says that it is an array class, or none; undefined where nothing is said. */
  private namedly(prototype: object): boolean | undefined {
    for (let at: object | null = prototype; at !== null; at = getPrototypeOf(at)) if (this.wanted.has(at)) return true;
    const shown = this.shown.get(prototype);
    return (shown === undefined ? undefined : this.named.get(shown)) ?? this.named.get(typeName(prototype));
  }

  /** `within` another instance, of which this one may be the storage. */
  private describe(prototype: object, instance: object, isInner = false): ArrayClass | null {
    const fields: Field[] = [];
    const all = this.fieldsOf(prototype, instance);
    let numbers = 0;
    let coordinates = 0;
    let stored = false;
    let outside = false;
    let within: Field | null = null;
    let inner: ArrayClass | null = null;
    let innerCounts = false;
    let instances = 0;
    for (let i = 0; i < all.length; i++) {
      const field = all[i] as Field;
      const name = nameOf(field);
      const value = dataOf(instance, field);
      if (typeof value === "number") {
        numbers++;
        if (matches(POINTER, name)) outside = true;
        if (matches(COORDINATE, name)) coordinates++;
      } else if (isView(value)) {
        fields[fields.length] = field;
        if (!matches(DESCRIPTION, name)) stored = true;
      } else if (isArray(value)) {
        if (!holdsNumbers(value)) continue;
        fields[fields.length] = field;
        if (!matches(DESCRIPTION, name)) stored = true;
      } else if (typeof value === "object" && value !== null) {
        const known = this.classOf(value) ?? (isInner ? null : this.holderOf(value));
        // Coordinates are no storage: a plane has a normal, and is no vector.
        if (known === null || known.fields.length === 0) continue;
        instances++;
        within = field;
        inner = known;
        innerCounts = this.classOf(value) !== null;
      }
    }
    const name = this.shown.get(prototype) ?? typeName(prototype);
    const own = (names: RegExp, fits: (value: unknown) => boolean) => {
      for (let i = 0; i < all.length; i++) {
        const field = all[i] as Field;
        if (matches(names, nameOf(field)) && fits(dataOf(instance, field))) return field;
      }
      return null;
    };
    const shape = own(/^[_#]?(shape|size)$/, isList);
    const rows = own(/^[_#]?n?rows$/, isNumber);
    const columns = own(/^[_#]?(columns|n?cols)$/, isNumber);
    const only = fields.length === 1 ? (fields[0] as Field) : null;
    const flat = only !== null && shape === null && isView(dataOf(instance, only)) ? only : null;
    const opaque = isOpaque(prototype);
    if (opaque && all.length === 0 && hidesStorage(prototype)) outside = true;
    const none = {
      opaque,
      coordinates: 0,
      shape: null,
      flat: null,
      rows: null,
      columns: null,
      inner: null,
      innerCounts: false,
    };
    if (stored) return { ...none, name, fields, shape, flat, rows, columns };
    if (outside) return { ...none, name, fields, shape, rows, columns };
    if (coordinates >= 2 && coordinates === numbers) return { ...none, name, fields: [], coordinates };
    if (shape !== null && describesItself(instance)) return { ...none, name, fields, shape };
    if (within !== null && instances === 1) return { ...none, name, fields: [within], inner, innerCounts };
    if (this.namedly(prototype) === true) return { ...none, name, fields, coordinates: numbers, shape, rows, columns };
    return null;
  }

  /** Of an object that is an instance of an array class met before, null for any other. */
  private classOf(value: object): ArrayClass | null {
    if (this.isProxy(value)) return null;
    const prototype = getPrototypeOf(value);
    return prototype === null ? null : (this.known.get(prototype) ?? null);
  }

  /** Of an object that holds an array's storage and leaves the arithmetic to others. */
  private holderOf(value: object): ArrayClass | null {
    if (this.isProxy(value)) return null;
    const prototype = getPrototypeOf(value);
    const found = prototype === null ? null : this.describe(prototype, value, true);
    return found === null || found.fields.length === 0 ? null : found;
  }

  /** None of an error, which is no array and whose `stack` is not to be looked at; else own data properties, then the private fields of its class and of those that it extends. */
  private fieldsOf(prototype: object, instance: object): Field[] {
    const fields: Field[] = [];
    const keys = ownKeys(instance);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as PropertyKey;
      if (typeof key === "string") fields[fields.length] = key;
    }
    for (let at: object | null = prototype; at !== null && at !== Object.prototype; at = getPrototypeOf(at)) {
      if (at === errorPrototype) return [];
      const hidden = this.hidden.get(at) ?? [];
      for (let i = 0; i < hidden.length; i++) fields[fields.length] = hidden[i] as PrivateField;
    }
    return fields;
  }
}

/** Its arithmetic is in fields of its own, as a bundler writes methods that stand in other files: `class A { add = add; }`. */
function computes(instance: object): boolean {
  const names: string[] = [];
  const keys = ownKeys(instance);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    // By the name first: see `describesItself`.
    if (typeof key !== "string" || !isOperation(key)) continue;
    if (typeof getOwnPropertyDescriptor(instance, key)?.value === "function") names[names.length] = key;
  }
  return doesArithmetic(names);
}

const errorPrototype = Error.prototype;

/**
 * A shape and the type of its elements, or a shape and the elements: an array, wherever its storage is and whatever module
 * does its arithmetic.
 */
function describesItself(instance: object): boolean {
  let shape = false;
  let elements = false;
  const keys = ownKeys(instance);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    if (typeof key !== "string") continue;
    const named = matches(SHAPE, key);
    // To look at any other is not to be risked: V8 puts an error's stack into words when its `stack` is looked at.
    if (!named && key !== "dtype" && !matches(ELEMENTS, key)) continue;
    const value = getOwnPropertyDescriptor(instance, key)?.value as unknown;
    if (named) shape ||= (isArray(value) && holdsNumbers(value)) || isView(value);
    else if (key === "dtype") elements ||= typeof value === "string";
    else elements ||= (isArray(value) && holdsNumbers(value)) || isView(value);
  }
  return shape && elements;
}

const SHAPE = /^_?(shape|size)$/;
const ELEMENTS = /^_?(data|values)$/;

/** Lists of numbers that say how the storage is to be read. */
const DESCRIPTION = /^[_#]?(shape|strides?|size)$/;

function methodNames(prototype: object): string[] {
  const names: string[] = [];
  for (let at: object | null = prototype; at !== null && at !== Object.prototype; at = getPrototypeOf(at)) {
    const keys = ownKeys(at);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as PropertyKey;
      if (typeof key === "string" && typeof getOwnPropertyDescriptor(at, key)?.value === "function")
        names[names.length] = key;
    }
  }
  return names;
}
