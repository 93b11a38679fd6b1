/**
 * Real packages do under the tracer what they do without, on the newest Node: `test/fixtures/real.test.ts` has them on the
 * oldest. `npm run truth` has all of them on both.
 */
import { describe, expect, test } from "vitest";
import { outermostNodes } from "../nodes.js";
import { packagesOf, plainRun, SCRIPTS, tracedRun } from "./packages.js";

test("the scripts give work to twenty packages", () => {
  const packages = new Set(SCRIPTS.flatMap(packagesOf));
  expect(packages.size).toBeGreaterThanOrEqual(20);
});

/** What takes longest; it loads modules in no way that others do not. */
const LONG = ["babel-transform.cjs", "prettier-format.mjs", "terser-minify.mjs", "typescript-compile.cjs"];

describe.each(outermostNodes().slice(1))("on Node $version", ({ path }) => {
  test.each(SCRIPTS.filter((name) => !LONG.includes(name)))("%s", { timeout: 300_000 }, (script) => {
    const plain = plainRun(script, path);
    expect(plain).toMatchObject({ code: 0, stderr: "" });
    expect(tracedRun(script, path)).toEqual(plain);
  });
});
