/**
 * Programs as sloppy scripts, as strict ones and as modules: by plain Node and traced. A program may well fail in a mode
 * that it was not written for; then it has to fail in the same way.
 */
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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

/** The programs that do not do the same. */
export async function differencesIn(mode: Mode, programs: Given[], node: string): Promise<Difference[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "modes-")));
  const inner = join(folder, "programs");
  mkdirSync(inner);
  try {
    const driver = join(folder, "driver.cjs");
    copyFileSync(DRIVER, driver);
    const [lead, extension] = MODES[mode];
    for (const { name, source } of programs) {
      const plainName = name.replace(/\.m?js$/, "").replaceAll("/", "-");
      writeFileSync(join(inner, plainName + extension), lead + source);
    }
    const options = { node, cwd: folder, timeout: AN_HOUR_MS };
    const plain = await runNode([driver, inner], options);
    const traced = await runNode([CLI, "-q", driver, inner], options);
    const lines = [plain, traced].map(({ stdout }) => stdout.trim().split("\n"));
    const [before = [], after = []] = lines;
    if (before.length !== programs.length) throw new Error(`plain Node ran ${before.length} programs: ${plain.stderr}`);
    return before.flatMap((line, i) => {
      if (line === after[i]) return [];
      return [{ program: programs[i]?.name ?? "", plain: line, traced: after[i] ?? "" }];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
