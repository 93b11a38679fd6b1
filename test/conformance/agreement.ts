/** How far alloc-trace and the referee agree, over many programs: what the tests demand and the documents print. */
import { availableParallelism } from "node:os";
import fc from "fast-check";
import { inParallel } from "../oracle/children.js";
import { type Comparison, compare, compareQuickly } from "../oracle/comparison.js";
import { programs } from "../oracle/corpus.js";
import type { Disagreement } from "../oracle/disagreements.js";
import { program } from "../oracle/generate/program.js";

export interface Agreement {
  programs: number;
  /** Lines that make arrays, by the referee or by hand. */
  lines: number;
  disagreements: Disagreement[];
}

/** The written programs, through the command line on that Node. */
export async function ofCorpus(node: string, version: string): Promise<Agreement> {
  const all = programs(version);
  return sum(await inParallel(all, availableParallelism(), (each) => compare(each, node)));
}

/** Generated programs, each on a thread of its own. */
export async function ofGenerated(count: number, seed: number): Promise<Agreement> {
  const given = fc.sample(program, { numRuns: count, seed }).map((source, i) => ({ name: `${seed}/${i}`, source }));
  return sum(await inParallel(given, availableParallelism(), compareQuickly));
}

export function sum(parts: (Comparison | Agreement)[]): Agreement {
  return {
    programs: parts.reduce((total, part) => total + ("programs" in part ? part.programs : 1), 0),
    lines: parts.reduce((total, part) => total + part.lines, 0),
    disagreements: parts.flatMap(({ disagreements }) => disagreements),
  };
}

export function countOf(agreement: Agreement, kind: Disagreement["kind"]): number {
  return agreement.disagreements.filter((each) => each.kind === kind).length;
}

/** Share of lines whose count and need are both equal. */
export function equalShare(agreement: Agreement): number {
  const unequal = agreement.disagreements.filter(({ line }) => line > 0).length;
  return (agreement.lines - unequal) / agreement.lines;
}

/** Disagreements that nothing excuses, as text for a person. */
export function describeAll(disagreements: Disagreement[]): string[] {
  return disagreements.map(({ kind, program: name, line, expected, actual, text }) => {
    return `${kind} ${name}:${line} expected ${expected}, got ${actual} | ${text}`;
  });
}
