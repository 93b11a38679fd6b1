/** The workflow that `check --init` leaves behind. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { written } from "./deliver.js";
import type { FoundScript } from "./find-scripts.js";
import type { GateContext } from "./gate.js";
import { quote } from "./quote.js";

const WORKFLOW = ".github/workflows/alloc-trace.yml";

/** Written where there is none yet; else, and where it cannot be written, printed. */
export async function writeSnippet({ cwd, host, settings }: GateContext, found: readonly FoundScript[]): Promise<void> {
  const text = workflow(
    settings.scripts.length > 0 ? "" : ` ${found.map(({ script }) => shellWord(script.word)).join(" ")}`,
  );
  const path = join(cwd, WORKFLOW);
  let said = `${quote(WORKFLOW)} exists and was left as it is; what checks the baseline in it:\n\n${text}`;
  if (!existsSync(path)) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: "wx" });
      said = `wrote the workflow ${quote(WORKFLOW)}; commit it with the baseline\n`;
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      said = `${quote(WORKFLOW)} could not be written (${code}); what checks the baseline:\n\n${text}`;
    }
  }
  await written(host.stdout, said);
}

function workflow(scripts: string): string {
  return `name: allocations
on: pull_request
jobs:
  alloc-trace:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: npm ci
      - run: npx alloc-trace check --format github${scripts}
`;
}

function shellWord(word: string): string {
  return /^[\w./@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
