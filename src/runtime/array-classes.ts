/**
 * Array classes, found by what they are: instances hold numeric or array storage, and the prototype does arithmetic.
 */
import { doesArithmetic } from "../trace/arithmetic.js";
import { getOwnPropertyDescriptor, getPrototypeOf, isArray, isView, ownKeys, typeName } from "./intrinsics.js";

export interface ArrayClass {
  name: string;
  /** Own properties that hold its storage; empty for a class of coordinates. */
  fields: string[];
  /** Number of coordinates of a class such as Vector3. */
  coordinates: number;
  /** Own property with the shape as a list; null where there is none. */
  shape: string | null;
  /** The one field, when all the storage is one typed array. */
  flat: string | null;
  /** Own properties with the numbers of rows and columns. */
  rows: string | null;
  columns: string | null;
}

/** Own properties that are coordinates or elements: x, _y, r, e11, m3. */
const COORDINATE = /^_?([xyzwrgbauv]|[emn]?\d+)$/;
/** How many instances may come without storage before the class is taken for something else. */
const PATIENCE = 4;

export class ArrayClasses {
  private readonly known = new WeakMap<object, ArrayClass | null>();
  private readonly chances = new WeakMap<object, number>();

  /** The class of an instance by its prototype; null when it is none, undefined while that is open. */
  of(prototype: object, instance: object): ArrayClass | null | undefined {
    const known = this.known.get(prototype);
    if (known !== undefined) return known;
    if (!doesArithmetic(methodNames(prototype))) {
      this.known.set(prototype, null);
      return null;
    }
    const found = describe(prototype, instance);
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
}

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

function describe(prototype: object, instance: object): ArrayClass | null {
  const fields: string[] = [];
  let numbers = 0;
  let coordinates = 0;
  let stored = false;
  const keys = ownKeys(instance);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    if (typeof key !== "string") continue;
    const value = getOwnPropertyDescriptor(instance, key)?.value as unknown;
    if (typeof value === "number") {
      numbers++;
      if (COORDINATE.test(key)) coordinates++;
    } else if (isView(value)) {
      fields[fields.length] = key;
      stored = true;
    } else if (isArray(value) && holdsNumbers(value)) {
      fields[fields.length] = key;
      if (key !== "shape" && key !== "stride" && key !== "strides" && key !== "size" && key !== "_size") stored = true;
    }
  }
  const name = typeName(prototype);
  const own = (keys: string[], fits: (value: unknown) => boolean) =>
    keys.find((key) => fits(getOwnPropertyDescriptor(instance, key)?.value as unknown)) ?? null;
  const isNumber = (value: unknown) => typeof value === "number";
  const shape = own(["shape", "_size", "size"], isArray);
  const rows = own(["rows", "nrows", "_rows"], isNumber);
  const columns = own(["columns", "cols", "ncols", "_cols"], isNumber);
  const only = fields.length === 1 ? (fields[0] as string) : null;
  const flat = only !== null && shape === null && isView(getOwnPropertyDescriptor(instance, only)?.value) ? only : null;
  if (stored) return { name, fields, coordinates: 0, shape, flat, rows, columns };
  if (coordinates >= 2 && coordinates === numbers) {
    return { name, fields: [], coordinates, shape: null, flat: null, rows: null, columns: null };
  }
  return null;
}

/** Numbers, or rows of numbers; an empty array may still become either. */
function holdsNumbers(value: readonly unknown[]): boolean {
  const first = value[0];
  if (first === undefined) return value.length === 0;
  return (
    typeof first === "number" || typeof first === "bigint" || isView(first) || (isArray(first) && holdsNumbers(first))
  );
}

/** The arrays of an instance's fields, rows of rows included, outermost first. */
export function storageOf(instance: object, fields: readonly string[]): object[] {
  const out: object[] = [];
  for (let i = 0; i < fields.length; i++) collect((instance as Fields)[fields[i] as string], out);
  return out;
}

function collect(value: unknown, out: object[]): void {
  if (typeof value !== "object" || value === null) return;
  if (isView(value)) out[out.length] = value;
  else if (isArray(value)) {
    out[out.length] = value;
    const first = value[0] as unknown;
    if (typeof first === "object" && first !== null) for (let i = 0; i < value.length; i++) collect(value[i], out);
  }
}

type Fields = Record<string, unknown>;

/** The numbers that an instance's shape is made of, into `out`: what tells its size class from another. */
export function dimensions(instance: object, info: ArrayClass, out: number[]): void {
  out.length = 0;
  const own = instance as Fields;
  if (info.fields.length === 0) {
    out[out.length] = info.coordinates;
    return;
  }
  const shape = info.shape === null ? null : own[info.shape];
  if (isArray(shape)) {
    for (let i = 0; i < shape.length; i++) out[out.length] = Number(shape[i]);
    return;
  }
  if (info.rows !== null && info.columns !== null) {
    out.push(own[info.rows] as number, own[info.columns] as number);
    return;
  }
  for (let at: unknown = own[info.fields[0] as string]; isArray(at) || isView(at); at = (at as ArrayLike<unknown>)[0]) {
    out[out.length] = (at as ArrayLike<unknown>).length;
  }
}

/** Shape for people: `3×3`, or the number of elements. */
export function shapeText(dimensions: readonly number[]): string {
  return dimensions.join("×");
}
