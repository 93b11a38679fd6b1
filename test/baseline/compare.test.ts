/** What counts as a rise: by counts, by rates, with tolerances, across runs. */
import { describe, expect, test } from "vitest";
import { compare } from "../../src/baseline/compare.js";
import type { Site, Snapshot } from "../../src/baseline/site.js";
import { steady } from "../../src/baseline/stability.js";
import { type ToleranceRule, toleranceOf } from "../../src/baseline/tolerance.js";

function site(over: Partial<Site> = {}, name = "x"): Site {
  const key = `src/a.ts::step::literal::[${name}]::1`;
  const region = { line: 3, column: 5, endLine: 3, endColumn: 8 };
  const place = { key, file: "src/a.ts", function: "step", region, text: `[${name}]`, exact: true, unstable: false };
  return { ...place, allocated: 100, needed: 1, bytes: 800, iterations: 100, calls: 10, ...over };
}

function snapshot(...sites: Site[]): Snapshot {
  return { script: "sim.ts", args: [], mode: "full", sites };
}

function said(
  before: Snapshot,
  after: Snapshot,
  options: { by?: "counts" | "rates"; rules?: ToleranceRule[]; improvements?: "count" | "ratchet" } = {},
): string[] {
  const { findings } = compare(before, after, {
    by: options.by ?? "counts",
    tolerance: toleranceOf(options.rules ?? []),
    improvements: options.improvements ?? "count",
    reference: "the baseline",
    notSeen: new Map(),
  });
  return findings.map(({ rule, metric, before, after }) => `${rule} ${metric} ${before} ${after}`);
}

describe("by counts", () => {
  test.each<[string, Partial<Site>, string[]]>([
    ["the same", {}, []],
    ["one more", { allocated: 101 }, ["alloc-rise allocated 100 101"]],
    ["one less", { allocated: 99 }, []],
    ["more needed at once", { needed: 2 }, ["alloc-rise needed 1 2"]],
    ["one byte more", { bytes: 801 }, ["alloc-rise bytes 800 801"]],
    ["more reusable, since less is needed", { needed: 0 }, []],
    ["twice as many in a run twice as long", { allocated: 200, iterations: 200 }, ["alloc-rise allocated 100 200"]],
    ["as many in half the iterations: what is made once looks so", { iterations: 50 }, []],
    ["more each time round, in a shorter run", { allocated: 90, iterations: 50 }, ["alloc-rise perIteration 1 1.8"]],
  ])("%s", (_what, change, rises) => {
    expect(said(snapshot(site()), snapshot(site(change)))).toEqual(rises);
  });
});

describe("by rates", () => {
  test.each<[string, Partial<Site>, Partial<Site>, string[]]>([
    ["a longer run", {}, { allocated: 1000, iterations: 1000 }, []],
    ["a shorter run", {}, { allocated: 10, iterations: 10 }, []],
    ["one more each time round", {}, { allocated: 2000, iterations: 1000 }, ["alloc-rise perIteration 1 2"]],
    ["made once in any run", { allocated: 1 }, { allocated: 1, iterations: 10 }, []],
    ["every third time, rounded", { allocated: 34 }, { allocated: 17, iterations: 50 }, []],
    [
      "per call, outside of loops",
      { iterations: null },
      { iterations: null, allocated: 40, calls: 2 },
      ["alloc-rise perCall 10 20"],
    ],
    ["as many per call", { iterations: null }, { iterations: null, allocated: 200, calls: 20 }, []],
    ["needed grows with the run", { needed: 100 }, { allocated: 200, iterations: 200, needed: 200 }, []],
    [
      "needed grows faster",
      { needed: 10 },
      { allocated: 200, iterations: 200, needed: 200 },
      ["alloc-rise needed 10 200"],
    ],
    [
      "neither loop nor function to go by",
      { iterations: null, calls: null },
      { iterations: null, calls: null, allocated: 101 },
      ["alloc-rise allocated 100 101"],
    ],
  ])("%s", (_what, first, second, rises) => {
    expect(said(snapshot(site(first)), snapshot(site(second)), { by: "rates" })).toEqual(rises);
  });
});

