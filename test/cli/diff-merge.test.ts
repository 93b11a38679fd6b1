/** `diff` of two saved reports, and `merge` of several. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.js";
import { Project } from "../baseline/project.js";
import { SAMPLE } from "../baseline/sample.js";
import { schemaErrors, strictSchema } from "../strict-schema.js";

function saved(project: Project, name: string, ...words: string[]): Report {
  const { code, stderr } = project.run(["--quiet", `--json=${name}`, ...words]);
  expect(code, stderr).toBe(0);
  return JSON.parse(readFileSync(join(project.folder, name), "utf8")) as Report;
}

describe("diff", () => {
  test("tells what rose and what fell, with the totals", () => {
    const project = new Project(SAMPLE);
    saved(project, "a.json", "main.js");
    project.write({
      "src/world.js": (SAMPLE["src/world.js"] ?? "")
        .replace("sum += norm(moved);", "sum += norm([...moved]);")
        .replace("const part = [point[0], point[1]];", "const part = point;"),
    });
    saved(project, "b.json", "main.js");
    const same = project.run(["diff", "a.json", "a.json"]);
    expect([same.code, same.stdout]).toEqual([
      0,
      expect.stringContaining("nothing allocates more (6 sites as they were)"),
    ]);
    const more = project.run(["diff", "a.json", "b.json", "--json"]);
    expect(more.code).toBe(1);
    const found = JSON.parse(more.stdout);
    expect(schemaErrors(strictSchema("findings"), found)).toBe("");
    expect(found.findings.map(({ rule, text }: { rule: string; text: string }) => [rule, text])).toEqual([
      ["alloc-new", "[...moved]"],
      ["alloc-fall", "[point[0], point[1]]"],
    ]);
    expect(found.totals).toMatchObject([{ before: { allocated: 242 }, after: { allocated: 322 } }]);
    expect(project.run(["diff", "b.json", "a.json"]).stdout).toContain("[point[0], point[1]]");
  });

  test.each([
    [["a.json"], "diff takes two reports, and 1 were given"],
    [["a.json", "nowhere.json"], 'the report "nowhere.json" does not exist'],
    [["a.json", "package.json"], "no report of alloc-trace"],
  ])("2 for %j", (names, sentence) => {
    const project = new Project(SAMPLE);
    saved(project, "a.json", "main.js");
    const { code, stderr } = project.run(["diff", ...names]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe("merge", () => {
  test("figures add up, and the sum is a report that can be read again", () => {
    const project = new Project(SAMPLE);
    const one = saved(project, "a.json", "main.js");
    saved(project, "b.json", "main.js");
    project.write({ "other.js": 'import { norm } from "./src/math.js";\nnorm([1, 2, 3]);\n' });
    const other = saved(project, "c.json", "other.js");
    const { code, stderr } = project.run(["merge", "a.json", "b.json", "c.json", "-o", "all.json"]);
    expect(code, stderr).toBe(0);
    const all = JSON.parse(readFileSync(join(project.folder, "all.json"), "utf8")) as Report;
    expect(schemaErrors(strictSchema("report"), all)).toBe("");
    expect(all).toMatchObject({ script: "main.js, other.js", threads: 3, exact: true });
    for (const name of ["allocated", "needed", "reusable", "bytes"] as const) {
      expect(all.totals[name]).toBe(2 * one.totals[name] + other.totals[name]);
    }
    const calls = (report: Report): number =>
      report.files.find(({ path }) => path === "src/math.js")?.functions[0]?.calls ?? 0;
    expect([calls(one), calls(other), calls(all)]).toEqual([100, 1, 201]);
    const squares = all.sites.find(({ key }) => key.startsWith("src/math.js"));
    expect(squares).toMatchObject({ allocated: 201, calls: 201 });
    const again = project.run(["report", "all.json"]);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("486 arrays made")]);
  });

  test("merged with itself alone it is the same; the order makes no difference", () => {
    const project = new Project(SAMPLE);
    const one = saved(project, "a.json", "main.js");
    expect(JSON.parse(project.run(["merge", "a.json"]).stdout)).toEqual(one);
    project.write({ "other.js": "const a = [[1], [2]];\n" });
    saved(project, "b.json", "other.js");
    expect(JSON.parse(project.run(["merge", "a.json", "b.json"]).stdout).files).toEqual(
      JSON.parse(project.run(["merge", "b.json", "a.json"]).stdout).files,
    );
  });

  test("what does not add up is refused", () => {
    const project = new Project(SAMPLE);
    saved(project, "a.json", "main.js");
    saved(project, "b.json", "--count-only", "main.js");
    expect(project.run(["merge", "a.json", "b.json"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("some only counted"),
    });
    const before = readFileSync(join(project.folder, "b.json"), "utf8");
    expect(project.run(["merge", "a.json", "b.json", "-o", "b.json"]).code).toBe(2);
    expect(readFileSync(join(project.folder, "b.json"), "utf8")).toBe(before);
  });
});
