/** Reports and findings full of text that some format would obey, and the values that every format is tried with. */
import fc from "fast-check";
import { type Finding, type Findings, METRICS, RULES, type RuleId } from "../../../src/report/finding.js";
import { DEFAULTS, type RenderOptions } from "../../../src/report/options.js";
import type { Report } from "../../../src/report/report.js";
import { hostileText, tracesArbitrary } from "../../trace-arbitrary.js";
import { reportOf } from "../sample-runs.js";

const OBEYED = [
  ...["]]>", "<script>alert(1)</script>", "</pre>", "</details>", "<!--", "&lt;", "&#64;", "'\"", '" onload="x'],
  ...["%0A", "%25", "::error::x", "##[error]x", "\n::warning file=a,line=1::b\n", "a=b,c:d"],
  ...[
    "|",
    "```",
    "`",
    "**b**",
    "_i_",
    "[a](javascript:x)",
    "![i](//e/x.png)",
    "@octocat",
    "#1",
    "www.e.org",
    "http://e",
  ],
  ...["- a", "1. a", "# a", "\n\n", "<img src=x>", ":tada:", "$x$", "~~s~~", "\\", "|--|"],
  ...[";", ",", " 12", "-8", "/a=b", "BenchmarkX 1 2 ns/op", "Unit x", "../../etc/passwd", "C:\\x", "file://e", "a:b"],
];

export const nasty = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    hostileText(maxLength),
    fc.array(fc.constantFrom(...OBEYED), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom(...OBEYED), hostileText(maxLength)).map(([a, b]) => a + b),
  );

export const reports: fc.Arbitrary<Report> = fc
  .tuple(tracesArbitrary(nasty(20)), nasty(10), nasty(10))
  .map(([traces, script, tool]) => ({ ...reportOf(...traces), script, tool }));

const finding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.constantFrom(...(Object.keys(RULES) as RuleId[])),
  severity: fc.constantFrom("error", "warning", "note"),
  script: nasty(8),
  scope: fc.constantFrom("site", "line", "file", "run"),
  key: nasty(20),
  file: nasty(20),
  region: fc.option(
    fc.record({
      line: fc.integer({ min: 1, max: 9 }),
      column: fc.integer({ min: 1, max: 99 }),
      endLine: fc.integer({ min: 1, max: 12 }),
      endColumn: fc.integer({ min: 1, max: 99 }),
    }),
  ),
  function: nasty(8),
  text: nasty(30),
  metric: fc.constantFrom(...METRICS),
  before: fc.option(fc.float({ min: 0, noNaN: true, noDefaultInfinity: true })),
  after: fc.option(fc.nat()),
  changes: fc.array(fc.record({ metric: fc.constantFrom(...METRICS), before: fc.nat(), after: fc.nat() }), {
    maxLength: 3,
  }),
  message: nasty(40),
  mend: nasty(20),
});

export const gates: fc.Arbitrary<Findings> = fc.record({
  version: fc.constant(1 as const),
  tool: nasty(8),
  scripts: fc.array(nasty(8), { maxLength: 3 }),
  clean: fc.boolean(),
  findings: fc.array(finding, { maxLength: 15 }),
  unchanged: fc.nat(),
  improved: fc.nat(),
  ended: fc.array(fc.record({ script: nasty(8), by: fc.constant("exit" as const), code: fc.nat({ max: 255 }) }), {
    maxLength: 2,
  }),
  totals: fc.array(
    fc.record({
      script: nasty(8),
      before: fc.constant(null),
      after: fc.record({ allocated: fc.nat(), needed: fc.nat(), reusable: fc.nat(), bytes: fc.nat() }),
    }),
    { maxLength: 2 },
  ),
  growth: fc.array(
    fc.record({
      script: nasty(8),
      name: nasty(3),
      sizes: fc.constant([1, 2, 4]),
      key: nasty(20),
      file: nasty(20),
      region: fc.constant(null),
      text: nasty(20),
      metric: fc.constantFrom(...METRICS),
      kind: fc.constantFrom("linear" as const, "unknown" as const),
      law: nasty(10),
      exact: fc.boolean(),
      values: fc.constant([1, 2, 4]),
    }),
    { maxLength: 2 },
  ),
});

/** A source that is as nasty as the report. */
export const sources: fc.Arbitrary<RenderOptions> = fc.array(nasty(40), { maxLength: 14 }).chain((lines) =>
  fc.record({
    ...Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, fc.constant(value)])),
    all: fc.boolean(),
    readSource: fc.constant(() => lines.join("\n")),
    pathPrefix: fc.constantFrom("", "packages/a b/"),
  }),
) as unknown as fc.Arbitrary<RenderOptions>;

/** What no format may hold outside of its own line ends: a terminal or a log would obey it. */
export const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

export function unseen(text: string): string[] {
  return text.split("\n").filter((line) => UNSEEN.test(line));
}

/** One gate's finding in full, for the tests that look at what is said. */
export const ONE_FINDING: Findings = {
  version: 1,
  tool: "1.0.0",
  scripts: ["bench/step.ts"],
  clean: false,
  unchanged: 41,
  improved: 0,
  ended: [{ script: "bench/step.ts", by: "exit", code: 0 }],
  totals: [],
  growth: [],
  findings: [
    {
      rule: "alloc-rise",
      severity: "error",
      script: "bench/step.ts",
      scope: "site",
      key: "src/world.ts::World.step::call::bodies.map(move)::1",
      file: "src/world.ts",
      region: { line: 12, column: 17, endLine: 12, endColumn: 33 },
      function: "World.step",
      text: "bodies.map(move)",
      metric: "perIteration",
      before: 1,
      after: 2,
      changes: [{ metric: "perIteration", before: 1, after: 2 }],
      message: "made 2 per iteration, 1 in the baseline",
      mend: "accept it with alloc-trace check --update",
    },
  ],
};
