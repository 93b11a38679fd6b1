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
    for (const key of ownKeys(at)) {
      if (typeof key === "string" && typeof getOwnPropertyDescriptor(at, key)?.value === "function") names.push(key);
    }
  }
  return names;
}

function describe(prototype: object, instance: object): ArrayClass | null {
  const fields: string[] = [];
  let numbers = 0;
  let coordinates = 0;
  let stored = false;
  for (const key of ownKeys(instance)) {
    if (typeof key !== "string") continue;
    const value = getOwnPropertyDescriptor(instance, key)?.value as unknown;
    if (typeof value === "number") {
      numbers++;
      if (COORDINATE.test(key)) coordinates++;
    } else if (isView(value)) {
      fields.push(key);
      stored = true;
    } else if (isArray(value) && holdsNumbers(value)) {
      fields.push(key);
      if (key !== "shape" && key !== "stride" && key !== "strides" && key !== "size" && key !== "_size") stored = true;
    }
  }
  if (stored) return { name: typeName(prototype), fields, coordinates: 0 };
  if (coordinates >= 2 && coordinates === numbers) return { name: typeName(prototype), fields: [], coordinates };
  return null;
}

/** Numbers, or rows of numbers; an empty array may still become either. */
function holdsNumbers(value: readonly unknown[]): boolean {
  const first = value[0];
  if (first === undefined) return value.length === 0;
  return typeof first === "number" || typeof first === "bigint" || isView(first) || (isArray(first) && holdsNumbers(first));
}

/** The arrays of an instance's fields, rows of rows included, outermost first. */
export function storageOf(instance: object, fields: readonly string[]): object[] {
  const out: object[] = [];
  for (const field of fields) collect(getOwnPropertyDescriptor(instance, field)?.value as unknown, out);
  return out;
}

function collect(value: unknown, out: object[]): void {
  if (typeof value !== "object" || value === null) return;
  if (isView(value)) out.push(value);
  else if (isArray(value)) {
    out.push(value);
    const first = value[0] as unknown;
    if (typeof first === "object" && first !== null) for (let i = 0; i < value.length; i++) collect(value[i], out);
  }
}

/** Shape for people and for the size class: `3×3`, or the number of elements. */
export function shapeOf(instance: object, info: ArrayClass): string {
  if (info.fields.length === 0) return String(info.coordinates);
  const own = (key: string) => getOwnPropertyDescriptor(instance, key)?.value as unknown;
  for (const key of ["shape", "_size", "size"]) {
    const shape = own(key);
    if ((isArray(shape) || isView(shape)) && (shape as ArrayLike<unknown>).length <= 8) {
      return Array.prototype.join.call(shape, "×");
    }
  }
  const rows = own("rows") ?? own("nrows") ?? own("_rows");
  const columns = own("columns") ?? own("cols") ?? own("ncols") ?? own("_cols");
  if (typeof rows === "number" && typeof columns === "number") return `${rows}×${columns}`;
  for (const field of info.fields) {
    const dimensions: number[] = [];
    for (let at: unknown = own(field); isArray(at) || isView(at); at = (at as ArrayLike<unknown>)[0] as unknown) {
      dimensions.push((at as ArrayLike<unknown>).length);
    }
    if (dimensions.length > 0) return dimensions.join("×");
  }
  return "";
}
