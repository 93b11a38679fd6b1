/**
 * Programs three ways: plain node, the referee, and alloc-trace; and every line on which the last two disagree.
 *
 *     node --import ./test/oracle/register.mjs test/oracle/compare.ts [--quick] [--generated N] [--seed S] [program.js …]
 *
 * `--quick` runs the runtime on a thread instead of the command line in a process. Generated programs are always quick.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import fc from "fast-check";
import { inParallel } from "./children.js";
import { type Comparison, compare, compareQuickly } from "./comparison.js";
import { type Program, programs } from "./corpus.js";
import { program } from "./generate/program.js";
import { canJudge } from "./oracle.js";

function named(paths: string[]): Program[] {
  const known = programs();
  return paths.map((path) => {
    const found = known.find(({ name }) => name === basename(path));
    if (found) return found;
    const source = readFileSync(path, "utf8");
    const goal = path.endsWith(".mjs") ? "module" : "script";
    return { name: basename(path), path, source, goal, judged: canJudge(source), byHand: null };
  });
}

async function main(args: string[]): Promise<void> {
  const option = (name: string): number | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : Number(args.splice(at, 2)[1]);
  };
  const flag = (name: string): boolean => {
    const at = args.indexOf(name);
    if (at >= 0) args.splice(at, 1);
    return at >= 0;
  };
  const count = option("--generated");
  const seed = option("--seed") ?? 1;
  const quick = flag("--quick");
  const width = availableParallelism();
  let results: Comparison[];
  let sources: string[] = [];
  if (count !== undefined) {
    sources = fc.sample(program, { numRuns: count, seed });
    const given = sources.map((source, i) => ({ name: `generated ${seed}/${i}`, source }));
    results = await inParallel(given, width, compareQuickly);
  } else {
    const chosen = args.length > 0 ? named(args) : programs();
    const able = quick ? chosen.filter(({ judged, goal }) => judged && goal === "script") : chosen;
    results = await inParallel(able, width, (each) => (quick ? compareQuickly(each) : compare(each)));
  }
  const all = results.flatMap(({ disagreements }) => disagreements);
  for (const { program: name, line, kind, expected, actual, text } of all) {
    console.log(`${kind} ${name}:${line} expected ${expected}, got ${actual}  | ${text}`);
  }
  const kinds = ["allocated", "violation", "loose", "temporary", "behaviour"].map((kind) => {
    return `${kind} ${all.filter((each) => each.kind === kind).length}`;
  });
  const lines = results.reduce((sum, each) => sum + each.lines, 0);
  console.log(`${results.length} programs, ${lines} lines: ${kinds.join(", ")}`);
}

await main(process.argv.slice(2));
