/** What the text report lists, and what it says. */
import { Chalk } from "chalk";
import { describe, expect, test } from "vitest";
import { codeFrame } from "../../src/report/code-frame.js";
import { wrap } from "../../src/report/fit.js";
import { type RenderOptions, render } from "../../src/report/index.js";
import { renderJson } from "../../src/report/json.js";
import type { Report } from "../../src/report/report.js";
import { renderText } from "../../src/report/text.js";
import { numpyLoop } from "../numpy-loop.js";
import { TraceBuilder } from "../trace-builder.js";
import { mixedRun, reportOf } from "./sample-runs.js";

const plain = new Chalk({ level: 0 });

/** Four lines, each first by one figure. */
function fourLines(): Report {
  const trace = new TraceBuilder();
  const site = trace.file("sim.ts", {
    sites: [
      { line: 1, text: "most()" },
      { line: 2, text: "kept()" },
      { line: 3, text: "big()" },
      { line: 4, text: "reused()" },
    ],
  });
  trace
    .made(site(0), { allocated: 500, needed: 400, bytes: 1 })
    .made(site(1), { allocated: 450, needed: 450, bytes: 2 })
    .made(site(2), { allocated: 10, needed: 5, bytes: 9000 })
    .made(site(3), { allocated: 300, needed: 1, bytes: 3 });
  return reportOf(trace.build());
}

function listed(report: Report, options: Partial<RenderOptions>): number[] {
  const rows = renderText(report, { frames: false, ...options }).matchAll(/^sim\.ts:(\d+) /gm);
  return [...rows].map((row) => Number(row[1]));
}

describe("lines listed", () => {
  test.each<[string, Partial<RenderOptions>, number[]]>([
    ["most reusable first, and only what can be reused", {}, [4, 1, 3]],
    ["most made first", { sort: "allocated" }, [1, 2, 4, 3]],
    ["most needed first", { sort: "needed" }, [2, 1, 3, 4]],
    ["most bytes first", { sort: "bytes" }, [3, 4, 2, 1]],
    ["in source order", { sort: "line" }, [1, 3, 4]],
    ["no more than top", { top: 2 }, [4, 1]],
    ["at least min reusable", { min: 6 }, [4, 1]],
    ["at least min made, where the order is another", { sort: "bytes", min: 11 }, [4, 2, 1]],
    ["all, whatever top and min say", { all: true, top: 1, min: 400 }, [4, 1, 3, 2]],
    ["none", { top: 0 }, []],
  ])("%s", (_name, options, lines) => {
    expect(listed(fourLines(), options)).toEqual(lines);
  });

  test("without lifetimes, most made first", () => {
    const trace = numpyLoop().build({ mode: "count" });
    expect(listed(reportOf(trace), {})).toEqual([8, 6]);
  });

  test.each<[Partial<RenderOptions>, string]>([
    [{ top: 1 }, "3 other lines not listed, with 105 reusable; --all lists them"],
    [{}, "1 other line not listed, with nothing reusable; --all lists them"],
    [{ min: 1000 }, "no line reaches --min 1,000; 4 lines not listed, with 404 reusable; --all lists them"],
  ])("what is left out is counted: %j", (options, sentence) => {
    expect(renderText(fourLines(), { columns: 120, frames: false, ...options })).toContain(`\n${sentence}\n`);
  });
});

describe("headline", () => {
  const said = (over: Partial<Report>): string =>
    renderText({ ...fourLines(), ...over }, { columns: 200, frames: false });

  test.each<[Report["ended"], string]>([
    [{ by: "exit", code: 3 }, "ended with exit code 3"],
    [{ by: "error", code: 1 }, "ended by an error that nothing caught, exit code 1: the figures stop there"],
    [{ by: "signal", code: null, signal: "SIGTERM" }, "ended by SIGTERM: the figures stop there"],
    [{ by: "signal", code: 137, signal: "SIGKILL" }, "ended by SIGKILL, exit code 137: the figures stop there"],
    [{ by: "unknown", code: null }, "how the run ended is not known: the figures may stop short of its end"],
  ])("%j", (ended, sentence) => {
    expect(said({ ended })).toContain(`\n  ${sentence}\n`);
  });

  test("a run that ended well is not remarked upon", () => {
    expect(said({})).not.toMatch(/ended|end\b/);
  });

  test("no trace is not the same as no arrays", () => {
    expect(renderText(reportOf())).toContain("sim.ts: no trace was written, so what it made is not known");
    expect(renderText(reportOf(new TraceBuilder().build()))).toMatch(/^sim\.ts: no arrays were made\n/);
  });

  test("reasons with many names are folded, many reasons counted", () => {
    const notSeen = ["a", "b", "c", "d", "e"].map((path) => ({ path: `${path}.js`, why: "left out by --deps" }));
    const others = [1, 2, 3, 4, 5].map((n) => ({ what: `eval ${n}`, why: `reason ${n}` }));
    const text = said({ notSeen: [...others, ...notSeen] });
    expect(text).toContain("not seen: a.js, b.js, c.js and 2 more: left out by --deps\n");
    expect(text).toContain("not seen: eval 3: reason 3\n");
    expect(text).toContain("not seen, for 2 other reasons: the JSON report lists them\n");
    expect(text).not.toContain("reason 4");
  });

  test("a single array that was needed", () => {
    const trace = new TraceBuilder();
    const site = trace.file("sim.ts", { sites: [{ line: 1, text: "[]", kind: "literal" }] });
    const text = renderText(reportOf(trace.made(site(0), { allocated: 1 }).build()));
    expect(text).toContain("nothing to reuse: the one array was needed");
  });

  test("several threads are mentioned", () => {
    const report = reportOf(numpyLoop().build(), numpyLoop().build({ thread: 1 }));
    expect(renderText(report)).toContain("1 file and 4 sites instrumented on 2 threads");
  });
});

