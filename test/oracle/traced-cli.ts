/** The whole way: the built command line on a program, as a user would run it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "./children.js";
import { type Account, COMPILED, type Counted } from "./disagreements.js";

const CLI = fileURLToPath(new URL("../../bin/alloc-trace.js", import.meta.url));

interface Report {
  files: { path: string; lines: { line: number; allocated: number; needed: number; temporary: number }[] }[];
}

export async function tracedByCli(path: string, node: string): Promise<Account & { lines: Counted }> {
  const folder = mkdtempSync(join(tmpdir(), "traced-"));
  try {
    const report = join(folder, "report.json");
    const account = await runNode([CLI, `--json=${report}`, path], { node });
    const { files } = JSON.parse(readFileSync(report, "utf8")) as Report;
    const lines: Counted = new Map();
    for (const { path: name, lines: found } of files) {
      const [file, ...label] = basename(name).split("#");
      if (file !== basename(path)) continue;
      for (const { line, allocated, needed, temporary } of found) {
        const at = label.length === 0 ? line : COMPILED;
        const sum = lines.get(at) ?? { allocated: 0, needed: 0, temporary: 0 };
        lines.set(at, {
          allocated: sum.allocated + allocated,
          needed: sum.needed + needed,
          temporary: sum.temporary + temporary,
        });
      }
    }
    return { ...account, lines };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
