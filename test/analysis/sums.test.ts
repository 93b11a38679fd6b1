/** What must hold for any run: levels agree, and the order in which threads wrote makes no difference. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../src/analysis/index.js";
import type { Counts, Report } from "../../src/report/report.js";
import type { ThreadTrace } from "../../src/trace/format.js";
import { reordered, tracesArbitrary } from "../trace-arbitrary.js";
import { CWD } from "../trace-builder.js";

const analysed = (traces: readonly ThreadTrace[]): Report =>
  analyse(traces, { script: `${CWD}/sim.ts`, cwd: CWD, tool: "1.0.0" });

const sum = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((total, item) => total + pick(item), 0);

const COUNTS = ["allocated", "needed", "reusable", "inPlace", "bytes"] as const satisfies (keyof Counts)[];

test("expressions, lines, files and totals agree in every figure", () => {
  fc.assert(
    fc.property(tracesArbitrary(), (traces) => {
      const report = analysed(traces);
      const lines = report.files.flatMap((file) => file.lines);
      for (const name of COUNTS) {
        expect(sum(lines, (line) => line[name])).toBe(report.totals[name]);
        for (const file of report.files) expect(sum(file.lines, (line) => line[name])).toBe(file.totals[name]);
        for (const line of lines) expect(sum(line.expressions, (part) => part[name])).toBe(line[name]);
      }
      expect(sum(lines, (line) => line.objects)).toBe(report.totals.objects);
    }),
  );
});

test("sites and lines tell of the same objects, and of those the threads wrote down", () => {
  fc.assert(
    fc.property(tracesArbitrary(), (traces) => {
      const report = analysed(traces);
      const written = traces.flatMap((trace) => trace.sites);
      for (const name of ["allocated", "bytes", "inPlace"] as const) {
        expect(sum(report.sites, (site) => site[name])).toBe(report.totals[name]);
      }
      expect(report.totals.allocated).toBe(sum(written, (group) => group.allocated));
      expect(report.totals.objects).toBe(sum(written, (group) => group.objects));
    }),
  );
});

test("needed and reusable make up what was allocated, in types as in sums, and nothing is negative", () => {
  fc.assert(
    fc.property(tracesArbitrary(), (traces) => {
      const report = analysed(traces);
      const expressions = report.files.flatMap((file) => file.lines).flatMap((line) => line.expressions);
      for (const part of [...expressions, ...report.sites]) {
        expect(part.allocated).toBe(part.needed + part.reusable);
        expect(part.reusable).toBeGreaterThanOrEqual(0);
        expect(part.needed).toBeGreaterThan(0);
        expect(sum(part.types, (type) => type.allocated)).toBe(part.allocated);
        expect(sum(part.types, (type) => type.needed)).toBe(part.needed);
      }
    }),
  );
});

test("a report is the same in whatever order threads, files and groups were written", () => {
  fc.assert(
    fc.property(tracesArbitrary(), fc.integer(), (traces, seed) => {
      expect(analysed(reordered(traces, seed))).toEqual(analysed(traces));
    }),
  );
});

test("no two sites share a key, and every key that a line names is a site", () => {
  fc.assert(
    fc.property(tracesArbitrary(), (traces) => {
      const report = analysed(traces);
      const keys = report.sites.map((site) => site.key);
      expect(new Set(keys).size).toBe(keys.length);
      const named = report.files
        .flatMap((file) => file.lines)
        .flatMap((line) => line.expressions)
        .flatMap((part) => part.sites);
      expect(new Set(named)).toEqual(new Set(keys));
    }),
  );
});

test("advice quotes figures of the expression it stands under", () => {
  fc.assert(
    fc.property(tracesArbitrary(), (traces) => {
      const lines = analysed(traces).files.flatMap((file) => file.lines);
      for (const part of lines.flatMap((line) => line.expressions)) {
        for (const { figures } of part.advice) {
          expect(figures.allocated).toBe(part.allocated);
          if (figures.needed !== undefined) expect(figures.needed).toBe(part.needed);
          if (figures.inPlace !== undefined) expect(figures.inPlace).toBe(part.inPlace);
        }
      }
    }),
  );
});
