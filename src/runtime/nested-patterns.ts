/**
 * What patterns inside patterns read; see `instrument/nested-patterns.ts`. Where the way to an inner pattern leads through
 * plain properties and arrays, they are followed before V8 does. Where code of the program stands on the way (a getter,
 * a proxy, an iterator), the pattern is given something that asks in V8's stead, in V8's order, each thing once.
 */
import type { Part, Shape } from "../trace/pattern-shape.js";
import { OwnMap } from "./collections.js";
import { checkObject, isNoList, notIterable, notIterableInside } from "./complaints.js";
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isView,
  iteratesByItself,
  ownKeys,
  viewIteratesByItself,
} from "./intrinsics.js";

export interface Reading {
  use(value: object): void;
  isProxy(value: object): boolean;
  /** What a pattern goes through in place of something that makes a pair at every step; its pairs are of `site`. */
  taken(site: number, own: boolean, iterable: object): unknown;
}

/** How V8 quotes what is taken apart; null where it shows the value that is wrong, false where it speaks by itself. */
type Quote = string | null | false;

/** Where the pattern stands, and who reads. */
interface Place {
  reading: Reading;
  /** Of the whole. */
  text: Quote;
  /** What was read, to be noted again. */
  list: object[] | null;
  own: boolean;
  /** Number of the first site. */
  site: number;
}

const { apply, get } = Reflect;
const { parse } = JSON;
const { iterator } = Symbol;
const [Proxies, Objects] = [Proxy, Object];
const shapes = new OwnMap<string, Shape>();
/** Code of the program's decides what the property is. */
const ASKED = {};

/** The value that the pattern is to take apart: the given one, or what stands for it. */
export function readNested(value: unknown, text: string, place: Place): unknown {
  if (value === null || value === undefined) return value;
  let shape = shapes.get(text);
  if (shape === undefined) {
    shape = parse(text) as Shape;
    shapes.set(text, shape);
  }
  const array = shape[0] === 1;
  const quote = array ? false : place.text;
  if (!isObject(value)) {
    // V8 reads a primitive's properties by way of such an object.
    const object = Objects(value) as object;
    return array || isPlain(object, false, shape[1], place, quote)
      ? value
      : propertied(object, shape[1], place, quote, value);
  }
  note(value, place);
  return followed(value, array, shape[1], place, quote);
}

function note(value: object, place: Place): void {
  place.reading.use(value);
  if (place.list !== null) place.list[place.list.length] = value;
}

function followed(value: object, array: boolean, parts: Part[], place: Place, quote: Quote): object {
  if (isPlain(value, array, parts, place, quote)) return value;
  return array ? iterated(value, parts, place) : propertied(value, parts, place, quote);
}

/** Notes what is read; false as soon as something has to be asked. */
function isPlain(value: object, array: boolean, parts: Part[], place: Place, quote: Quote): boolean {
  if (array && !isPlainList(value, place)) return false;
  for (let i = 0; i < parts.length; i++) {
    // By index: the program may have put an iterator of its own into arrays.
    const part = parts[i] as Part;
    const key = part[0];
    const kind = part[1];
    if (key === "*") return false;
    const item = dataProperty(value, key, place);
    if (item === ASKED) return false;
    if (kind === 2 && item === undefined) continue;
    if (kind > 0 && isNoList(item, place.reading.isProxy)) {
      // V8's words quote what the pattern takes apart, or the default.
      if (kind === 2 || quote !== false) return false;
      continue;
    }
    const within = quoteOf(part);
    if (!isObject(item)) {
      if (within !== false && item !== undefined) return false;
      continue;
    }
    note(item, place);
    if (!isPlain(item, kind > 0, part[4], place, within)) return false;
  }
  return true;
}

/** How V8 quotes what is wrong inside of an inner pattern: of an object's that has a default, by that. */
function quoteOf(part: Part): Quote {
  return part[1] === 0 ? (part[6] ?? false) : false;
}

/** What an array's pattern goes through without asking anybody. */
function isPlainList(value: object, { reading }: Place): boolean {
  if (reading.isProxy(value)) return false;
  return isArray(value) ? iteratesByItself(value) : isView(value) && viewIteratesByItself(value);
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Value of a property, own or inherited. */
function dataProperty(value: object, key: PropertyKey, { reading }: Place): unknown {
  let at: object | null = value;
  while (at !== null) {
    if (reading.isProxy(at)) return ASKED;
    const found = getOwnPropertyDescriptor(at, key);
    if (found !== undefined) return "value" in found ? (found.value as unknown) : ASKED;
    at = getPrototypeOf(at);
  }
  return undefined;
}

/** An object's pattern reads properties, in its order, and copies those that are left over. */
function propertied(value: object, parts: Part[], place: Place, quote: Quote, receiver: unknown = value): object {
  let step = 0;
  const trap = (_: object, key: PropertyKey): unknown => {
    const item = get(value, key, receiver) as unknown;
    const part = partAt(parts, step++);
    return part === null ? item : passed(item, part, place, quote, trap);
  };
  const own: Record<string, never> = {};
  return new Proxies(own, {
    get: trap,
    ownKeys: () => ownKeys(value),
    getOwnPropertyDescriptor(_, key) {
      const found = getOwnPropertyDescriptor(value, key);
      return found === undefined ? undefined : { ...found, configurable: true };
    },
  });
}

function partAt(parts: Part[], step: number): Part | null {
  for (let i = 0; i < parts.length; i++) if ((parts[i] as Part)[3] === step) return parts[i] as Part;
  return null;
}

/** What was asked for, on its way to the pattern that takes it apart. `asker`: the function of ours that V8 has called. */
function passed(item: unknown, part: Part, place: Place, quote: Quote, asker: (...args: never[]) => unknown): unknown {
  const kind = part[1];
  const { reading } = place;
  if (kind === 2 && item === undefined) return item;
  if (kind > 0 && isNoList(item, reading.isProxy)) {
    if (part[5] !== undefined) throw notIterable(item, part[5], part[6] as string, asker);
    // V8 quotes what the whole takes apart only for the outermost properties.
    if (quote !== false) throw notIterableInside(item, quote, asker);
    return item;
  }
  const within = quoteOf(part);
  if (!isObject(item)) {
    if (within === false || item === undefined) return item;
    if (item !== null) return propertied(Objects(item) as object, part[4], place, within, item);
    if (part[7] !== undefined) checkObject(item, part[7], part[8] ?? within, asker);
    return item;
  }
  note(item, place);
  const given = kind > 0 ? reading.taken(place.site + part[2], place.own, item) : item;
  if (given !== item) return iterated(given as object, part[4], place);
  return followed(item, kind > 0, part[4], place, within);
}

/** An array's pattern steps through an iterator, and closes it where it leaves off before the end. */
function iterated(value: object, parts: Part[], place: Place): object {
  return {
    [iterator]() {
      const method = get(value, iterator, value) as () => Iterator<unknown>;
      const steps = apply(method, value, []);
      const { next } = steps;
      let at = 0;
      const onward = (): unknown => {
        const step = apply(next, steps, [] as unknown as [undefined]);
        if (!isObject(step)) return step;
        if (step.done) return { done: true, value: undefined };
        const item = step.value;
        note(value, place);
        const part = partAt(parts, at++);
        return { done: false, value: part === null ? item : passed(item, part, place, false, onward) };
      };
      return {
        next: onward,
        get return() {
          const close = steps.return as unknown;
          return close === undefined || close === null ? undefined : () => apply(close as () => unknown, steps, []);
        },
      };
    },
  };
}
