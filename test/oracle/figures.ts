/** From the records of a finished program to figures per line. */
import type { EngineValue } from "./engine.js";
import { type Lifetime, mostAtOnce } from "./lifetimes.js";
import type { ArrayRecord } from "./records.js";
import type { Within } from "./scopes.js";

export interface OneInEach {
  made: number;
  /** Not used once the iteration (call) that made them was over. */
  died: number;
  /** As a line's. */
  temporary: number;
}

export interface LineFigures {
  allocated: number;
  needed: number;
  reusable: number;
  /** Finished with before the next of the same place and size class was made. */
  temporary: number;
  /** Places, by size class, that make one in each iteration (call) that makes any, two at least: what became of those. */
  iteration: OneInEach;
  call: OneInEach;
  /** Finished with in the iteration (call) that made them, wherever they were made. */
  inIteration: number;
  inCall: number;
  /** Arrays made on behalf of this line that no program can see; in none of the other figures. */
  hidden: number;
}

const noneInEach = (): OneInEach => ({ made: 0, died: 0, temporary: 0 });

export const none = (): LineFigures => ({
  allocated: 0,
  needed: 0,
  reusable: 0,
  temporary: 0,
  iteration: noneInEach(),
  call: noneInEach(),
  inIteration: 0,
  inCall: 0,
  hidden: 0,
});

export function add(total: LineFigures, line: LineFigures): void {
  for (const key of ["allocated", "needed", "reusable", "temporary", "inIteration", "inCall", "hidden"] as const)
    total[key] += line[key];
  for (const scope of SCOPES) addEach(total[scope], line[scope]);
}

const SCOPES = ["iteration", "call"] as const;

function addEach(total: OneInEach, more: OneInEach): void {
  for (const key of ["made", "died", "temporary"] as const) total[key] += more[key];
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

type BytesUsed = (object: EngineValue) => { used: number; usedStep: number };

interface Life extends Lifetime {
  within: Within;
  usedStep: number;
}

function endsWithin({ within, usedStep }: Life, scope: keyof Within): boolean {
  const over = within[scope]?.over ?? 0;
  return usedStep < over && over < Infinity;
}

/** Of one place and size class; none where it makes several in one go, or is in no loop (function). */
function oneInEach(lives: Life[], scope: keyof Within, temporary: number): OneInEach {
  const scopes = new Set(lives.map(({ within }) => within[scope]));
  if (lives.length < 2 || scopes.has(null) || scopes.size < lives.length) return noneInEach();
  const died = lives.filter((life) => endsWithin(life, scope)).length;
  return { made: lives.length, died, temporary };
}

/** Per text (the program's own, and each that it had evaluated) and line. */
export function figuresOf(records: ArrayRecord[], bytesUsed: BytesUsed): Map<string, Lines> {
  // Ordinals count hidden arrays too; the clock does not.
  const clock = [0];
  for (const record of records) clock.push((clock.at(-1) as number) + (counts(record) ? 1 : 0));
  const texts = new Map<string, Lines>();
  const groups = new Map<string, { line: LineFigures; lifetimes: Life[] }>();
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
    const bytes = bytesUsed(object);
    const lastUse = clock[Math.max(record.used, made, bytes.used)] as number;
    const usedStep = Math.max(record.usedStep, bytes.usedStep);
    group.lifetimes.push({ birth: clock[made] as number, lastUse, within: record.within, usedStep });
  }
  for (const { line, lifetimes } of groups.values()) {
    const needed = mostAtOnce(lifetimes);
    line.allocated += lifetimes.length;
    line.needed += needed;
    line.reusable += lifetimes.length - needed;
    const temporary = lifetimes.filter(({ lastUse }, i) => lastUse < (lifetimes[i + 1]?.birth ?? Infinity)).length;
    line.temporary += temporary;
    line.inIteration += lifetimes.filter((life) => endsWithin(life, "iteration")).length;
    line.inCall += lifetimes.filter((life) => endsWithin(life, "call")).length;
    for (const scope of SCOPES) addEach(line[scope], oneInEach(lifetimes, scope, temporary));
  }
  return texts;
}
