/** The formats that are neither JSON nor XML: pprof by its own protocol description, text by the rules of its readers. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import protobuf from "protobufjs";
import { describe, expect, test } from "vitest";
import { renderBenchstat } from "../../../src/report/formats/benchstat.js";
import { renderCollapsed } from "../../../src/report/formats/collapsed.js";
import { renderPprof } from "../../../src/report/formats/pprof.js";
import { mixedRun } from "../sample-runs.js";
import { reports, unseen } from "./nasty.js";

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("pprof", () => {
  const proto = readFileSync(new URL("../schemas/profile.proto", import.meta.url), "utf8");
  const type = protobuf.parse(proto, { keepCase: true }).root.lookupType("perftools.profiles.Profile");

  interface Profile {
    sample_type: { type: number; unit: number }[];
    sample: { location_id: number[]; value: number[]; label: { key: number; str: number }[] }[];
    mapping: { id: number }[];
    location: { id: number; mapping_id: number; line: { function_id: number; line: number }[] }[];
    function: { id: number; name: number; filename: number }[];
    string_table: string[];
    default_sample_type: number;
  }

  function decoded(bytes: Uint8Array): Profile {
    const message = type.decode(gunzipSync(bytes));
    return type.toObject(message, { longs: Number, arrays: true, defaults: true }) as Profile;
  }

  test("an independent decoder finds the figures, and every reference leads somewhere", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const profile = decoded(renderPprof(report));
        const { allocated, bytes, needed, reusable } = report.totals;
        const totals = report.mode === "full" ? [allocated, bytes, needed, reusable] : [allocated, bytes];
        const strings = profile.string_table;
        expect(strings[0]).toBe("");
        expect(strings.flatMap(unseen)).toEqual([]);
        expect(profile.sample_type.map(({ type, unit }) => [strings[type], strings[unit]])).toEqual(
          [
            ["alloc_objects", "count"],
            ["alloc_space", "bytes"],
            ["needed_objects", "count"],
            ["reusable_objects", "count"],
          ].slice(0, totals.length),
        );
        expect(totals.map((_, at) => sum(profile.sample.map(({ value }) => value[at] ?? 0)))).toEqual(totals);
        const ids = (items: readonly { id: number }[]): Set<number> => new Set(items.map(({ id }) => id));
        const locations = ids(profile.location);
        const functions = ids(profile.function);
        expect(locations.size).toBe(profile.location.length);
        expect(functions.size).toBe(profile.function.length);
        for (const { location_id, value } of profile.sample) {
          expect(location_id.length).toBeGreaterThan(0);
          expect(location_id.every((id) => locations.has(id))).toBe(true);
          expect(value).toHaveLength(totals.length);
        }
        for (const { line, mapping_id } of profile.location) {
          expect(line.every(({ function_id }) => functions.has(function_id))).toBe(true);
          expect(ids(profile.mapping).has(mapping_id)).toBe(true);
        }
      }),
    );
  });

  test("the leaf is the place that made the arrays, its caller the user's line", () => {
    const profile = decoded(renderPprof(mixedRun()));
    const text = (index: number): string => profile.string_table[index] ?? "";
    const stacks = profile.sample.map(({ location_id }) =>
      location_id.map((id) => {
        const line = profile.location.find((location) => location.id === id)?.line[0];
        const callee = profile.function.find((one) => one.id === line?.function_id);
        return `${text(callee?.name ?? 0)} ${text(callee?.filename ?? 0)}:${line?.line}`;
      }),
    );
    expect(stacks).toContainEqual(["(top level) node_modules/vec/index.js:88", "step src/particles/integrate.ts:7"]);
    expect(text(profile.default_sample_type)).toBe("alloc_objects");
  });

  test("the same report gives the same bytes", () => {
    expect(renderPprof(mixedRun())).toEqual(renderPprof(mixedRun()));
  });
});

describe("collapsed stacks", () => {
  /** As flamegraph.pl reads a line: the last blank parts the count, semicolons the frames. */
  function stacks(text: string): { frames: string[]; count: number }[] {
    return text
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        const [, frames, count] = /^(.*)\s+?(\d+(?:\.\d*)?)$/.exec(line) ?? [];
        if (frames === undefined) throw new Error(`no stack: ${line}`);
        return { frames: frames.split(";"), count: Number(count) };
      });
  }

  test("every line is a stack of whole places, and they add up", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const text = renderCollapsed(report);
        expect(unseen(text)).toEqual([]);
        const read = stacks(text);
        expect(sum(read.map(({ count }) => count))).toBe(report.totals.allocated);
        // File, function, line; and once more where another place made the arrays.
        expect(read.filter(({ frames }) => frames.length !== 3 && frames.length !== 6)).toEqual([]);
      }),
    );
  });
});

describe("benchstat", () => {
  interface Row {
    name: string;
    iterations: number;
    values: Record<string, number>;
  }

  /** By the rules of golang.org/x/perf/benchfmt: fields end at Unicode white space. */
  function read(text: string): { units: Record<string, string>; rows: Row[] } {
    const units: Record<string, string> = {};
    const rows: Row[] = [];
    for (const line of text.split("\n").slice(0, -1)) {
      const [first = "", ...fields] = line.split(/\p{White_Space}+/u);
      if (first === "Unit") {
        units[fields[0] ?? ""] = fields.slice(1).join(" ");
        continue;
      }
      expect(first).toMatch(/^Benchmark\p{Lu}/u);
      const [iterations, ...pairs] = fields;
      expect(pairs.length % 2).toBe(0);
      const values: Record<string, number> = {};
      for (let at = 0; at < pairs.length; at += 2) values[pairs[at + 1] ?? ""] = Number(pairs[at]);
      rows.push({ name: first, iterations: Number(iterations), values });
    }
    return { units, rows };
  }

  test("each line has a name, one iteration and its figures, under exact units", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const text = renderBenchstat(report);
        expect(unseen(text)).toEqual([]);
        const { units, rows } = read(text);
        expect(new Set(Object.values(units))).toEqual(new Set(["better=lower assume=exact"]));
        const [total, ...sites] = rows;
        expect(total?.values["allocs/op"]).toBe(report.totals.allocated);
        expect(sum(sites.map(({ values }) => values["allocs/op"] ?? Number.NaN))).toBe(report.totals.allocated);
        for (const row of rows) {
          expect(row.iterations).toBe(1);
          expect(Object.keys(row.values)).toEqual(Object.keys(units));
          // One part with a name, and no number of processors.
          expect(row.name.split("/")).toHaveLength(2);
          expect(row.name).not.toMatch(/-\d+$/);
        }
        expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
      }),
    );
  });
});
