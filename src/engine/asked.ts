/** The least that the counted arrays take on V8's heap, when every one of them is made. */
import type { ReportExpression, ReportType } from "../report/report.js";
import type { Sizes } from "./sizes.js";

type Counted = Pick<ReportExpression, "kind" | "text" | "bytes" | "types">;

/** Bytes. Never more than V8 needs: what is not known for certain is left out. */
export function askedBytes(made: Counted, sizes: Sizes): number {
  let sum = 0;
  let rest = made.bytes;
  let arrays = 0;
  for (const type of made.types) {
    if (type.type === "Array") {
      arrays += type.allocated;
      continue;
    }
    const { bytes, heap } = ofType(type, made, sizes);
    sum += heap;
    rest -= bytes;
  }
  return sum + arraysOf(arrays, Math.max(0, rest), made, sizes);
}

/**
 * Whether each of them must take that room, if it is made: elements that are computed each time can be shared with nobody,
 * where a native may hand out what it has.
 */
export function isFirm(made: Counted): boolean {
  return made.kind === "rest" || made.kind === "new" || (made.kind === "literal" && !isConstant(made));
}

/** Arrays whose elements take the same room: how many, and how much. */
export interface Piece {
  size: number;
  count: number;
}

/** Null where the lengths are not known to be all the same; it takes a literal, or a mean that is a whole number. */
export function elementsOf(made: Counted, sizes: Sizes): Piece | null {
  const [type, ...others] = made.types;
  if (type?.type !== "Array" || others.length > 0 || isConstant(made)) return null;
  const length = made.bytes / 8 / type.allocated;
  if (length < 1 || !Number.isInteger(length)) return null;
  return { size: sizes.elements + length * sizes.word, count: type.allocated };
}

/** Bytes of elements that are kept outside of V8's heap. */
export function outsideBytes(made: Counted, sizes: Sizes): number {
  return made.types.reduce((sum, type) => {
    const element = ELEMENT_BYTES[type.type];
    if (element !== undefined) {
      const each = element * (Number(type.size) || 0);
      return sum + (each > sizes.inside && made.kind === "new" ? each * type.allocated : 0);
    }
    const views = Object.entries(type.storage ?? {}).reduce((all, [name, n]) => all + (name === "Array" ? 0 : n), 0);
    const total = made.types.reduce((all, { allocated }) => all + allocated, 0);
    const each = views === 0 || total === 0 ? 0 : made.bytes / total / views;
    return sum + (each > sizes.inside ? each * views * type.allocated : 0);
  }, 0);
}

function arraysOf(count: number, bytes: number, made: Counted, sizes: Sizes): number {
  if (count === 0) return 0;
  const heads = count * sizes.array;
  // A literal of constants shares its elements with all others of its line until somebody writes to them.
  if (bytes === 0 || isConstant(made)) return heads;
  // Only a literal is known to have elements each time: an empty array needs none.
  const fixed = made.kind === "literal" && !made.text.includes("...");
  return heads + (fixed ? count * sizes.elements : 0) + (bytes / 8) * sizes.word;
}

/** Text is cut at 80 characters: what is behind that may be constant. */
function isConstant({ kind, text }: Counted): boolean {
  if (kind !== "literal" || text.includes("...")) return false;
  if (text.length >= 79) return true;
  return /^\[(?:[\s\d.,eE+\-_xnob]|"[^"]*"|'[^']*'|true|false|null|undefined|\[\])*\]$/.test(text);
}

const ELEMENT_BYTES: { readonly [type: string]: number } = {
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
  Int16Array: 2,
  Uint16Array: 2,
  Float16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float32Array: 4,
  Float64Array: 8,
  BigInt64Array: 8,
  BigUint64Array: 8,
};

/** @returns `bytes` of elements in the report's figure, and what the objects take on the heap, elements inside of it too */
function ofType(type: ReportType, made: Counted, sizes: Sizes): { bytes: number; heap: number } {
  const count = type.allocated;
  const element = ELEMENT_BYTES[type.type];
  if (element !== undefined) {
    const each = element * (Number(type.size) || 0);
    return { bytes: count * each, heap: count * typed(each, made.kind === "new" ? "new" : "view", sizes) };
  }
  if (type.storage || type.size?.includes("×") || !VIEWS.has(type.type)) return ofClass(type, made, sizes);
  const each = Number(type.size) || 0;
  // Pooled, or a view of a buffer that is there already: a view's own object at the least.
  return { bytes: count * each, heap: (count * sizes.typed) / 3 };
}

const VIEWS = new Set(["Buffer", "FastBuffer", "ArrayBuffer", "SharedArrayBuffer", "DataView"]);

function typed(bytes: number, how: "new" | "view", sizes: Sizes): number {
  if (how === "view") return sizes.typed / 2;
  return sizes.typed + (bytes > 0 && bytes <= sizes.inside ? sizes.elements + Math.ceil(bytes / 8) * 8 : 0);
}

/** An object's map, properties and elements; its fields are what is known of them. */
const HEAD = 3;

function ofClass(type: ReportType, made: Counted, sizes: Sizes): { bytes: number; heap: number } {
  const count = type.allocated;
  const total = made.types.reduce((sum, { allocated }) => sum + allocated, 0);
  // Several classes on one line share its bytes as they share its objects.
  const bytes = total === 0 ? 0 : (made.bytes * count) / total;
  const storages = Object.entries(type.storage ?? {});
  if (storages.length === 0) return { bytes, heap: count * HEAD * sizes.word + (bytes / 8) * sizes.word };
  const arrays = storages.reduce((sum, [name, times]) => sum + (name === "Array" ? times : 0), 0);
  const views = storages.reduce((sum, [name, times]) => sum + (name === "Array" ? 0 : times), 0);
  // Rows in a list of rows: the list has no bytes of its own in the report.
  const inViews = views > 0 ? bytes / count / views : 0;
  const inArrays = views > 0 ? 0 : bytes;
  return {
    bytes,
    heap:
      count * (HEAD + 1) * sizes.word +
      count * arrays * sizes.array +
      count * views * typed(inViews, "new", sizes) +
      (inArrays / 8) * sizes.word,
  };
}
