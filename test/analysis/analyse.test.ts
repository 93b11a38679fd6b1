import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/index.js";
import type { Report } from "../../src/report/report.js";
import type { ThreadTrace } from "../../src/trace/format.js";
import { numpyLoop } from "../numpy-loop.js";
import { CWD, TraceBuilder } from "../trace-builder.js";

const analysed = (...traces: ThreadTrace[]): Report =>
  analyse(traces, { script: `${CWD}/sim.ts`, cwd: CWD, tool: "1.0.0" });

const lineOf = (report: Report, path: string, line: number) =>
  report.files.find((file) => file.path === path)?.lines.find((entry) => entry.line === line);

describe("the loop it was born from", () => {
  const report = analysed(numpyLoop().build());

  test("totals and the user's line", () => {
    expect(report.totals).toMatchObject({
      allocated: 1_000_002,
      needed: 3,
      reusable: 999_999,
      inPlace: 0,
      bytes: 72_000_144,
      objects: 2_000_004,
    });
    expect(lineOf(report, "sim.ts", 8)).toMatchObject({ allocated: 1_000_000, needed: 1, reusable: 999_999 });
    expect(lineOf(report, "sim.ts", 4)).toBeUndefined();
  });

  test("the site inside the class names the line that is to blame, and leaves the advice to it", () => {
    const site = report.sites.find((entry) => entry.line === 4);
    expect(site).toMatchObject({
      key: "sim.ts::NdArray.mul::new::new NdArray(this.shape)::1",
      allocated: 1_000_000,
      blame: [{ file: "sim.ts", line: 8, column: 12, allocated: 1_000_000 }],
      advice: [],
    });
    const [call] = lineOf(report, "sim.ts", 8)?.expressions ?? [];
    expect(call).toMatchObject({ text: "b.mul(i)", loop: { line: 7, endLine: 9 }, iterations: 1_000_000 });
    expect(call?.sites).toEqual([site?.key]);
    expect(call?.advice[0]?.rule).toBe("hoist");
  });
});

describe("several threads", () => {
  const two = [numpyLoop().build(), numpyLoop().build({ thread: 1 })];

  test("counts, iterations and what each thread needs for itself add up", () => {
    const report = analysed(...two);
    expect(report.threads).toBe(2);
    const line = lineOf(report, "sim.ts", 8);
    expect(line).toMatchObject({ allocated: 2_000_000, needed: 2, reusable: 1_999_998 });
    expect(line?.expressions).toHaveLength(1);
    expect(line?.expressions[0]?.iterations).toBe(2_000_000);
    expect(report.instrumented).toEqual({ files: 1, sites: 4 });
  });

  test("the main thread says how the run ended", () => {
    const worker = numpyLoop().build({ thread: 1, pid: 1, ended: { by: "error", code: 1 } });
    expect(analysed(worker, numpyLoop().build()).ended).toEqual({ by: "exit", code: 0 });
  });

  test("the launching side knows better", () => {
    const ended = { by: "signal", code: null, signal: "SIGKILL" } as const;
    const report = analyse(two, { script: `${CWD}/sim.ts`, cwd: CWD, tool: "1.0.0", ended });
    expect(report.ended).toEqual(ended);
  });
});

describe("a dependency", () => {
  function run(): Report {
    const trace = new TraceBuilder();
    const user = trace.file("sim.ts", {
      sites: [
        { line: 3, text: "add(a, b)" },
        { line: 9, text: "add(c, d)" },
      ],
    });
    const library = trace.file("node_modules/ml/index.js", {
      dependency: "ml",
      sites: [
        { line: 700, text: "new Matrix(r, c)", kind: "new" },
        { line: 5, text: "[]", kind: "literal" },
      ],
    });
    trace.madeFor(library(0), 2, [
      { blame: user(0), figures: { allocated: 10, needed: 1, type: "Matrix", size: "2×2" } },
      { blame: user(1), figures: { allocated: 90, needed: 2, type: "Matrix", size: "2×2" } },
    ]);
    trace.made(library(1), { allocated: 1, needed: 1 }, null);
    return analysed(trace.build());
  }

  test("stands under the user's lines in files, and under its own path in sites", () => {
    const report = run();
    expect(lineOf(report, "sim.ts", 3)).toMatchObject({ allocated: 10, needed: 1 });
    expect(lineOf(report, "sim.ts", 9)).toMatchObject({ allocated: 90, needed: 2 });
    const made = report.sites.find((site) => site.line === 700);
    expect(made).toMatchObject({ file: "node_modules/ml/index.js", dependency: "ml", allocated: 100, needed: 2 });
    expect(made?.blame.map(({ line, allocated }) => [line, allocated])).toEqual([
      [9, 90],
      [3, 10],
    ]);
  });

  test("what no user line led to stands on the dependency's own line", () => {
    const report = run();
    expect(report.files.map((file) => [file.path, file.dependency])).toEqual([
      ["node_modules/ml/index.js", "ml"],
      ["sim.ts", null],
    ]);
    expect(lineOf(report, "node_modules/ml/index.js", 5)).toMatchObject({ allocated: 1, needed: 1 });
  });

  test("needed is counted line by line in totals: lines share no buffer", () => {
    expect(run().totals).toMatchObject({ allocated: 101, needed: 4, reusable: 97 });
  });
});

