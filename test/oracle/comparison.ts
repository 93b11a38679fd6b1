/** One program three ways: plain node, the referee, and alloc-trace. */
import { runNode } from "./children.js";
import type { Program } from "./corpus.js";
import { type Disagreement, expectation, expected, inBehaviour, inLines } from "./disagreements.js";
import { oracle } from "./oracle.js";
import { traced } from "./traced.js";
import { tracedByCli } from "./traced-cli.js";

export interface Comparison {
  lines: number;
  disagreements: Disagreement[];
}

export async function compare(given: Program, node = process.execPath): Promise<Comparison> {
  const [plain, run] = await Promise.all([runNode([given.path], { node }), tracedByCli(given.path, node)]);
  const lines = expectation(given);
  const disagreements = [...inBehaviour(given, plain, run), ...inLines(given, lines, run.lines)];
  return { lines: lines.size, disagreements };
}

/** Without a process: the referee's output stands for plain node's, with which it agrees. */
export async function compareQuickly(given: Pick<Program, "name" | "source">): Promise<Comparison> {
  const verdict = oracle(given.source);
  const run = await traced(given.source);
  const plain = { stdout: verdict.output, stderr: "", code: verdict.error ? 1 : 0 };
  const account = { stdout: run.output, stderr: run.error ?? "", code: run.error === null ? 0 : 1 };
  const lines = expected(verdict);
  const disagreements = [...inBehaviour(given, plain, account), ...inLines(given, lines, run.lines)];
  return { lines: lines.size, disagreements };
}
