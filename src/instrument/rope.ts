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
  /** What was pushed last, and its last character. */
  let ended: "slice" | "text" | "" = "";
  let tail = 0;
  const push = (text: string) => {
    parts.push(text);
    length += text.length;
    tail = text.charCodeAt(text.length - 1);
  };
  // An explicit stack: thousands of nested brackets make a rope as deep.
  const stack: Rope[] = [rope];
  while (stack.length > 0) {
    const part = stack.pop() as Rope;
    if (typeof part === "string") {
      if (part === "") continue;
      // `return[1]`: what stood apart by its bracket alone must not run into our name.
      if (ended === "slice" && joined(tail, part)) push(" ");
      push(part);
      ended = "text";
    } else if (Array.isArray(part)) {
      for (let i = part.length - 1; i >= 0; i--) stack.push(part[i] as Rope);
    } else if ("mark" in part) {
      slices.push(length, part.mark, 0);
    } else if (part.to > part.from) {
      const text = source.slice(part.from, part.to);
      if (ended === "text" && joined(tail, text)) push(" ");
      ended = "slice";
      const last = slices.length - 3;
      const size = part.to - part.from;
      const joins =
        last >= 0 &&
        (slices[last] as number) + (slices[last + 2] as number) === length &&
        (slices[last + 1] as number) + (slices[last + 2] as number) === part.from;
      if (joins) slices[last + 2] = (slices[last + 2] as number) + size;
      else slices.push(length, part.from, size);
      push(text);
    }
  }
  return { code: parts.join(""), slices: Int32Array.from(slices) };
}

/** True when two pieces of text would be read as one word. */
function joined(tail: number, text: string): boolean {
  return inWord(tail) && inWord(text.charCodeAt(0));
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