describe("tolerances", () => {
  const all = { absolute: 0, relative: 0.1 };
  test.each<[string, ToleranceRule[], number, boolean]>([
    ["none", [], 101, false],
    ["a share", [{ glob: "**", allowances: { allocated: all, reusable: all } }], 110, true],
    ["more than the share", [{ glob: "**", allowances: { allocated: all, reusable: all } }], 111, false],
    ["of other files", [{ glob: "lib/**", allowances: { allocated: all, reusable: all } }], 101, false],
    [
      "of which the last holds",
      [
        { glob: "**", allowances: { allocated: all, reusable: all } },
        { glob: "src/a.ts", allowances: { allocated: { absolute: 0, relative: 0 } } },
      ],
      101,
      false,
    ],
  ])("%s", (_what, rules, allocated, passes) => {
    expect(said(snapshot(site()), snapshot(site({ allocated })), { rules }).length === 0).toBe(passes);
  });

  test("a new expression may make as many as are tolerated", () => {
    const rules = [{ glob: "**", allowances: { allocated: { absolute: 5, relative: 0 } } }];
    const fresh = (allocated: number) => snapshot(site(), site({ allocated, needed: allocated }, "other + 1"));
    expect(said(snapshot(site()), fresh(5), { rules })).toEqual([]);
    expect(said(snapshot(site()), fresh(6), { rules })).toEqual(["alloc-new allocated null 6"]);
  });
});

describe("a ratchet", () => {
  test("asks for an improvement to be written down", () => {
    const better = said(snapshot(site()), snapshot(site({ allocated: 90 })), { improvements: "ratchet" });
    expect(better).toEqual(["alloc-ratchet allocated 100 90"]);
    expect(said(snapshot(site()), snapshot(), { improvements: "ratchet" })).toEqual([
      "alloc-ratchet allocated 100 null",
    ]);
  });
});

describe("several runs", () => {
  const runs = [snapshot(site(), site({ allocated: 7 }, "random")), snapshot(site(), site({ allocated: 9 }, "random"))];

  test("what differs is marked, with the most that was made", () => {
    expect(steady(runs).sites.map(({ text, allocated, unstable }) => [text, allocated, unstable])).toEqual([
      ["[random]", 9, true],
      ["[x]", 100, false],
    ]);
  });

  test("what only one of them made is marked too", () => {
    const once = steady([runs[0] as Snapshot, snapshot(site())]);
    expect(once.sites.filter(({ unstable }) => unstable).map(({ text }) => text)).toEqual(["[random]"]);
  });

  test("it is named and kept out, whether the run or the baseline knows of it", () => {
    const before = snapshot(site(), site({ allocated: 1 }, "random"));
    expect(said(before, steady(runs))).toEqual(["alloc-unstable allocated null 9"]);
    expect(said(steady(runs), runs[0] as Snapshot)).toEqual(["alloc-unstable allocated null 7"]);
  });

  test("a tolerance takes it in again", () => {
    const rules = [
      { glob: "**", allowances: { allocated: { absolute: 8, relative: 0 }, reusable: { absolute: 8, relative: 0 } } },
    ];
    expect(said(snapshot(site(), site({ allocated: 1 }, "random")), steady(runs), { rules })).toEqual([]);
    expect(said(snapshot(site(), site({ allocated: 0, needed: 0 }, "random")), steady(runs), { rules })).toEqual([
      "alloc-rise allocated 0 9",
    ]);
  });
});

test("lifetimes that one side does not have are said, and not compared", () => {
  const counted: Snapshot = { ...snapshot(site({ needed: 100 })), mode: "count" };
  expect(said(snapshot(site()), counted)).toEqual(["alloc-unseen allocated null null"]);
  expect(said(counted, snapshot(site({ allocated: 101 })))).toEqual([
    "alloc-unseen allocated null null",
    "alloc-rise allocated 100 101",
  ]);
});

test("a file that was left plain is not called better", () => {
  const { findings } = compare(snapshot(site()), snapshot(), {
    by: "counts",
    tolerance: toleranceOf([]),
    improvements: "count",
    reference: "the baseline",
    notSeen: new Map([["src/a.ts", "left out by --exclude"]]),
  });
  expect(findings).toMatchObject([{ rule: "alloc-unseen", severity: "error", file: "src/a.ts" }]);
});

test("two hundred thousand sites are matched in good time", { timeout: 120_000 }, () => {
  const sites = Array.from({ length: 200_000 }, (_, i) => ({ ...site(), key: `src/a.ts::f${i}::literal::[x]::1` }));
  const after = sites.slice(0, 199_999);
  expect(said(snapshot(...sites.slice(0, 3)), snapshot(...after.slice(0, 3)))).toEqual([]);
  const { unchanged, improved } = compare(
    { ...snapshot(), sites },
    { ...snapshot(), sites: after },
    {
      by: "counts",
      tolerance: toleranceOf([]),
      improvements: "count",
      reference: "the baseline",
      notSeen: new Map(),
    },
  );
  expect([unchanged, improved]).toEqual([199_999, 1]);
});
