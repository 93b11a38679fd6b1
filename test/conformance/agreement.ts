/** How far alloc-trace and the referee agree, over many programs: what the tests demand and the documents print. */
import { availableParallelism } from "node:os";
import fc from "fast-check";
import { inParallel } from "../oracle/children.js";
import { against, type Comparison, compare, compareQuickly } from "../oracle/comparison.js";
import { type Program, programs } from "../oracle/corpus.js";
import type { Disagreement } from "../oracle/disagreements.js";
import { program } from "../oracle/generate/program.js";
import { oracle, type Verdict } from "../oracle/oracle.js";
import { tracedOn } from "../oracle/traced-on.js";

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

/** The same, each on a thread; what only a process can run goes through the command line here, too. */
export async function ofCorpusQuickly(node: string, version: string): Promise<Agreement> {
  const all = programs(version);
  const able = all.filter(({ judged, goal }) => judged && goal === "script");
  const quick = await allOn(node, able);
  const rest = all.filter((each) => !able.includes(each));
  return sum([...quick, ...(await inParallel(rest, availableParallelism(), (each) => compare(each, node)))]);
}

export function generated(count: number, seed: number): Pick<Program, "name" | "source">[] {
  return fc.sample(program, { numRuns: count, seed }).map((source, i) => ({ name: `${seed}/${i}`, source }));
}

/** Generated programs, each on a thread of its own. */
export async function ofGenerated(count: number, seed: number): Promise<Agreement> {
  return sum(await inParallel(generated(count, seed), availableParallelism(), compareQuickly));
}

/** The same on each of these Nodes. */
export async function ofGeneratedOn(nodes: string[], count: number, seed: number): Promise<Agreement[]> {
  const given = generated(count, seed);
  const agreements: Agreement[] = [];
  for (const node of nodes) agreements.push(sum(await allOn(node, given)));
  return agreements;
}

/** All of them on the first Node, and on each of the others a tenth, never the same. */
export async function ofGeneratedShared(nodes: string[], count: number, seed: number): Promise<Agreement[]> {
  const given = generated(count, seed);
  const [first = process.execPath, ...others] = nodes;
  const agreements = [sum(await allOn(first, given))];
  const share = Math.ceil(count / 10);
  for (const [i, node] of others.entries())
    agreements.push(sum(await allOn(node, given.slice(i * share, (i + 1) * share))));
  return agreements;
}

const verdicts = new Map<string, Verdict>();

/** What the referee says holds for all Nodes. */
async function allOn(node: string, given: Pick<Program, "name" | "source">[]): Promise<Comparison[]> {
  const runs = await tracedOn(
    node,
    given.map(({ source }) => source),
  );
  return given.map((each, i) => {
    const verdict = verdicts.get(each.source) ?? oracle(each.source);
    verdicts.set(each.source, verdict);
    return against(each, verdict, runs[i] as (typeof runs)[0]);
  });
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
