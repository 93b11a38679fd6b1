/** Real packages do under the tracer what they do without, on the Nodes that `test/fixtures/real.test.ts` leaves out. */
import { describe, expect, test } from "vitest";
import { outermostNodes } from "../nodes.js";
import { packagesOf, plainRun, SCRIPTS, tracedRun } from "./packages.js";

test("the scripts give work to twenty packages", () => {
  const packages = new Set(SCRIPTS.flatMap(packagesOf));
  expect(packages.size).toBeGreaterThanOrEqual(20);
});

describe.each(outermostNodes().slice(1))("on Node $version", ({ path }) => {
  test.each(SCRIPTS)("%s", { timeout: 300_000 }, (script) => {
    const plain = plainRun(script, path);
    expect(plain).toMatchObject({ code: 0, stderr: "" });
    expect(tracedRun(script, path)).toEqual(plain);
  });
});
