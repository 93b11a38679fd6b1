/**
 * Finds the sites of a baseline again in a run: by key, then by likeness.
 *
 * A match never hides anything: matched sites are compared, so all that a wrong match can do is to put a rise down to
 * the wrong one of two expressions.
 */
import { distance } from "fastest-levenshtein";
import { byKey, type Figures, type KeyParts, keyParts, type Site, stemOf } from "./site.js";

export interface Pair {
  before: Site;
  after: Site;
}

export interface Matched {
  pairs: Pair[];
  /** In the baseline alone. */
  gone: Site[];
  /** In the run alone. */
  fresh: Site[];
}

/** Buckets with more pairs than this are matched in order: comparing each with each would take too long. */
const MOST_COMPARED = 40_000;
/** Texts that differ by more than this share of the longer one are different expressions. */
const LEAST_LIKENESS = 0.5;

export function matchSites(before: readonly Site[], after: readonly Site[]): Matched {
  const equals = pairUp({ pairs: [], gone: [...before], fresh: [...after] }, sameStem, sameStem, pairEquals);
  const moved = pairUp(equals, sameText, sameText, (gone, fresh) => pairByScore(gone, fresh, placeScore));
  const renamed = renames(moved.pairs);
  const here = (site: Site): string => placeOf(partsOf(site));
  const there = (site: Site): string => placeOf(renamed(partsOf(site)));
  const edited = pairUp(moved, there, here, (gone, fresh) => pairByScore(gone, fresh, textScore));
  // A file's only expression, edited as the file was renamed: nothing else tells where it has gone.
  return pairUp(edited, sameFunction, sameFunction, (gone, fresh) => pairByScore(gone, fresh, textScore));
}

/**
 * New expressions that stand in a function where others went and make no more than those did, or once for the whole file:
 * a buffer above the loop for one in it. They are no likeness of each other, so this is said of nobody as a move.
 */
export function replacements(gone: readonly Site[], fresh: readonly Site[]): Pair[] {
  const left = new Map<string, Site[]>();
  for (const site of [...gone].sort(bySize)) push(left, site.file, site);
  return [...fresh].sort(bySize).flatMap((after) => {
    const candidates = left.get(after.file) ?? [];
    const once = after.function === "" && after.iterations === null;
    const before = candidates.find((site) => (once || site.function === after.function) && isNoMore(after, site));
    if (before === undefined) return [];
    candidates.splice(candidates.indexOf(before), 1);
    return [{ before, after }];
  });
}

/** In place: a baseline may have a million of them under one name. */
function push(into: Map<string, Site[]>, name: string, site: Site): void {
  const known = into.get(name);
  if (known === undefined) into.set(name, [site]);
  else known.push(site);
}

function bySize(a: Site, b: Site): number {
  return b.allocated - a.allocated || byKey(a, b);
}

function isNoMore(after: Figures, before: Figures): boolean {
  return after.allocated <= before.allocated && after.needed <= before.needed && after.bytes <= before.bytes;
}

type Bucket = (site: Site) => string;

/** Pairs what `pairing` finds within buckets of the same name. */
function pairUp(
  { pairs, gone, fresh }: Matched,
  ofGone: Bucket,
  ofFresh: Bucket,
  pairing: (gone: readonly Site[], fresh: readonly Site[]) => Pair[],
): Matched {
  const buckets = new Map<string, Site[]>();
  for (const site of fresh) {
    push(buckets, ofFresh(site), site);
  }
  const theirs = new Map<string, Site[]>();
  for (const site of gone) {
    const name = ofGone(site);
    if (buckets.has(name)) push(theirs, name, site);
  }
  const found = [...theirs].flatMap(([name, sites]) => pairing(sites, buckets.get(name) ?? []));
  const before = new Set(found.map((pair) => pair.before));
  const after = new Set(found.map((pair) => pair.after));
  return {
    pairs: [...pairs, ...found],
    gone: gone.filter((site) => !before.has(site)),
    fresh: fresh.filter((site) => !after.has(site)),
  };
}

const sameStem: Bucket = (site) => stemOf(site.key);

const sameFunction: Bucket = (site) => {
  const { kind, function: fn } = partsOf(site);
  return `${kind}::${fn}`;
};

const sameText: Bucket = (site) => {
  const { kind, text } = partsOf(site);
  return `${kind}::${text}`;
};

function placeOf({ file, function: fn, kind }: KeyParts): string {
  return `${file}::${fn}::${kind}`;
}

function partsOf(site: Site): KeyParts {
  return keyParts(site.key) ?? { file: "", function: "", kind: "", text: site.key, ordinal: 1 };
}

/**
 * Expressions that only their order tells apart. One more or one less of them shifts the ordinals of those below, so
 * those with the same figures belong together; what is left is paired by how near its figures are.
 */
