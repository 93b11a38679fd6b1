/** A script and the package that it calls, and what is put down to the script's lines. */
import { expect } from "vitest";
import { type Reported, reportOf } from "./report-of.js";

const PACKAGE = { "node_modules/lib/package.json": '{"name":"lib","version":"1.0.0","main":"index.js"}' };

export function run(library: string, script: string, words: readonly string[] = []): Reported {
  return reportOf({ "main.mjs": script, "node_modules/lib/index.js": library, ...PACKAGE }, ["--no-cache", ...words]);
}

/** Arrays made by line of the script; lines that made none are left out. */
export function lines({ report }: Reported): Record<number, number> {
  const file = report.files.find(({ path }) => path === "main.mjs");
  return Object.fromEntries((file?.lines ?? []).map(({ line, allocated }) => [line, allocated]));
}

/** Nothing may stand under the library itself: every array has a line of the user's own. */
export function onlyUsers({ report }: Reported): void {
  expect(report.files.map(({ path }) => path)).toEqual(["main.mjs"]);
}
