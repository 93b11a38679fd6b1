/** What an instance of an array class holds, and the shape that it has. */
import { getOwnPropertyDescriptor, isArray, isView } from "./intrinsics.js";

/** Reads an instance's private fields by their index; the instrumenter puts one into every class that has any. */
export type PrivateReader = (instance: object, index: number) => unknown;

export interface PrivateField {
  name: string;
  read: PrivateReader;
  index: number;
}

/** Where an instance keeps something: an own property, or a private field. */
export type Field = string | PrivateField;

export interface ArrayClass {
  name: string;
  /** Fields that hold its storage; empty for a class of coordinates. */
  fields: Field[];
  /** Number of coordinates of a class such as Vector3. */
  coordinates: number;
  /** Field with the shape as a list; null where there is none. */
  shape: Field | null;
  /** The one field, when all the storage is one typed array. */
  flat: Field | null;
  /** Fields with the numbers of rows and columns. */
  rows: Field | null;
  columns: Field | null;
  /** What the one field holds, when all the storage is in another instance. */
  inner: ArrayClass | null;
  /** That instance is an array object itself, which is part of this one; else it only holds the storage. */
  innerCounts: boolean;
  /** Its methods are code without probes. */
  opaque: boolean;
}

export function isList(value: unknown): boolean {
  return isArray(value) || isView(value);
}

export function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

export function nameOf(field: Field): string {
  return typeof field === "string" ? field : field.name;
}

/** What an instance holds there; no getter is called. */
export function dataOf(instance: object, field: Field): unknown {
  if (typeof field === "string") return getOwnPropertyDescriptor(instance, field)?.value as unknown;
  return fieldOf(instance, field);
}

/** The same for a field that is known to hold data. */
export function fieldOf(instance: object, field: Field): unknown {
  if (typeof field === "string") return (instance as Fields)[field];
  try {
    return field.read(instance, field.index);
  } catch {
    // A constructor may return an object that never got the private fields.
    return undefined;
  }
}

/** Numbers, or rows of numbers; an empty array may still become either. */
export function holdsNumbers(value: readonly unknown[]): boolean {
  const first = value[0];
  // Holes are yet to be filled.
  if (first === undefined) return value.length === 0 || getOwnPropertyDescriptor(value, 0) === undefined;
  return (
    typeof first === "number" || typeof first === "bigint" || isView(first) || (isArray(first) && holdsNumbers(first))
  );
}

/** The arrays of an instance's fields, rows of rows included, outermost first. */
export function storageOf(instance: object, info: ArrayClass): object[] {
  const out: object[] = [];
  for (let i = 0; i < info.fields.length; i++) {
    const value = fieldOf(instance, info.fields[i] as Field);
    if (info.inner === null) collect(value, out);
    else if (typeof value !== "object" || value === null) continue;
    else if (info.innerCounts) out[out.length] = value;
    else {
      const inside = storageOf(value, info.inner);
      for (let j = 0; j < inside.length; j++) out[out.length] = inside[j] as object;
    }
  }
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

/** The numbers that an instance's shape is made of, behind those in `out`: what tells its size class from another. */
export function dimensions(instance: object, info: ArrayClass, out: number[]): void {
  if (info.inner !== null) {
    const inside = fieldOf(instance, info.fields[0] as Field);
    if (typeof inside === "object" && inside !== null) dimensions(inside, info.inner, out);
    return;
  }
  if (info.fields.length === 0 && info.coordinates > 0) {
    out[out.length] = info.coordinates;
    return;
  }
  const shape = info.shape === null ? null : fieldOf(instance, info.shape);
  if (isArray(shape) || isView(shape)) {
    const list = shape as ArrayLike<unknown>;
    for (let i = 0; i < list.length; i++) out[out.length] = Number(list[i]);
    return;
  }
  if (info.rows !== null && info.columns !== null) {
    out[out.length] = fieldOf(instance, info.rows) as number;
    out[out.length] = fieldOf(instance, info.columns) as number;
    return;
  }
  if (info.fields.length === 0) return;
  for (
    let at: unknown = fieldOf(instance, info.fields[0] as Field);
    isArray(at) || isView(at);
    at = (at as ArrayLike<unknown>)[0]
  ) {
    out[out.length] = (at as ArrayLike<unknown>).length;
  }
}

/** Shape for people: `3×3`, or the number of elements. */
export function shapeText(dimensions: readonly number[]): string {
  let text = "";
  for (let i = 0; i < dimensions.length; i++) text += i === 0 ? dimensions[i] : `×${dimensions[i]}`;
  return text;
}
