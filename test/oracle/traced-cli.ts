/** The whole way: the built command line on a program, as a user would run it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "./children.js";
import type { Account, Counted } from "./disagreements.js";

const CLI = fileURLToPath(new URL("../../bin/alloc-trace.js", import.meta.url));

interface Report {
  files: { path: string; lines: { line: number; allocated: number; needed: number }[] }[];
}

export async function tracedByCli(path: string, node: string): Promise<Account & { lines: Counted }> {
  const folder = mkdtempSync(join(tmpdir(), "traced-"));
  try {
    const report = join(folder, "report.json");
    const account = await runNode([CLI, `--json=${report}`, path], { node });
    const { files } = JSON.parse(readFileSync(report, "utf8")) as Report;
    const file = files.find((candidate) => basename(candidate.path) === basename(path));
    return { ...account, lines: new Map(file?.lines.map((line) => [line.line, line])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
