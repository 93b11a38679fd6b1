/** Thirty edits to a program under the gate: what makes more fails on its own line, what makes no more passes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EDITS } from "./edit-scripts.js";
import { Project, places } from "./project.js";
import { SAMPLE } from "./sample.js";

/** Made once, by the first test that asks. */
let known: string | undefined;
function baseline(): string {
  if (known === undefined) {
    const project = new Project(SAMPLE);
    const { code, stderr } = project.run(["check", "--update", "main.js"]);
    expect(code, stderr).toBe(0);
    known = readFileSync(join(project.folder, "alloc-trace.baseline.json"), "utf8");
  }
  return known;
}

describe.each([
  ["harmless", 0],
  ["harmful", 1],
] as const)("%s edits", (kind, expected) => {
  test.each(EDITS[kind])("$what", ({ edit, says }) => {
    const project = new Project({ ...edit(SAMPLE), "alloc-trace.baseline.json": baseline() });
    const { code, found } = project.check(["main.js"]);
    expect({ said: places(found), code, clean: found.clean }).toEqual({
      said: says,
      code: expected,
      clean: expected === 0,
    });
  });
});

test("there are thirty of them", () => {
  expect(EDITS.harmless.length + EDITS.harmful.length).toBeGreaterThanOrEqual(30);
});
