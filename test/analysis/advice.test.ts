/** Each rule has figures on which it must speak, and figures on which it must be silent. */
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/index.js";
import type { Advice } from "../../src/report/report.js";
import type { GroupFigures, SiteKind, ThreadTrace } from "../../src/trace/format.js";
import { CWD, TraceBuilder } from "../trace-builder.js";

interface Case {
  text?: string;
  kind?: SiteKind;
  fn?: string;
  /** Iterations of a loop at line 4 around the expression; null without a loop. */
  iterations?: number | null;
  /** Made by a dependency that the expression calls. */
  called?: boolean;
  groups: (Partial<GroupFigures> & { allocated: number })[];
}

function trace(given: Case, thread = 0): ThreadTrace {
  const { text = "b.mul(i)", kind = "call", fn = "", iterations = 1000 } = given;
  const builder = new TraceBuilder();
  const loops = iterations === null ? [] : [{ line: 4, endLine: 8, iterations }];
  const own = builder.file("sim.ts", {
    loops,
    sites: [{ line: 5, text, kind, fn, loop: iterations === null ? -1 : 0 }],
  });
  const library = builder.file("node_modules/m/index.js", { dependency: "m", sites: [{ line: 70, text: "new M(n)" }] });
  for (const group of given.groups) builder.made(given.called ? library(0) : own(0), group, own(0));
  return builder.build({ thread });
}

function advice(...traces: ThreadTrace[]): Advice[] {
  const report = analyse(traces, { script: `${CWD}/sim.ts`, cwd: CWD, tool: "1.0.0" });
  return report.files[0]?.lines[0]?.expressions[0]?.advice ?? [];
}

const rules = (given: Case): string[] => advice(trace(given)).map(({ rule }) => rule);
const matrix = { type: "Matrix", size: "3×3" };

describe("hoist", () => {
  test.each<[string, Case, string]>([
    [
      "a call in a loop",
      { called: true, groups: [{ ...matrix, allocated: 1000, needed: 1 }] },
      "make one Matrix 3×3 above the loop at line 4 and write the result of `b.mul(i)` into it: 1 serves for 1,000",
    ],
    [
      "a literal in a loop",
      { text: "[x, y]", kind: "literal", groups: [{ allocated: 1000, needed: 1 }] },
      "make one Array above the loop at line 4 and reuse it: 1 serves for 1,000",
    ],
    [
      "three at once in each of 1,000 iterations",
      {
        text: "new Float64Array(9)",
        kind: "new",
        groups: [{ type: "Float64Array", size: "9", allocated: 3000, needed: 3 }],
      },
      "make 3 Float64Array(9)s above the loop at line 4 and reuse them: 3 serve for 3,000",
    ],
    [
      "two size classes in turn",
      {
        text: "new Float64Array(n)",
        kind: "new",
        groups: [
          { type: "Float64Array", size: "9", allocated: 500, needed: 1 },
          { type: "Float64Array", size: "4", allocated: 500, needed: 1 },
        ],
      },
      "make one array for each of the 2 size classes above the loop at line 4 and reuse them: 2 serve for 1,000",
    ],
    [
      "a function without a loop, called again and again",
      { called: true, fn: "World.step", iterations: null, groups: [{ ...matrix, allocated: 1000, needed: 1 }] },
      "make one Matrix 3×3 outside `step` and write the result of `b.mul(i)` into it: 1 serves for 1,000",
    ],
  ])("%s", (_name, given, text) => {
    expect(advice(trace(given))).toMatchObject([{ rule: "hoist", text, figures: { allocated: expect.any(Number) } }]);
  });

  test("every thread needs its own", () => {
    const given: Case = { called: true, groups: [{ ...matrix, allocated: 1000, needed: 1 }] };
    expect(advice(trace(given), trace(given, 1))[0]).toMatchObject({
      rule: "hoist",
      text: "make one Matrix 3×3 above the loop at line 4 on each thread and write the result of `b.mul(i)` into them: 2 serve for 2,000",
    });
  });

  test.each<[string, Case]>([
    ["half of them are alive at once", { groups: [{ allocated: 1000, needed: 501 }] }],
    ["one stays alive past its iteration", { groups: [{ allocated: 1000, needed: 5 }] }],
    ["too few to be worth a rewrite", { iterations: 5, groups: [{ allocated: 5, needed: 1 }] }],
    ["a rest parameter has no place to be reused in", { kind: "rest", groups: [{ allocated: 1000, needed: 1 }] }],
    ["an iterator's pair has none either", { kind: "iteration", groups: [{ allocated: 1000, needed: 1 }] }],
    [
      "a call that makes many makes them in loops of its own",
      { called: true, groups: [{ ...matrix, allocated: 50_000, needed: 1 }] },
    ],
    [
      "every one has a size of its own",
      {
        kind: "new",
        groups: Array.from({ length: 9 }, (_, n) => ({ type: "Uint8Array", size: `${n}`, allocated: 100, needed: 1 })),
      },
    ],
  ])("silent: %s", (_name, given) => {
    expect(rules(given)).not.toContain("hoist");
  });
});

