/** What a gate keeps of an expression: its key, its figures, and (of a run, not of a baseline) its place. */
import type { Region } from "../report/finding.js";
import type { Report } from "../report/report.js";

/** Exact counts over a whole run; `bytes` are bytes of element storage at birth. */
export interface Figures {
  allocated: number;
  needed: number;
  bytes: number;
  /** Of the innermost enclosing loop; null outside loops. */
  iterations: number | null;
  /** Of the enclosing function; null at the top level. */
  calls: number | null;
}

export interface Site extends Figures {
  key: string;
  /** Relative to the working directory, with `/`. */
  file: string;
  /** Enclosing function path; empty at the top level. */
  function: string;
  /** Null in a baseline: lines come and go, keys stay. */
  region: Region | null;
  /** Text for people; of a baseline it is what the key has. */
  text: string;
  /** False where `needed` is an upper bound. */
  exact: boolean;
  /** Known to differ from run to run. */
  unstable: boolean;
}

/** What one script made in one run, or in all runs that were asked for. */
export interface Snapshot {
  script: string;
  /** The script's arguments: with others it may run longer, so that only rates compare. */
  args: string[];
  /** `count`: lifetimes were not followed, so `needed` says nothing. */
  mode: Report["mode"];
  /** By key, sorted. */
  sites: Site[];
}

/** The user's expressions to blame, as `files` of the report has them: their figures add up to its totals. */
export function snapshotOf(report: Report, args: readonly string[]): Snapshot {
  const sites = report.files.flatMap((file) =>
    file.lines.flatMap(({ line, expressions }) =>
      expressions.map((expression): Site => {
        const { key, column, endLine, endColumn, text, exact, allocated, needed, bytes, iterations, calls } =
          expression;
        const region = { line, column, endLine, endColumn };
        const place = { file: file.path, function: expression.function, region };
        return { key, ...place, text, exact, unstable: false, allocated, needed, bytes, iterations, calls };
      }),
    ),
  );
  return { script: report.script, args: [...args], mode: report.mode, sites: sites.sort(byKey) };
}

/** Sums over the sites; `reusable` is what is made and not needed. */
export function totalsOf({ sites }: Snapshot): { allocated: number; needed: number; reusable: number; bytes: number } {
  const sum = { allocated: 0, needed: 0, reusable: 0, bytes: 0 };
  for (const { allocated, needed, bytes } of sites) {
    sum.allocated += allocated;
    sum.needed += needed;
    sum.reusable += allocated - needed;
    sum.bytes += bytes;
  }
  return sum;
}

export function byKey(a: { key: string }, b: { key: string }): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

export interface KeyParts {
  file: string;
  function: string;
  kind: string;
  /** Normalised, possibly cut. */
  text: string;
  /** Among equals, from 1. */
  ordinal: number;
}

/** The parts of a key; null when it is none. A path that holds `::` is read wrongly, which costs a likeness alone. */
export function keyParts(key: string): KeyParts | null {
  const parts = /^(.*?)::(.*?)::([a-z]+)::(.*)::([1-9]\d*)$/s.exec(key);
  if (parts === null) return null;
  const [, file = "", fn = "", kind = "", text = "", ordinal = ""] = parts;
  return file === "" ? null : { file, function: fn, kind, text, ordinal: Number(ordinal) };
}

/** The key but for its ordinal: equal for expressions that only their order tells apart. */
export function stemOf(key: string): string {
  return key.slice(0, key.lastIndexOf("::"));
}
