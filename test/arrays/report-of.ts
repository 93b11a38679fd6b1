/** Runs small files under the built program and gives their report. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { Report, ReportLine } from "../../src/report/report.js";
import { allocTrace, temporaryFolder } from "../program.js";
import { schemaErrors, strictSchema } from "../strict-schema.js";

export interface Reported {
  report: Report;
  stdout: string;
  stderr: string;
}

/** Files by name, in folders too; the first is the script. */
export function reportOf(
  files: Record<string, string>,
  words: readonly string[] = [],
  options: { node?: string } = {},
): Reported {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const [script = ""] = Object.keys(files);
  const { code, stdout, stderr } = allocTrace([...words, "--json=report.json", script], { cwd, ...options });
  expect(code, stderr).toBe(0);
  const report = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
  expect(schemaErrors(strictSchema("report"), report)).toBe("");
  return { report, stdout, stderr };
}

/** The line with this number of the file that has it; undefined where nothing was made. */
export function lineOf(report: Report, path: string, line: number): ReportLine | undefined {
  return report.files.find((file) => file.path === path)?.lines.find((entry) => entry.line === line);
}