describe("swap", () => {
  test("two at once, one made in each iteration", () => {
    expect(advice(trace({ text: "step(state)", groups: [{ ...matrix, allocated: 1000, needed: 2 }] }))).toMatchObject([
      {
        rule: "swap",
        text:
          "make two Matrix 3×3s above the loop at line 4 and use them in turn, " +
          "one to read and one to write: 2 serve for 1,000",
        figures: { allocated: 1000, needed: 2, reusable: 998 },
      },
    ]);
  });

  test.each<[string, Case]>([
    ["three at once", { groups: [{ allocated: 1000, needed: 3 }] }],
    ["two made in each iteration", { groups: [{ allocated: 2000, needed: 2 }] }],
    ["no loop to take turns in", { iterations: null, groups: [{ allocated: 1000, needed: 2 }] }],
    [
      "two that differ in size",
      {
        groups: [
          { allocated: 500, needed: 1, type: "A", size: "1" },
          { allocated: 500, needed: 1, type: "A", size: "2" },
        ],
      },
    ],
  ])("silent: %s", (_name, given) => {
    expect(rules(given)).not.toContain("swap");
  });
});

describe("in-place", () => {
  test("nearly every operand dies in the operation", () => {
    expect(advice(trace({ text: "v.scale(k)", groups: [{ allocated: 1000, needed: 1, inPlace: 999 }] }))[0]).toEqual({
      rule: "in-place",
      text: "write the result of `v.scale(k)` over its operand: 999 of 1,000 times, that was the operand's last use",
      figures: { allocated: 1000, inPlace: 999, reusable: 999 },
    });
  });

  test("all of them", () => {
    const [first] = advice(trace({ groups: [{ allocated: 1000, needed: 1, inPlace: 1000 }] }));
    expect(first?.text).toContain("all 1,000 times, that was");
  });

  test.each<[string, Case]>([
    ["one in nine operands lives on", { groups: [{ allocated: 900, needed: 1, inPlace: 800 }] }],
    ["too few", { iterations: 4, groups: [{ allocated: 4, needed: 1, inPlace: 4 }] }],
  ])("silent: %s", (_name, given) => {
    expect(rules(given)).not.toContain("in-place");
  });
});

describe("unused", () => {
  test.each([
    [1, 1, "the array made here is never used: do without it"],
    [1000, 1000, "none of the 1,000 arrays made here is ever used: do without them"],
    [1000, 900, "900 of the 1,000 arrays made here are never used: make them only where they are"],
  ])("of %i, %i", (allocated, unused, text) => {
    expect(advice(trace({ groups: [{ allocated, needed: 1, unused }] }))[0]).toEqual({
      rule: "unused",
      text,
      figures: { allocated, unused },
    });
  });

  test.each([0, 499])("silent: %i of 1,000", (unused) => {
    expect(rules({ groups: [{ allocated: 1000, needed: 1, unused }] })).not.toContain("unused");
  });
});

describe("keep", () => {
  test.each<[string, Case, string]>([
    ["one", { groups: [{ allocated: 1 }] }, "nothing to do: the one array made here is needed"],
    ["many", { groups: [{ allocated: 1000 }] }, "nothing to do: all 1,000 are needed at once"],
    [
      "of several sizes",
      { groups: [{ ...matrix, allocated: 2 }, { allocated: 1 }] },
      "nothing to do: no two of one size are apart in time, so all 3 are needed",
    ],
    [
      "a bound",
      { groups: [{ allocated: 9, exact: false }] },
      "nothing is known to be reusable: this figure is a bound",
    ],
  ])("%s", (_name, given, text) => {
    expect(advice(trace(given))).toMatchObject([{ rule: "keep", text }]);
  });

  test("silent: one could be reused", () => {
    expect(rules({ groups: [{ allocated: 1000, needed: 999 }] })).toEqual([]);
  });

  test("silent: none is used", () => {
    expect(rules({ groups: [{ allocated: 3, unused: 3 }] })).toEqual(["unused"]);
  });
});

test("what helps most comes first", () => {
  expect(rules({ groups: [{ allocated: 1000, needed: 1, inPlace: 1000, unused: 600 }] })).toEqual([
    "unused",
    "in-place",
    "hoist",
  ]);
});

describe("pool", () => {
  test.each<[string, Case, string]>([
    [
      "a call that makes many in loops of its own",
      {
        called: true,
        groups: [
          { allocated: 9000, needed: 1 },
          { ...matrix, allocated: 1000, needed: 1 },
        ],
      },
      "made inside `b.mul(i)`; look for a form of it that writes into arrays it is given: 2 serve for 10,000",
    ],
    [
      "a rest parameter",
      { kind: "rest", text: "...args", groups: [{ allocated: 1000, needed: 1 }] },
      "a fresh array for every call; name the parameters, or hand one array over: 1 serves for 1,000",
    ],
    [
      "a few at once in a function without a loop",
      { kind: "literal", fn: "zip", iterations: null, groups: [{ allocated: 1000, needed: 5 }] },
      "keep a few outside `zip` and use them in turn: 5 serve for 1,000",
    ],
  ])("speaks for %s", (_, given, text) => {
    const found = advice(trace(given));
    expect(found.map((each) => each.rule)).toEqual(["pool"]);
    expect(found[0]?.text).toBe(text);
  });

  test("is silent where another rule speaks, and where most are needed", () => {
    expect(rules({ kind: "literal", groups: [{ allocated: 1000, needed: 1 }] })).toEqual(["hoist"]);
    expect(rules({ kind: "rest", groups: [{ allocated: 1000, needed: 800 }] })).toEqual([]);
  });
});
