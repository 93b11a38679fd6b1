/**
 * One program three ways: plain node, the referee, and alloc-trace's own command line; and every line on which the
 * last two disagree.
 *
 *     node --import ./test/oracle/register.mjs test/oracle/compare.ts [--generated N] [--seed S] [program.js …]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { inParallel, runNode } from "./children.js";
import { type Expectation, PROGRAMS, type Program, programs } from "./corpus.js";
import { program } from "./generate/program.js";
import { canJudge, oracle } from "./oracle.js";

const CLI = fileURLToPath(new URL("../../bin/alloc-trace.js", import.meta.url));

export interface Disagreement {
  program: string;
  /** 0 for the whole program. */
  line: number;
  /** `allocated`: counts differ; `violation`: we say fewer are needed than are; `loose`: more; `behaviour`: output. */
  kind: "allocated" | "violation" | "loose" | "behaviour";
  expected: string;
  actual: string;
  text: string;
}

interface ReportedLine {
  line: number;
  allocated: number;
  needed: number;
}

export interface Comparison {
  lines: number;
  disagreements: Disagreement[];
}

/** Stack traces name the launcher's own frames; the error itself has to be the same. */
const firstLines = (stderr: string): string => stderr.split("\n    at ")[0] ?? "";

function expectation(given: Pick<Program, "source" | "goal" | "byHand" | "judged">): Map<number, Expectation> {
  if (!given.judged) return given.byHand ?? new Map();
  const { lines } = oracle(given.source, { goal: given.goal });
  return new Map([...lines].filter(([, { allocated }]) => allocated > 0));
}

function reported(json: string, path: string): Map<number, ReportedLine> {
  const { files } = JSON.parse(json) as { files: { path: string; lines: ReportedLine[] }[] };
  const file = files.find((candidate) => basename(candidate.path) === basename(path));
  return new Map(file?.lines.map((line) => [line.line, line]));
}

export async function compare(
  given: Pick<Program, "name" | "path" | "source" | "goal" | "byHand" | "judged">,
): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), "compare-"));
  try {
    const report = join(folder, "report.json");
    const [plain, traced] = await Promise.all([runNode([given.path]), runNode([CLI, `--json=${report}`, given.path])]);
    const disagreements: Disagreement[] = [];
    const disagree = (line: number, kind: Disagreement["kind"], expected: unknown, actual: unknown): void => {
      const text = given.source.split("\n")[line - 1]?.trim() ?? "";
      disagreements.push({ program: given.name, line, kind, expected: String(expected), actual: String(actual), text });
    };
    if (traced.stdout !== plain.stdout) disagree(0, "behaviour", plain.stdout, traced.stdout);
    if (traced.code !== plain.code)
      disagree(0, "behaviour", `exit code ${plain.code}`, `${traced.code}: ${traced.stderr}`);
    if (!traced.stderr.includes(firstLines(plain.stderr))) disagree(0, "behaviour", plain.stderr, traced.stderr);
    const expected = expectation(given);
    let actual = new Map<number, ReportedLine>();
    try {
      actual = reported(readFileSync(report, "utf8"), given.path);
    } catch (error) {
      disagree(0, "behaviour", "a report", error);
    }
    const lines = [...new Set([...expected.keys(), ...actual.keys()])].sort((a, b) => a - b);
    for (const line of lines) {
      const want = expected.get(line) ?? { allocated: 0, needed: 0 };
      const got = actual.get(line) ?? { allocated: 0, needed: 0 };
      if (want.allocated !== got.allocated) disagree(line, "allocated", want.allocated, got.allocated);
      else if (want.needed !== undefined && got.needed < want.needed)
        disagree(line, "violation", want.needed, got.needed);
      else if (want.needed !== undefined && got.needed > want.needed) disagree(line, "loose", want.needed, got.needed);
    }
    return { lines: lines.length, disagreements };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Generated programs, written where the command line can find them. */
export function generated(count: number, seed: number, folder: string): Program[] {
  return fc.sample(program, { numRuns: count, seed }).map((source, i) => {
    const path = join(folder, `generated-${seed}-${i}.cjs`);
    writeFileSync(path, source);
    return { name: basename(path), path, source, goal: "script", judged: true, byHand: null };
  });
}

async function main(args: string[]): Promise<void> {
  const option = (name: string): number | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : Number(args.splice(at, 2)[1]);
  };
  const count = option("--generated");
  const seed = option("--seed") ?? 1;
  const folder = mkdtempSync(join(tmpdir(), "generated-"));
  let chosen = count === undefined ? programs() : generated(count, seed, folder);
  if (args.length > 0) {
    const known = new Map(programs().map((each) => [each.path, each]));
    chosen = args.map((path) => {
      const source = readFileSync(path, "utf8");
      const fresh = { name: basename(path), path, source, judged: canJudge(source), byHand: null };
      return (
        known.get(join(PROGRAMS, basename(path))) ?? { ...fresh, goal: path.endsWith(".mjs") ? "module" : "script" }
      );
    });
  }
  const results = await inParallel(chosen, 2, compare);
  const all = results.flatMap(({ disagreements }) => disagreements);
  for (const { program: name, line, kind, expected, actual, text } of all) {
    console.log(`${kind} ${name}:${line} expected ${expected}, got ${actual}  | ${text}`);
  }
  const counted = (kind: string): number => all.filter((each) => each.kind === kind).length;
  const lines = results.reduce((sum, each) => sum + each.lines, 0);
  const summary = ["allocated", "violation", "loose", "behaviour"].map((kind) => `${kind} ${counted(kind)}`);
  console.log(`${chosen.length} programs, ${lines} lines: ${summary.join(", ")}`);
  if (count === undefined || all.length === 0) rmSync(folder, { recursive: true });
  else console.log(`programs kept in ${folder}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
