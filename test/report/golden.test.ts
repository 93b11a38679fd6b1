/** The text report as people see it, at four widths. A change of these files is a change to look at. */
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderText } from "../../src/report/text.js";
import { NUMPY_LOOP_SOURCE, numpyLoop } from "../numpy-loop.js";
import { MIXED_SOURCES, mixedRun, reportOf, scratchLoop } from "./sample-runs.js";

const readSource = (path: string): string | null => MIXED_SOURCES[path] ?? null;

test.each([60, 80, 120, 200])("the loop it was born from, %i columns", async (columns) => {
  const text = renderText(reportOf(numpyLoop().build()), { columns, readSource: () => NUMPY_LOOP_SOURCE });
  await expect(text).toMatchFileSnapshot(`goldens/numpy-loop.${columns}.golden.txt`);
});

test.each([60, 80, 120, 200])("several files, %i columns", async (columns) => {
  const text = renderText(mixedRun(), { columns, readSource });
  expect(Math.max(...text.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
  await expect(text).toMatchFileSnapshot(`goldens/mixed.${columns}.golden.txt`);
});

test("nothing to reuse", () => {
  expect(renderText(scratchLoop())).toMatchInlineSnapshot(`
    "sim.ts: 3 arrays made, 3 needed
      nothing to reuse: every one of the 3 arrays was needed
      element storage 216 B; 1 file and 3 sites instrumented

    2 lines not listed, with nothing reusable; --all lists them
    "
  `);
});

test("every line of a run with nothing to reuse", () => {
  expect(renderText(scratchLoop(), { all: true, frames: false })).toMatchInlineSnapshot(`
    "sim.ts: 3 arrays made, 3 needed
      nothing to reuse: every one of the 3 arrays was needed
      element storage 216 B; 1 file and 3 sites instrumented

    line      made  needed  reusable       bytes  what
    ────────  ────  ──────  ────────  ───  ─────  ──────────────────────────────────
    sim.ts:1     2       2         0  0 %  144 B  zeros(3, 3) → NdArray 3×3, +1
    sim.ts:2     1       1         0  0 %   72 B  zeros(3, 3) → NdArray 3×3
    "
  `);
});

test("allocations only", () => {
  const report = reportOf(numpyLoop().build({ mode: "count" }));
  expect(renderText(report, { frames: false })).toMatchInlineSnapshot(`
    "sim.ts: 1,000,002 arrays made; lifetimes were not followed
      element storage 72 MB; 1 file and 4 sites instrumented

    line           made  bytes  /iter  what
    ────────  ─────────  ─────  ─────  ─────────────────────────────────────
    sim.ts:8  1,000,000  72 MB      1  b.mul(i) → NdArray 3×3
    sim.ts:6          2  144 B         zeros(3, 3) → NdArray 3×3, and 1 more
    "
  `);
});
