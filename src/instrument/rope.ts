/**
 * Text that is made of slices of the source and of what is put between them.
 *
 * Slices keep their order and none that holds a line break is ever left out, so every line stays where it was. Where a
 * slice comes from is kept: it is the source map.
 */
import { encodeMappings } from "./mappings.js";

/** A slice of the source, from offset to offset. */
export interface Slice {
  from: number;
  to: number;
}

/** Text that is put in from here on counts as standing at this offset: V8 says so where it finds fault with the program. */
export interface Mark {
  mark: number;
}

export type Rope = string | Slice | Mark | Rope[];

export interface Flat {
  code: string;
  /** Triples (offset in `code`, offset in the source, length), ascending; of no length where there is only a mark. */
  slices: Int32Array;
}

/** True when the rope is the untouched text of one stretch of the source. */
export function isPlain(rope: Rope): boolean {
  let at = -1;
  const visit = (part: Rope): boolean => {
    if (typeof part === "string") return part === "";
    if (Array.isArray(part)) return part.every(visit);
    if ("mark" in part) return true;
    if (at !== -1 && part.from !== at) return false;
    at = part.to;
    return true;
  };
  return visit(rope);
}

export function flatten(rope: Rope, source: string): Flat {
  const parts: string[] = [];
  const slices: number[] = [];
  let length = 0;
  /** What was pushed last, and whether it ends within a word. (A cast, for the compiler does not see what `flush` does.) */
  let ended = "" as "slice" | "text" | "";
  let word = false;
  /** A slice that is not pushed yet, for the next one may go on where it ends; nothing where `from` is `to`. */
  let from = 0;
  let to = 0;
  /** What follows must not run into the word before it. */
  const apart = () => {
    parts.push(" ");
    length++;
  };
  const flush = () => {
    if (to === from) return;
    if (ended === "text" && word && inWord(source.charCodeAt(from))) apart();
    const last = slices.length - 3;
    const size = last < 0 ? 0 : (slices[last + 2] as number);
    // A mark at the same place is one with it.
    const joins =
      last >= 0 && (slices[last] as number) + size === length && (slices[last + 1] as number) + size === from;
    if (joins) slices[last + 2] = size + to - from;
    else slices.push(length, from, to - from);
    parts.push(source.slice(from, to));
    length += to - from;
    ended = "slice";
    word = inWord(source.charCodeAt(to - 1));
    from = to;
  };
  // An explicit stack: thousands of nested brackets make a rope as deep.
  const stack: Rope[] = [rope];
  while (stack.length > 0) {
    const part = stack.pop() as Rope;
    if (typeof part === "string") {
      if (part === "") continue;
      flush();
      // `return[1]`: what stood apart by its bracket alone.
      if (ended === "slice" && word && inWord(part.charCodeAt(0))) apart();
      parts.push(part);
      length += part.length;
      ended = "text";
      word = inWord(part.charCodeAt(part.length - 1));
    } else if (Array.isArray(part)) {
      for (let i = part.length - 1; i >= 0; i--) stack.push(part[i] as Rope);
    } else if ("mark" in part) {
      flush();
      slices.push(length, part.mark, 0);
    } else if (part.to > part.from) {
      if (part.from !== to || to === from) {
        flush();
        from = part.from;
      }
      to = part.to;
    }
  }
  flush();
  return { code: parts.join(""), slices: Int32Array.from(slices) };
}

/** By table: a probed file of a megabyte asks a million times. */
const WORDS = Uint8Array.from({ length: 128 }, (_, code) => (/[\w$]/.test(String.fromCharCode(code)) ? 1 : 0));

function inWord(unit: number): boolean {
  return unit >= 128 || WORDS[unit] === 1;
}

/** Source map, version 3, of a flattened rope. */
export function sourceMap(flat: Flat, source: string, path: string) {
  return {
    version: 3 as const,
    sources: [path],
    sourcesContent: [source],
    names: [] as string[],
    mappings: encodeMappings(flat, source),
  };
}
