/**
 * The table of a file's sites as its probed text carries it. A file may have fifty thousand, so they are lists of numbers
 * and texts without names, each line as its distance from the one before, and names of functions once.
 */
import type { SiteKind, TraceFunction, TraceLoop, TraceSite } from "./format.js";

/** Lines are 1-based, columns 1-based in UTF-16 units. */
export interface Span {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface SiteTable {
  path: string;
  /** Package name of a dependency's file, null for the user's own code. */
  dependency: string | null;
  sites: TraceSite[];
  loops: Omit<TraceLoop, "iterations">[];
  functions: Omit<TraceFunction, "calls">[];
  /** Bodies of array classes: what happens in them is put down to whoever calls them. */
  bodies?: Span[];
}

/** What few sites have. */
type More = Pick<TraceSite, "callee" | "operation" | "reader" | "grows">;

interface Packed {
  path: string;
  dependency: string | null;
  /** Paths of functions. */
  names: string[];
  /** {@link FIELDS} of each, in the order of {@link packTable}. */
  sites: (number | string)[];
  /** By the number of a site. */
  more: { [site: string]: More };
  /** Four numbers each. */
  loops: number[];
  functions: number[];
  bodies: number[];
}

const FIELDS = 9;
const KINDS: readonly SiteKind[] = [
  "literal",
  "new",
  "call",
  "rest",
  "spread",
  "destructuring",
  "template",
  "await",
  "iteration",
  "callback",
  "implicit",
  "hidden",
];

// As they were before a program could put its own in their places; no iterator either, nor a method of lists.
const { parse, stringify } = JSON;
const { assign, create } = Object;

/** All that stands on lines in it. */
export function spansOf({ sites, loops, functions, bodies = [] }: SiteTable): Span[] {
  return [...sites, ...loops, ...functions, ...bodies];
}

export function packTable({ path, dependency, sites, loops, functions, bodies = [] }: SiteTable): string {
  const names: string[] = [];
  const places = create(null) as { [name: string]: number };
  const kinds = create(null) as { [kind: string]: number };
  for (let i = 0; i < KINDS.length; i++) kinds[KINDS[i] as string] = i;
  const packed: (number | string)[] = [];
  const more: Packed["more"] = {};
  let lineBefore = 0;
  for (let i = 0; i < sites.length; i++) {
    const { line, column, endLine, endColumn, kind, fn, loop, owner, text, ...rest } = sites[i] as TraceSite;
    let name = places[fn];
    if (name === undefined) {
      name = names.length;
      places[fn] = name;
      names[name] = fn;
    }
    const at = packed.length;
    packed[at] = line - lineBefore;
    packed[at + 1] = column;
    packed[at + 2] = endLine - line;
    packed[at + 3] = endColumn;
    packed[at + 4] = kinds[kind] as number;
    packed[at + 5] = name;
    packed[at + 6] = loop;
    packed[at + 7] = owner;
    packed[at + 8] = text;
    lineBefore = line;
    for (const _ in rest) {
      more[i] = rest;
      break;
    }
  }
  const whole = {
    path,
    dependency,
    names,
    sites: packed,
    more,
    loops: packSpans(loops),
    functions: packSpans(functions),
  };
  return stringify({ ...whole, bodies: packSpans(bodies) } satisfies Packed);
}

/** @throws {SyntaxError} for a text that {@link packTable} has not made. */
export function unpackTable(text: string): SiteTable {
  const { path, dependency, names, sites: packed, more, loops, functions, bodies } = parse(text) as Packed;
  const sites: TraceSite[] = [];
  let line = 0;
  for (let at = 0; at < packed.length; at += FIELDS) {
    line += packed[at] as number;
    sites[sites.length] = {
      line,
      column: packed[at + 1] as number,
      endLine: line + (packed[at + 2] as number),
      endColumn: packed[at + 3] as number,
      kind: KINDS[packed[at + 4] as number] as SiteKind,
      fn: names[packed[at + 5] as number] as string,
      loop: packed[at + 6] as number,
      owner: packed[at + 7] as number,
      text: packed[at + 8] as string,
    };
  }
  for (const site in more) assign(sites[site as unknown as number] as TraceSite, more[site]);
  const table = { path, dependency, sites, loops: unpackSpans(loops), functions: unpackSpans(functions) };
  return bodies.length === 0 ? table : { ...table, bodies: unpackSpans(bodies) };
}

function packSpans(spans: readonly Span[]): number[] {
  const packed: number[] = [];
  let lineBefore = 0;
  for (let i = 0; i < spans.length; i++) {
    const { line, column, endLine, endColumn } = spans[i] as Span;
    packed[packed.length] = line - lineBefore;
    packed[packed.length] = column;
    packed[packed.length] = endLine - line;
    packed[packed.length] = endColumn;
    lineBefore = line;
  }
  return packed;
}

function unpackSpans(packed: readonly number[]): Span[] {
  const spans: Span[] = [];
  let line = 0;
  for (let at = 0; at < packed.length; at += 4) {
    line += packed[at] as number;
    const endLine = line + (packed[at + 2] as number);
    spans[spans.length] = { line, column: packed[at + 1] as number, endLine, endColumn: packed[at + 3] as number };
  }
  return spans;
}
