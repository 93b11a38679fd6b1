/** From the records of a finished program to figures per line. */
import type { EngineValue } from "./engine.js";
import { type Lifetime, mostAtOnce } from "./lifetimes.js";
import type { ArrayRecord } from "./records.js";

export interface LineFigures {
  allocated: number;
  needed: number;
  reusable: number;
  /** Finished with before the next of the same place and size class was made. */
  temporary: number;
  /** Arrays made on behalf of this line that no program can see; in none of the other figures. */
  hidden: number;
}

export const none = (): LineFigures => ({ allocated: 0, needed: 0, reusable: 0, temporary: 0, hidden: 0 });

export function add(total: LineFigures, line: LineFigures): void {
  for (const key of ["allocated", "needed", "reusable", "temporary", "hidden"] as const) total[key] += line[key];
}

/** Typed arrays and buffers cannot change their length, so it is part of what a reused one has to have. */
function sizeClass({ object, base }: ArrayRecord): string {
  return `${base} ${object.ArrayLength ?? object.ArrayBufferByteLength ?? ""}`;
}

/** Made at a place of the program, and within its reach. */
const counts = (record: ArrayRecord): boolean => record.visible && record.site !== null;

export type Lines = Map<number, LineFigures>;

function lineOf(texts: Map<string, Lines>, source: string, line: number): LineFigures {
  const lines = texts.get(source) ?? new Map<number, LineFigures>();
  texts.set(source, lines);
  const figures = lines.get(line) ?? none();
  lines.set(line, figures);
  return figures;
}

/** Per text (the program's own, and each that it had evaluated) and line. */
export function figuresOf(records: ArrayRecord[], bytesUsed: (object: EngineValue) => number): Map<string, Lines> {
  // Ordinals count hidden arrays too; the clock does not.
  const clock = [0];
  for (const record of records) clock.push((clock.at(-1) as number) + (counts(record) ? 1 : 0));
  const texts = new Map<string, Lines>();
  const groups = new Map<string, { line: LineFigures; lifetimes: Lifetime[] }>();
  const classes = new Map<unknown, number>();
  for (const record of records) {
    const { site, made, object } = record;
    if (!site) continue;
    const line = lineOf(texts, site.source, site.line);
    if (!counts(record)) {
      line.hidden += 1;
      continue;
    }
    if (!classes.has(object.Prototype)) classes.set(object.Prototype, classes.size);
    const key = JSON.stringify([site, sizeClass(record), classes.get(object.Prototype)]);
    const group = groups.get(key) ?? { line, lifetimes: [] };
    groups.set(key, group);
    const used = Math.max(record.used, made, bytesUsed(object));
    group.lifetimes.push({ birth: clock[made] as number, lastUse: clock[used] as number });
  }
  for (const { line, lifetimes } of groups.values()) {
    const needed = mostAtOnce(lifetimes);
    line.allocated += lifetimes.length;
    line.needed += needed;
    line.reusable += lifetimes.length - needed;
    line.temporary += lifetimes.filter(({ lastUse }, i) => lastUse < (lifetimes[i + 1]?.birth ?? Infinity)).length;
  }
  return texts;
}