function pairEquals(gone: readonly Site[], fresh: readonly Site[]): Pair[] {
  const keys = new Map(fresh.map((site) => [site.key, site]));
  const byName = gone.flatMap((before) => {
    const after = keys.get(before.key);
    return after === undefined ? [] : [{ before, after }];
  });
  if (byName.length === gone.length && byName.length === fresh.length && !isPermutation(gone, fresh)) return byName;
  const waiting = new Map<string, Site[]>();
  for (const site of [...fresh].sort(byOrdinal)) {
    push(waiting, figuresText(site), site);
  }
  const pairs: Pair[] = [];
  const left: Site[] = [];
  for (const before of [...gone].sort(byOrdinal)) {
    const after = waiting.get(figuresText(before))?.shift();
    if (after === undefined) left.push(before);
    else pairs.push({ before, after });
  }
  const taken = new Set(pairs.map((pair) => pair.after));
  return [
    ...pairs,
    ...pairByScore(
      left,
      fresh.filter((site) => !taken.has(site)),
      nearness,
    ),
  ];
}

function isPermutation(gone: readonly Site[], fresh: readonly Site[]): boolean {
  const theirs = gone.map(figuresText).sort();
  const ours = fresh.map(figuresText).sort();
  return theirs.every((figures, index) => figures === ours[index]);
}

function figuresText({ allocated, needed, bytes, iterations, calls }: Figures): string {
  return [allocated, needed, bytes, iterations, calls].join(" ");
}

function byOrdinal(a: Site, b: Site): number {
  return partsOf(a).ordinal - partsOf(b).ordinal || byKey(a, b);
}

/** The best first, each site once; null for a pair that must not be. Ties go by key, so the result is always the same. */
function pairByScore(
  gone: readonly Site[],
  fresh: readonly Site[],
  score: (before: Site, after: Site) => number | null,
): Pair[] {
  if (gone.length === 0 || fresh.length === 0) return [];
  const theirs = [...gone].sort(byKey);
  const ours = [...fresh].sort(byKey);
  if (theirs.length * ours.length > MOST_COMPARED) {
    return theirs.slice(0, ours.length).map((before, index) => ({ before, after: ours[index] as Site }));
  }
  const scored = theirs.flatMap((before) =>
    ours.flatMap((after) => {
      const points = score(before, after);
      return points === null ? [] : [{ before, after, points }];
    }),
  );
  scored.sort((a, b) => b.points - a.points);
  const taken = new Set<Site>();
  const pairs: Pair[] = [];
  for (const { before, after } of scored) {
    if (taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    pairs.push({ before, after });
  }
  return pairs;
}

function nearness(before: Site, after: Site): number {
  return -Math.abs(Math.log((after.allocated + 1) / (before.allocated + 1)));
}

/** The same text elsewhere: figures tell most, then the function's name, then the file's. */
function placeScore(before: Site, after: Site): number {
  const theirs = partsOf(before);
  const ours = partsOf(after);
  let points = 0;
  if (figuresText(before) === figuresText(after)) points += 4;
  if (theirs.file === ours.file) points += 3;
  else if (baseName(theirs.file) === baseName(ours.file)) points += 2;
  if (theirs.function === ours.function) points += 3;
  else if (lastName(theirs.function) === lastName(ours.function)) points += 1;
  return points + (theirs.ordinal === ours.ordinal ? 0.5 : 0);
}

/** Another text in the same place. */
function textScore(before: Site, after: Site): number | null {
  const theirs = partsOf(before).text;
  const ours = partsOf(after).text;
  const likeness = 1 - distance(theirs, ours) / Math.max(1, theirs.length, ours.length);
  if (likeness < LEAST_LIKENESS) return null;
  return likeness + (figuresText(before) === figuresText(after) ? 0.5 : 0);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Where most of a file's, and of a function's, expressions have gone: an edited one has gone there with them. */
function renames(pairs: readonly Pair[]): (parts: KeyParts) => KeyParts {
  const files = new Votes();
  const functions = new Votes();
  for (const { before, after } of pairs) {
    const theirs = partsOf(before);
    const ours = partsOf(after);
    files.add(theirs.file, ours.file);
    functions.add(`${theirs.file}::${theirs.function}`, ours.function);
  }
  return (parts) => ({
    ...parts,
    file: files.winner(parts.file) ?? parts.file,
    function: functions.winner(`${parts.file}::${parts.function}`) ?? parts.function,
  });
}

class Votes {
  readonly #counts = new Map<string, Map<string, number>>();

  add(from: string, to: string): void {
    const counts = this.#counts.get(from) ?? new Map<string, number>();
    this.#counts.set(from, counts);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }

  winner(from: string): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const [to, votes] of this.#counts.get(from) ?? []) {
      if (votes > most) {
        best = to;
        most = votes;
      }
    }
    return best;
  }
}
