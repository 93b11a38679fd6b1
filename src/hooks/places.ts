/**
 * Where each piece of emitted text comes from, in a form that costs nothing until somebody asks: of probed text the
 * stretches that are the author's own, and for compiled text the compiler's map in front of it.
 */
import { SourceMap } from "node:module";

export interface Places {
  /** Triples (offset in the probed text, offset in the source, length), ascending; empty when there are no probes. */
  slices: Int32Array;
  /** Offset of each line of the probed text. */
  lineStarts: Int32Array;
  /** Version 3 `mappings` from compiled to probed text, null for what was not compiled. */
  mappings: string | null;
}

/** 0-based, in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** V8's line breaks: https://tc39.es/ecma262/#sec-line-terminators */
export const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

export function lineStartsOf(text: string): Int32Array {
  const starts = [0];
  for (const found of text.matchAll(LINE_BREAK)) starts.push(found.index + found[0].length);
  return Int32Array.from(starts);
}

export function encodePlaces({ slices, lineStarts, mappings }: Places): { head: string; body: string } {
  const text = (numbers: Int32Array): string =>
    Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
  return { head: JSON.stringify({ mappings }), body: `${text(slices)} ${text(lineStarts)}` };
}

export function decodePlaces({ head, body }: { head: string; body: string }): Places {
  const [slices = "", lineStarts = ""] = body.split(" ");
  const numbers = (text: string): Int32Array => {
    const bytes = Uint8Array.from(Buffer.from(text, "base64"));
    return new Int32Array(bytes.buffer, 0, bytes.byteLength >> 2);
  };
  const { mappings } = JSON.parse(head) as Pick<Places, "mappings">;
  return { slices: numbers(slices), lineStarts: numbers(lineStarts), mappings };
}

// Kept from before anyone can put another in its place; `fatal.ts` does.
const { findEntry } = SourceMap.prototype;

export type Lookup = (line: number, column: number) => Place | null;

function mapOf(mappings: string): SourceMap {
  return new SourceMap({
    file: "",
    version: 3,
    sources: [""],
    sourcesContent: [],
    names: [],
    mappings,
    sourceRoot: "",
  });
}

/** Further right than this no statement begins. */
const MOST_INDENTATION = 200;

/** For compiled text without probes: the line in the source that the first thing on an emitted line comes from. */
export function lineLookupOf({ mappings }: Places): (line: number) => number | null {
  if (mappings === null) return () => null;
  const map = mapOf(mappings);
  return (line) => {
    for (let column = 0; column < MOST_INDENTATION; column++) {
      const entry = findEntry.call(map, line, column);
      if ("generatedLine" in entry && entry.generatedLine === line) return entry.originalLine ?? null;
    }
    return null;
  };
}

/** From a place in the emitted text to one in `source`. */
export function lookupOf(places: Places, source: string): Lookup {
  const probed = places.slices.length === 0 ? null : throughSlices(places, source);
  if (places.mappings === null) return probed ?? (() => null);
  const map = mapOf(places.mappings);
  return (line, column) => {
    const entry = findEntry.call(map, line, column);
    if (!("originalLine" in entry) || entry.originalLine === undefined) return null;
    const at = { line: entry.originalLine, column: entry.originalColumn };
    return probed ? probed(at.line, at.column) : at;
  };
}

/** Text that the instrumenter has put in belongs to the token before it on its line, else to what comes next. */
function throughSlices({ slices, lineStarts }: Places, source: string): Lookup {
  const sourceStarts = lineStartsOf(source);
  return (line, column) => {
    const start = lineStarts[line];
    if (start === undefined) return null;
    const offset = start + column;
    const at = lastStartingBy(slices, 3, offset);
    const from = at < 0 ? -1 : (slices[at * 3] as number);
    const length = at < 0 ? 0 : (slices[at * 3 + 2] as number);
    if (at >= 0 && offset < from + length) return placeIn(sourceStarts, (slices[at * 3 + 1] as number) + offset - from);
    if (at >= 0 && length === 0 && from >= start) return placeIn(sourceStarts, slices[at * 3 + 1] as number);
    const next = slices[(at + 1) * 3];
    const behind = at >= 0 && from + length > start;
    if (behind) {
      const end = (slices[at * 3 + 1] as number) + length;
      return placeIn(sourceStarts, lastToken(source, Math.max(end - length, end - (from + length - start)), end));
    }
    return next === undefined ? null : placeIn(sourceStarts, slices[(at + 1) * 3 + 1] as number);
  };
}

/** Offset of the last token between two offsets: a word, or a single sign. */
function lastToken(source: string, from: number, end: number): number {
  let at = end - 1;
  while (at > from && source[at] === " ") at--;
  const word = /[\w$]|[^\0-\x7f]/;
  if (!word.test(source[at] ?? "")) return at;
  while (at > from && word.test(source[at - 1] ?? "")) at--;
  return at;
}

function placeIn(starts: Int32Array, offset: number): Place {
  const line = lastStartingBy(starts, 1, offset);
  return { line, column: offset - (starts[line] as number) };
}

/** Index of the last record (of `width` numbers) whose first number is not above `value`, -1 when all are. */
function lastStartingBy(numbers: Int32Array, width: number, value: number): number {
  let low = 0;
  let high = numbers.length / width - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle * width] as number) <= value) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
