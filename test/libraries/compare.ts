/** One library's script: traced, and run by plain Node with its constructors wrapped in counting proxies. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Report, ReportLine } from "../../src/report/report.js";
import type { LibraryCase } from "./cases.js";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COUNTING = new URL("./count-instances.mjs", import.meta.url).href;

export interface Compared {
  report: Report;
  stdout: string;
  /** What plain Node printed. */
  plain: string;
  /** Instances by the wrapped constructors, and by the report. */
  independent: number;
  ours: number;
}

export function scriptOf({ script }: LibraryCase): string {
  return `fixtures/libraries/${script}.mjs`;
}

export function compare(of: LibraryCase): Compared {
  const folder = mkdtempSync(join(tmpdir(), "at-libraries-"));
  const script = scriptOf(of);
  const options = {
    cwd: ROOT,
    encoding: "utf8" as const,
    stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"],
  };
  try {
    const json = join(folder, "report.json");
    // The stack is looked at often: these scripts make a few hundred arrays each.
    const env = { ...process.env, ALLOC_TRACE_AUDIT: "8" };
    const words = ["bin/alloc-trace.js", "-q", `--json=${json}`, script];
    const stdout = execFileSync(process.execPath, words, { ...options, env });
    const counts = join(folder, "counts.json");
    const { within, of: what, name } = of.independent;
    const plain = execFileSync(process.execPath, ["--import", COUNTING, script], {
      ...options,
      env: { ...process.env, COUNT_IN: within, COUNT_OF: what, COUNT_TO: counts },
    });
    const report = JSON.parse(readFileSync(json, "utf8")) as Report;
    const counted = JSON.parse(readFileSync(counts, "utf8")) as Record<string, number>;
    return { report, stdout, plain, independent: counted[name] ?? 0, ours: oursOf(report, of) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function oursOf({ sites }: Report, { ours }: LibraryCase): number {
  if ("text" in ours) {
    return sites.filter(({ text }) => text.includes(ours.text)).reduce((sum, { allocated }) => sum + allocated, 0);
  }
  return sites
    .filter(({ file }) => file.includes(ours.within ?? ""))
    .flatMap(({ types }) => types)
    .filter(({ type }) => type === ours.type)
    .reduce((sum, { allocated }) => sum + allocated, 0);
}

/** The one line of the script with this text; null where nothing was made on it. */
export function lineWith(report: Report, script: string, text: string): ReportLine | null {
  const lines = readFileSync(join(ROOT, script), "utf8").split("\n");
  const at = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  if (at.length !== 1) throw new Error(`${at.length} lines of ${script} have ${text}`);
  const file = report.files.find(({ path }) => path === script);
  return file?.lines.find(({ line }) => line === at[0]) ?? null;
}

/** How many of a type a line made. */
export function madeOf(line: ReportLine | null, type: string): number {
  const types = line?.expressions.flatMap((expression) => expression.types) ?? [];
  return types.filter((entry) => entry.type === type).reduce((sum, { allocated }) => sum + allocated, 0);
}
