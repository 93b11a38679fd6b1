/** What patterns inside patterns read; see `instrument/nested-patterns.ts`. No getter is asked. */
import { OwnMap } from "./collections.js";
import { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } from "./intrinsics.js";

type Shape = [key: string, inner: Shape][];

const { parse } = JSON;
const shapes = new OwnMap<string, Shape>();

export function readNested(
  value: object,
  text: string,
  use: (value: object) => void,
  isProxy: (value: object) => boolean,
): void {
  let shape = shapes.get(text);
  if (shape === undefined) {
    shape = parse(text) as Shape;
    shapes.set(text, shape);
  }
  follow(value, shape, use, isProxy);
}

function follow(value: object, shape: Shape, use: (value: object) => void, isProxy: (value: object) => boolean): void {
  for (let i = 0; i < shape.length; i++) {
    // By index: the program may have put an iterator of its own into arrays.
    const part = shape[i] as Shape[0];
    const key = part[0];
    if (key !== "*") read(dataProperty(value, key, isProxy), part[1], use, isProxy);
    else {
      const keys = isProxy(value) ? [] : ownKeys(value);
      for (let k = 0; k < keys.length; k++) {
        read(dataProperty(value, keys[k] as PropertyKey, isProxy), part[1], use, isProxy);
      }
    }
  }
}

function read(item: unknown, inner: Shape, use: (value: object) => void, isProxy: (value: object) => boolean): void {
  if (typeof item !== "object" || item === null) return;
  use(item);
  follow(item, inner, use, isProxy);
}

/** Value of a property that no code stands behind, own or inherited; else undefined. */
function dataProperty(value: object, key: PropertyKey, isProxy: (value: object) => boolean): unknown {
  let at: object | null = value;
  while (at !== null) {
    if (isProxy(at)) return undefined;
    const found = getOwnPropertyDescriptor(at, key);
    if (found !== undefined) return found.value as unknown;
    at = getPrototypeOf(at);
  }
  return undefined;
}
