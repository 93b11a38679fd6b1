/** One program three ways: plain node, the referee, and alloc-trace. */
import { runNode } from "./children.js";
import type { Program } from "./corpus.js";
import { type Disagreement, expectation, expected, inBehaviour, inLines } from "./disagreements.js";
import { oracle, type Verdict } from "./oracle.js";
import { type TracedRun, traced } from "./traced.js";
import { tracedByCli } from "./traced-cli.js";

type Given = Pick<Program, "name" | "source">;

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
export async function compareQuickly(given: Given): Promise<Comparison> {
  return against(given, oracle(given.source), await traced(given.source));
}

/** What a quick run came to, against what the referee says of the program. */
export function against(given: Given, verdict: Verdict, run: TracedRun): Comparison {
  const plain = { stdout: verdict.output, stderr: "", code: verdict.error ? 1 : 0 };
  const account = { stdout: run.output, stderr: run.error ?? "", code: run.error === null ? 0 : 1 };
  const lines = expected(verdict);
  const disagreements = [...inBehaviour(given, plain, account), ...inLines(given, lines, run.lines)];
  return { lines: lines.size, disagreements };
}
