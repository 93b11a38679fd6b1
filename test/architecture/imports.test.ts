/** The direction of imports holds, and the check that says so notices when it does not. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../program.js";
import { findings } from "./import-direction.js";

test("src/ keeps to the map", () => {
  expect(findings(fileURLToPath(new URL("../../src", import.meta.url)))).toEqual([]);
});

test.each([
  ["types in a circle", { "cli/a.ts": 'import type { B } from "./b.js";', "cli/b.ts": 'import "./a.js";' }],
  ["a file that is loaded later", { "cli/a.ts": 'import("./b.js");', "cli/b.ts": 'import "./a.js";' }],
  ["what the map allows", { "cli/a.ts": 'import "../report/b.js"; import "commander";', "report/b.ts": "" }],
])("lets %s be", (_what, files: Record<string, string>) => {
  expect(findings(tree(files))).toEqual([]);
});

test.each([
  ["an upward import", { "report/a.ts": 'import "../cli/b.js";', "cli/b.ts": "" }, "report/ may not import cli/b.ts"],
  [
    "a type alone",
    { "trace/a.ts": 'import type { B } from "../cli/b.js";', "cli/b.ts": "" },
    "trace/ may not import cli/b.ts",
  ],
  [
    "a dynamic import",
    { "cli/a.ts": 'await import("../runtime/b.js");', "runtime/b.ts": "" },
    "cli/ may not import runtime/b.ts",
  ],
  [
    "an export from",
    { "analysis/a.ts": 'export * from "../session/b.js";', "session/b.ts": "" },
    "analysis/ may not import session/b.ts",
  ],
  [
    "a circle",
    { "cli/a.ts": 'import "./b.js";', "cli/b.ts": 'export * from "./a.js";' },
    "circle: cli/a.ts → cli/b.ts → cli/a.ts",
  ],
  ["a folder of no known place", { "stuff/a.ts": "" }, "no place in the map for stuff/"],
  ["a name that says nothing", { "cli/utils.ts": "" }, "the name says nothing"],
])("notices %s", (_what, files: Record<string, string>, why) => {
  expect(findings(tree(files)).map((finding) => finding.why)).toEqual([why]);
});

function tree(files: Record<string, string>): string {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
