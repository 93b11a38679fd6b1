/** What a gate found, as text: fit for any terminal, one screen, whatever it is about. */
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderTextFindings } from "../../src/report/findings-text.js";
import { DEFAULTS } from "../../src/report/options.js";
import { gates, ONE_FINDING, sources, unseen } from "./formats/nasty.js";

test("nothing in it moves a cursor, no line is wider than asked for, and it is a screen at most", {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(gates, sources, fc.integer({ min: 60, max: 200 }), (findings, options, columns) => {
      const text = renderTextFindings(findings, { ...options, columns, color: false, all: false });
      expect(unseen(text)).toEqual([]);
      const lines = text.split("\n");
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      expect(lines.length).toBeLessThan(110);
    }),
    { numRuns: 150 },
  );
});

test("place, figures, how to accept, how to set a budget", () => {
  const text = renderTextFindings(ONE_FINDING, { ...DEFAULTS, columns: 100, color: false });
  expect(text).toContain("bench/step.ts: allocates more than it may (1 regression, 41 sites as they were)");
  expect(text).toContain("src/world.ts:12");
  expect(text).toContain("made 2 per iteration, 1 in the baseline");
  expect(text).toContain("accept it with alloc-trace check --update");
  expect(text).toContain('"budgets": { "src/world.ts": { "perIteration": 2 } }');
});