describe("code frames", () => {
  const span = { line: 2, column: 5, endLine: 2, endColumn: 12, text: "b.mul(i)" };

  test("the text of a site tells where the expression begins", () => {
    expect(codeFrame("1\n  b.mul(i);\n3\n4\n5", { ...span, endColumn: 11 }, 80, plain)).toEqual([
      "  1 | 1",
      "> 2 |   b.mul(i);",
      "    |   ^^^^^^^^",
      "  3 | 3",
      "  4 | 4",
    ]);
  });

  test("so does a text that was cut", () => {
    const frame = codeFrame("1\n  b.mul(iiii);", { ...span, endColumn: 14, text: "b.mul(i…" }, 80, plain);
    expect(frame?.[2]).toBe("    |   ^^^^^^^^^^^");
  });

  test("a text that is not on the line leaves the position as it is", () => {
    const frame = codeFrame("1\n  b.mul(i);", { ...span, text: "elsewhere()", endColumn: 11 }, 80, plain);
    expect(frame?.[2]).toBe("    |     ^^^^^^");
  });

  test("wide characters and tabs before the expression move the marks with it", () => {
    const frame = codeFrame(
      '\tf("速度"); g()',
      { line: 1, column: 11, endLine: 1, endColumn: 14, text: "g()" },
      80,
      plain,
    );
    expect(frame).toEqual(['> 1 |   f("速度"); g()', "    |              ^^^"]);
  });

  test("a long expression is shown by its first lines and its last", () => {
    const source = Array.from({ length: 20 }, (_, n) => `  line${n + 1},`).join("\n");
    const frame = codeFrame(source, { line: 3, column: 3, endLine: 18, endColumn: 9, text: "x" }, 80, plain);
    const numbered = frame?.filter((line) => /\d \|/.test(line)).map((line) => Number(/\d+/.exec(line)?.[0]));
    expect(numbered).toEqual([1, 2, 3, 4, 5, 6, 18, 19, 20]);
    expect(frame).toContain("  ·· |");
  });

  test("marks end where the cut line does", () => {
    const source = `  ${"x".repeat(40)}(${"y".repeat(200)})`;
    const frame = codeFrame(source, { line: 1, column: 43, endLine: 1, endColumn: 245, text: "" }, 60, plain);
    expect(frame?.map((line) => line.length)).toEqual([60, 60]);
    expect(frame?.[1]).toMatch(/^ {4}\| +\^+$/);
  });

  test("the neighbours of a line that reaches far to the right begin where they begin", () => {
    const source = `if (x) {\n${" ".repeat(4)}${"y".repeat(90)}, f(z));\n} // done\nmore`;
    const frame = codeFrame(source, { line: 2, column: 97, endLine: 2, endColumn: 101, text: "f(z)" }, 60, plain);
    expect(frame).toEqual([
      "  1 | if (x) {",
      `> 2 | …${"y".repeat(11)}, f(z));`,
      "    |               ^^^^",
      "  3 | } // done",
      "  4 | more",
    ]);
  });

  test("a source that has no such line has no frame", () => {
    expect(codeFrame("one line", span, 80, plain)).toBeNull();
  });

  test("without the source, the figures are still put in words", () => {
    const text = renderText(mixedRun(), { readSource: () => null });
    expect(text).toContain("  line 7: 80,000 arrays made, 3 needed at once, 79,997 could have reused an\n");
  });

  test("the source is asked for by the report's own path", () => {
    const asked: string[] = [];
    const readSource = (path: string): null => {
      asked.push(path);
      return null;
    };
    renderText(mixedRun(), { readSource });
    expect(asked).toEqual(["vendor/all.min.js", "src/particles/integrate.ts", "src/particles/integrate.ts"]);
    renderText(mixedRun(), { readSource, frames: false });
    expect(asked).toHaveLength(3);
  });
});

test("advice on one of several expressions names it, cut to a few words", () => {
  const trace = new TraceBuilder();
  const loops = [{ line: 1, endLine: 3, iterations: 500 }];
  const text = "world.bodies.map((body) => body.position).slice(from, to)";
  const site = trace.file("sim.ts", {
    loops,
    sites: [
      { line: 2, text, loop: 0 },
      { line: 2, column: 70, text: "[]", kind: "literal", loop: 0 },
    ],
  });
  trace.made(site(0), { allocated: 500, needed: 1 }).made(site(1), { allocated: 50, needed: 50 });
  expect(renderText(reportOf(trace.build()), { columns: 200 })).toContain(
    "\n  world.bodies.map((body) => body.positio…: make one Array above the loop at line 1 and write the result of " +
      "the call into it: 1 serves for 500 (hoist)\n",
  );
});

test("a long run of wide blanks wraps like any other word", () => {
  expect(wrap(`a ${"\u3000".repeat(40)}b`, 60, 0, 2)).toEqual([
    "a",
    `  ${"\u3000".repeat(29)}`,
    `  ${"\u3000".repeat(11)}b`,
  ]);
});

describe("formats", () => {
  test("are found by name", async () => {
    const report = fourLines();
    expect(await render("json", report)).toBe(renderJson(report));
    expect(await render("text", report, { top: 1 })).toBe(renderText(report, { top: 1 }));
  });

  test.each([0, Number.NaN, -1])("a terminal that does not know its width (%d) is taken for 80 columns", (columns) => {
    expect(renderText(mixedRun(), { columns })).toBe(renderText(mixedRun(), { columns: 80 }));
  });
});

test("a number and its percent sign stay on one line", () => {
  expect(wrap("could have saved (99.9 %) of it", 23)).toEqual(["could have saved", "(99.9 %) of it"]);
});
