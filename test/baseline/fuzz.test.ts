/**
 * Ten thousand damaged baselines, reports and configurations: each is refused in a sentence or read, in good time, and
 * what is read never lets a run pass that makes more than the damaged text allows.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Baseline, renderBaseline } from "../../src/baseline/baseline-file.js";
import { compare } from "../../src/baseline/compare.js";
import { BaselineFault, readBaseline } from "../../src/baseline/read-baseline.js";
import { type Snapshot, snapshotOf, totalsOf } from "../../src/baseline/site.js";
import { toleranceOf } from "../../src/baseline/tolerance.js";
import { loadConfig } from "../../src/cli/config.js";
import { readReport } from "../../src/cli/report-file.js";
import { UserError } from "../../src/cli/user-error.js";
import { renderJson } from "../../src/report/json.js";
import { temporaryFolder } from "../program.js";
import { mixedRun } from "../report/sample-runs.js";
import { damaged } from "./mutations.js";

const RUN = snapshotOf(mixedRun(), ["1000"]);
const BASELINE: Baseline = { scripts: new Map([[RUN.script, RUN]]) };

const STRICT = {
  by: "counts",
  tolerance: toleranceOf([]),
  improvements: "count",
  reference: "the baseline",
  notSeen: new Map<string, string>(),
} as const;

/** When nothing rose, the text must really allow as much as the run made. */
function expectAllowed(before: Snapshot, after: Snapshot): void {
  const { findings } = compare(before, after, STRICT);
  if (findings.some(({ severity }) => severity === "error")) return;
  if (before.sites.some(({ unstable }) => unstable)) return;
  const allowed = totalsOf(before);
  const made = totalsOf(after);
  expect(allowed.allocated).toBeGreaterThanOrEqual(made.allocated);
  if (before.mode === "full") expect(allowed.needed).toBeGreaterThanOrEqual(made.needed);
  expect(allowed.bytes).toBeGreaterThanOrEqual(made.bytes);
}

function expectSentence(error: unknown, what: string, mend: string): void {
  expect(error).toBeInstanceOf(Error);
  expect(what).not.toMatch(/undefined|\[object|TypeError|at .*\.js:\d+/);
  expect(what.length + mend.length).toBeLessThan(1200);
  expect(mend).not.toBe("");
}

test("8,000 baselines", { timeout: 300_000 }, () => {
  const text = renderBaseline(BASELINE);
  expect(readBaseline(text)).toMatchObject({ scripts: new Map([[RUN.script, { args: ["1000"] }]]) });
  let read = 0;
  fc.assert(
    fc.property(damaged(text), (source) => {
      let baseline: Baseline;
      try {
        baseline = readBaseline(source);
      } catch (error) {
        if (!(error instanceof BaselineFault)) throw error;
        expectSentence(error, error.what, error.mend);
        return;
      }
      read++;
      const before = baseline.scripts.get(RUN.script);
      // Without an entry the gate refuses to run: see check.test.ts.
      if (before !== undefined) expectAllowed(before, RUN);
    }),
    { numRuns: 8000 },
  );
  // The damage is not so coarse that nothing of it gets through the door.
  expect(read).toBeGreaterThan(100);
});

test("3,000 reports", { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const report = mixedRun();
  const after = snapshotOf(report, []);
  let read = 0;
  await fc.assert(
    fc.asyncProperty(damaged(renderJson(report)), async (source) => {
      writeFileSync(join(folder, "a.json"), source);
      try {
        const found = await readReport("a.json", folder);
        read++;
        expectAllowed(snapshotOf(found.report, []), after);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        expectSentence(error, error.message, error.mend);
      }
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(20);
});

test("3,000 configurations", { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const text = `{
  "scripts": ["bench/*.ts", { "script": "bench/step.ts", "args": ["1000", 5] }],
  "baseline": "allocations.json",
  "budgets": { "src/sim.ts": { "perIteration": 2, "reusable": 0 }, "total": ["allocated <= 2*N + 3"] },
  "tolerance": { "bytes": "1%", "src/generated/**": { "allocated": 10 } },
  "ratchet": true,
  "runs": 2,
  "scale": "N=1000,2000,4000",
  "rates": false,
  "deps": ["three"]
}
`;
  writeFileSync(join(folder, "alloc-trace.config.json"), text);
  expect((await loadConfig(folder)).settings).toMatchObject({ ratchet: true, runs: 2, scale: { name: "N" } });
  await fc.assert(
    fc.asyncProperty(damaged(text), async (source) => {
      writeFileSync(join(folder, "alloc-trace.config.json"), source);
      try {
        const { settings } = await loadConfig(folder);
        for (const { law } of settings.budgets ?? []) law.limit(new Map([["N", 1000]]));
        toleranceOf(settings.tolerance ?? [])("src/sim.ts", "allocated");
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        expectSentence(error, error.message, error.mend);
      }
    }),
    { numRuns: 3000 },
  );
});
