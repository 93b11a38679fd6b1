/**
 * Programs as sloppy scripts, as strict ones and as modules: by plain Node and traced. A program may well fail in a mode
 * that it was not written for; then it has to fail in the same way.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "../../oracle/children.js";
import type { Program } from "../../oracle/corpus.js";

const CLI = fileURLToPath(new URL("../../../bin/alloc-trace.js", import.meta.url));
const DRIVER = fileURLToPath(new URL("./driver.cjs", import.meta.url));
const AN_HOUR_MS = 3_600_000;

type Given = Pick<Program, "name" | "source">;

/** What stands in front of the program, on its first line, and the name that makes Node take it so. */
const MODES = {
  "sloppy script": ["", ".cjs"],
  "strict script": ['"use strict"; ', ".cjs"],
  module: ['import { createRequire as $r } from "node:module"; const require = $r(import.meta.url); ', ".mjs"],
} as const;

export type Mode = keyof typeof MODES;
export const ALL_MODES = Object.keys(MODES) as Mode[];

export interface Difference {
  program: string;
  plain: string;
  traced: string;
}

export interface Driven {
  name: string;
  stdout: string;
  stderr: string;
  /** Name, message, and the beginning of the stack. */
  error: string[] | null;
  code: number;
}

/** All programs of a folder, in the order of their names, each on a thread of its own. */
export async function driven(folder: string, node: string, isTraced: boolean): Promise<Driven[]> {
  const words = [...(isTraced ? [CLI, "-q"] : []), DRIVER, folder];
  const { stdout, stderr, code } = await runNode(words, { node, cwd: folder, timeout: AN_HOUR_MS });
  if (code !== 0) throw new Error(`the driver ended with ${code}: ${stderr}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Driven);
}

/**
 * V8 puts "x is not defined" of a compiled text's `[...x]` at the beginning of the statement, as it has no better place; a
 * probe in front of the name is one. That column is left out, as docs/limits.md says.
 */
function named(one: Driven | undefined): Driven | undefined {
  if (one?.error?.[0] !== "ReferenceError") return one;
  return { ...one, error: one.error.map((text) => text.replace(/(<anonymous>:\d+):\d+/g, "$1")) };
}

/** The programs that do not do the same. */
export async function differencesIn(mode: Mode, programs: Given[], node: string): Promise<Difference[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "modes-")));
  const inner = join(folder, "programs");
  mkdirSync(inner);
  try {
    const [lead, extension] = MODES[mode];
    for (const { name, source } of programs) {
      const plainName = name.replace(/\.m?js$/, "").replaceAll("/", "-");
      writeFileSync(join(inner, plainName + extension), lead + source);
    }
    const plain = await driven(inner, node, false);
    const traced = await driven(inner, node, true);
    if (plain.length !== programs.length) throw new Error(`plain Node ran ${plain.length} programs`);
    return plain.flatMap((before, i) => {
      const [line, after] = [JSON.stringify(named(before)), JSON.stringify(named(traced[i]))];
      return line === after ? [] : [{ program: before.name, plain: line, traced: after }];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