describe("lifetimes not followed", () => {
  test("all that was made may have been needed, nothing is exact and no advice is given", () => {
    const report = analysed(numpyLoop().build({ mode: "count" }));
    expect(report).toMatchObject({ mode: "count", exact: false });
    expect(report.totals).toMatchObject({ allocated: 1_000_002, needed: 1_000_002, reusable: 0 });
    expect(report.sites.flatMap((site) => site.advice)).toEqual([]);
    expect(report.files.flatMap((file) => file.lines).flatMap((line) => line.expressions[0]?.advice)).toEqual([]);
  });
});

test("a bound anywhere makes the line, the site and the report a bound", () => {
  const trace = new TraceBuilder();
  const site = trace.file("sim.ts", {
    sites: [
      { line: 1, text: "f()" },
      { line: 2, text: "g()" },
    ],
  });
  trace.made(site(0), { allocated: 2 }).made(site(1), { allocated: 2, exact: false });
  const report = analysed(trace.build());
  expect(report.exact).toBe(false);
  expect(report.files[0]?.lines.map((line) => line.exact)).toEqual([true, false]);
  expect(report.sites.map((entry) => entry.exact)).toEqual([true, false]);
});

test("needed never exceeds what was made, even where a closed window's bound does", () => {
  const trace = new TraceBuilder();
  const site = trace.file("sim.ts", { sites: [{ line: 1, text: "f()" }] });
  trace.made(site(0), { allocated: 5, needed: 9, exact: false });
  expect(analysed(trace.build()).totals).toMatchObject({ allocated: 5, needed: 5, reusable: 0 });
});

test("without a trace the report is empty and how it ended is not known", () => {
  const report = analysed();
  expect(report).toMatchObject({
    threads: 0,
    node: "unknown",
    ended: { by: "unknown", code: null },
    files: [],
    sites: [],
  });
});

test("a trace that refers to a site it does not describe is refused", () => {
  const trace = new TraceBuilder();
  const site = trace.file("sim.ts", { sites: [] });
  expect(() => analysed(trace.made(site(3), { allocated: 1 }).build())).toThrow(/refers to site 0:3/);
});

test("what was not seen is told once, relative to the working directory, in order", () => {
  const entries = [
    { path: `${CWD}/lib/b.js`, why: `cannot read ${CWD}/lib/b.js` },
    { path: `${CWD}/lib/a.js`, why: "larger than 10 MB" },
  ];
  const trace = (thread: number): ThreadTrace => {
    const builder = new TraceBuilder();
    for (const entry of entries) builder.leftOut(entry);
    return builder.build({ thread });
  };
  expect(analysed(trace(1), trace(0)).notSeen).toEqual([
    { path: "lib/b.js", why: "cannot read lib/b.js" },
    { path: "lib/a.js", why: "larger than 10 MB" },
  ]);
});

test("equal expressions of a line stand in source order, in whatever order they were written", () => {
  const trace = new TraceBuilder();
  const site = trace.file("sim.ts", {
    sites: [
      { line: 1, column: 20, text: "g()" },
      { line: 1, column: 2, text: "f()" },
    ],
  });
  trace.made(site(0), { allocated: 2 }).made(site(1), { allocated: 2 });
  const [line] = analysed(trace.build()).files[0]?.lines ?? [];
  expect(line?.expressions.map((expression) => expression.text)).toEqual(["f()", "g()"]);
});

test("texts that were evaluated at one place are told apart, in one order", () => {
  const evaluated = (thread: number, text: string): ThreadTrace => {
    const trace = new TraceBuilder();
    const site = trace.file("sim.ts#eval:3:1", { sites: [{ line: 1, endColumn: 4, text }] });
    return trace.made(site(0), { allocated: 1 }).build({ thread });
  };
  for (const report of [
    analysed(evaluated(0, "[1]"), evaluated(1, "[2]")),
    analysed(evaluated(0, "[2]"), evaluated(1, "[1]")),
  ]) {
    expect(report.sites.map((site) => site.text)).toEqual(["[1]", "[2]"]);
  }
});

test("files that only some threads loaded are counted once each", () => {
  const loading = (thread: number, ...paths: string[]): ThreadTrace => {
    const trace = new TraceBuilder();
    for (const path of paths) trace.file(path, { sites: [{ line: 1, text: "f()" }] });
    return trace.build({ thread });
  };
  expect(analysed(loading(0, "a.js", "b.js"), loading(1, "b.js", "c.js")).instrumented).toEqual({ files: 3, sites: 3 });
});

test("a run whose main thread left no trace is described by the first that did", () => {
  const worker = numpyLoop().build({ thread: 2, node: "22.15.0", ended: { by: "error", code: 7 } });
  expect(analysed(worker)).toMatchObject({ node: "22.15.0", ended: { by: "error", code: 7 } });
});
