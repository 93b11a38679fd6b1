/** What two accounts of one program differ in. */
import type { Expectation, Program } from "./corpus.js";
import { oracle, type Verdict } from "./oracle.js";

/** Texts have lines of their own: their sums stand under this one. */
export const COMPILED = -1;

export interface Disagreement {
  program: string;
  /** 0 for the whole program, {@link COMPILED} for all the text that it compiles. */
  line: number;
  /**
   * `allocated`: counts differ; `violation`: we say fewer are needed than are; `loose`: more; `temporary`: we say that more
   * die before their place makes the next one; `behaviour`: output.
   */
  kind: "allocated" | "violation" | "loose" | "temporary" | "behaviour";
  expected: string;
  actual: string;
  text: string;
}

export interface Account {
  stdout: string;
  stderr: string;
  code: number;
}

export interface CountedLine {
  allocated: number;
  needed: number;
  temporary: number;
}

export type Counted = Map<number, CountedLine>;

/** What each line should make: by the referee, or by hand where it cannot run the program. */
export function expectation(given: Pick<Program, "source" | "goal" | "byHand" | "judged">): Map<number, Expectation> {
  if (!given.judged) return given.byHand ?? new Map();
  const key = `${given.goal} ${given.source}`;
  const found = judged.get(key) ?? expected(oracle(given.source, { goal: given.goal }));
  judged.set(key, found);
  return found;
}

/** What the referee says of a program holds for every Node that it is run on, and takes a while. */
const judged = new Map<string, Map<number, Expectation>>();

/** Every line that makes arrays, and what compiled texts make together. */
export function expected({ lines, evaluated }: Verdict): Map<number, Expectation> {
  return new Map([...lines, [COMPILED, evaluated] as const].filter(([, { allocated }]) => allocated > 0));
}

function disagreement(
  { name, source }: Pick<Program, "name" | "source">,
  line: number,
  kind: Disagreement["kind"],
  expected: unknown,
  actual: unknown,
): Disagreement {
  const text = source.split("\n")[line - 1]?.trim() ?? "";
  return { program: name, line, kind, expected: String(expected), actual: String(actual), text };
}

export function inLines(
  given: Pick<Program, "name" | "source">,
  expected: Map<number, Expectation>,
  actual: Counted,
): Disagreement[] {
  const found: Disagreement[] = [];
  for (const line of [...new Set([...expected.keys(), ...actual.keys()])].sort((a, b) => a - b)) {
    const { allocated, needed, temporary = Infinity } = expected.get(line) ?? { allocated: 0 };
    const got = actual.get(line) ?? { allocated: 0, needed: 0, temporary: 0 };
    const add = (kind: Disagreement["kind"], want: number, have: number): void => {
      found.push(disagreement(given, line, kind, want, have));
    };
    // Where the counts differ, so do the lifetimes: one disagreement is enough.
    if (allocated !== got.allocated) add("allocated", allocated, got.allocated);
    else if (needed !== undefined && got.needed < needed) add("violation", needed, got.needed);
    else if (needed !== undefined && got.needed > needed) add("loose", needed, got.needed);
    // Of a text that is compiled twice each has places of its own, and the referee has one.
    if (line !== COMPILED && allocated === got.allocated && got.temporary > temporary)
      add("temporary", temporary, got.temporary);
  }
  return found;
}

/** Stack traces may name the launcher's own frames behind the program's; the error itself has to be the same. */
const firstLines = (stderr: string): string => stderr.split("\n    at ")[0] ?? "";

export function inBehaviour(given: Pick<Program, "name" | "source">, plain: Account, traced: Account): Disagreement[] {
  const found: Disagreement[] = [];
  const add = (expected: unknown, actual: unknown): void => {
    found.push(disagreement(given, 0, "behaviour", expected, actual));
  };
  if (traced.stdout !== plain.stdout) add(plain.stdout, traced.stdout);
  if (traced.code !== plain.code) add(`exit code ${plain.code}`, `${traced.code}: ${traced.stderr}`);
  if (!traced.stderr.includes(firstLines(plain.stderr))) add(plain.stderr, traced.stderr);
  return found;
}
