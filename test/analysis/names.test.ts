/** The names a report goes by: paths and site keys. */
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/index.js";
import { reportPath } from "../../src/analysis/paths.js";
import { CWD, TraceBuilder } from "../trace-builder.js";

test.each([
  ["/home/ada/project/src/sim.ts", "/home/ada/project", "src/sim.ts"],
  ["/home/ada/project/src/sim.ts", "/home/ada/project/", "src/sim.ts"],
  ["/home/ada/project/sim.ts#eval:12:3", "/home/ada/project", "sim.ts#eval:12:3"],
  ["/home/ada/other/sim.ts", "/home/ada/project", "../other/sim.ts"],
  ["/home/ada/projects/sim.ts", "/home/ada/project", "../projects/sim.ts"],
  ["/sim.ts", "/", "sim.ts"],
  ["/opt/sim.ts", "/home/ada", "../../opt/sim.ts"],
  ["C:\\work\\project\\src\\sim.ts", "C:\\work\\project", "src/sim.ts"],
  ["C:\\work\\sim.ts", "C:\\work\\project", "../sim.ts"],
  ["D:\\sim.ts", "C:\\work", "D:/sim.ts"],
  ["-e", "/home/ada", "-e"],
])("%s seen from %s is %s", (path, cwd, expected) => {
  expect(reportPath(path, cwd)).toBe(expected);
});

describe("site keys", () => {
  function keys(sites: Parameters<TraceBuilder["file"]>[1]["sites"]): string[] {
    const trace = new TraceBuilder();
    const site = trace.file("sim.ts", { sites });
    sites.forEach((_, index) => {
      trace.made(site(index), { allocated: 1 });
    });
    const report = analyse([trace.build()], { script: "sim.ts", cwd: CWD, tool: "1.0.0" });
    return report.sites.map((entry) => entry.key);
  }

  test("lines above and layout within make no difference", () => {
    const before = keys([{ line: 3, text: "f(a, [b, c])", fn: "step" }]);
    expect(keys([{ line: 90, text: "f( a, [ b, c, ], )", fn: "step" }])).toEqual(before);
    expect(before).toEqual(["sim.ts::step::call::f(a,[b,c])::1"]);
  });

  test("a long expression that was cut after its white space was folded keeps its key", () => {
    const item = "item, ".repeat(20);
    const dense = `f(${item})`.slice(0, 80);
    const airy = `f( ${item.replaceAll(",", " ,")} )`.slice(0, 80);
    expect(keys([{ line: 1, text: dense }])).toEqual(keys([{ line: 1, text: airy }]));
  });

  test("function, kind and text tell sites apart; equals are counted in source order", () => {
    expect(
      keys([
        { line: 9, text: "[]", kind: "literal" },
        { line: 2, text: "[]", kind: "literal" },
        { line: 2, text: "[]", kind: "literal", fn: "step" },
        { line: 2, column: 9, text: "f()" },
      ]),
    ).toEqual([
      "sim.ts::::literal::[]::1",
      "sim.ts::step::literal::[]::1",
      "sim.ts::::call::f()::1",
      "sim.ts::::literal::[]::2",
    ]);
  });

  test("words do not run together", () => {
    const [apart] = keys([{ line: 1, text: "new Matrix( 2 )", kind: "new" }]);
    expect(apart).toBe("sim.ts::::new::new Matrix(2)::1");
  });

  test("an equal that made nothing keeps its ordinal", () => {
    const trace = new TraceBuilder();
    const site = trace.file("sim.ts", {
      sites: [
        { line: 1, text: "f()" },
        { line: 2, text: "f()" },
      ],
    });
    trace.made(site(1), { allocated: 1 });
    const report = analyse([trace.build()], { script: "sim.ts", cwd: CWD, tool: "1.0.0" });
    expect(report.sites.map((entry) => entry.key)).toEqual(["sim.ts::::call::f()::2"]);
  });
});
