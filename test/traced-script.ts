/** Runs a script of the checkout under the built program and gives its report, which must fit the schema. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Report, ReportLine } from "../src/report/report.js";
import { allocTrace, type Ran, temporaryFolder } from "./program.js";
import { schemaErrors, strictSchema } from "./strict-schema.js";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** `script` is relative to the checkout, as the paths in its report are. */
export function traced(script: string, words: readonly string[] = []): { ran: Ran; report: Report } {
  const file = join(temporaryFolder(), "report.json");
  const ran = allocTrace([...words, `--json=${file}`, script], { cwd: ROOT, env: { COLUMNS: "100" } });
  // A syntax error quotes the line, which in a minified file is all of it.
  expect(ran.code, ran.stderr.replace(/(.{200}).*/g, "$1…")).toBe(0);
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  expect(schemaErrors(strictSchema("report"), report)).toBe("");
  return { ran, report };
}

/** The line of `path` that holds `text` and no other line does; lines on which nothing was made are an error. */
export function lineOf(report: Report, path: string, text: string): ReportLine {
  const source = readFileSync(join(ROOT, path), "utf8").split("\n");
  const at = source.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  expect(at, `lines of ${path} with ${text}`).toHaveLength(1);
  const line = report.files.find((file) => file.path === path)?.lines.find(({ line }) => line === at[0]);
  if (line === undefined) throw new Error(`nothing was made on line ${at[0]} of ${path}`);
  return line;
}
