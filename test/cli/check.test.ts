/** `check` as a user runs it: exit codes, what it writes, what it refuses. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Project, places } from "../baseline/project.js";
import { SAMPLE } from "../baseline/sample.js";

const BASELINE = "alloc-trace.baseline.json";
const WORLD = SAMPLE["src/world.js"] ?? "";
const WORSE = WORLD.replace("sum += norm(moved);", "sum += norm([...moved]);");

function read(project: Project, name = BASELINE): string {
  return readFileSync(join(project.folder, name), "utf8");
}

/** With its baseline. */
function gated(files = SAMPLE): Project {
  const project = new Project(files);
  const { code, stderr } = project.run(["check", "--update", "main.js"]);
  expect(code, stderr).toBe(0);
  return project;
}

describe("exit codes", () => {
  test("0 as it was, 1 with a regression, 0 again when it is accepted", () => {
    const project = gated();
    const clean = project.run(["check", "main.js"]);
    expect([clean.code, clean.stdout]).toEqual([
      0,
      expect.stringContaining("nothing allocates more (6 sites as they were)"),
    ]);
    project.write({ "src/world.js": WORSE });
    const worse = project.run(["check", "main.js"]);
    expect(worse.code).toBe(1);
    expect(worse.stdout).toMatch(/^✖ src\/world\.js:15 .*\(alloc-new\)$/m);
    expect(worse.stdout).toContain("> 15 |       sum += norm([...moved]);");
    expect(worse.stdout).toMatch(/accept it: alloc-trace check --update main\.js$/m);
    expect(worse.stdout).toContain("// alloc-trace: max");
    expect(worse.stdout.split("\n").length).toBeLessThan(24);
    expect(project.run(["check", "--update", "main.js"]).code).toBe(0);
    expect(project.run(["check", "main.js"]).code).toBe(0);
  });

  test.each([
    ["an unknown option", ["check", "--nope", "main.js"], 'unknown option "--nope"'],
    ["no script", ["check"], "no script to check"],
    ["a script that is not there", ["check", "mian.js"], 'the script "mian.js" does not exist'],
    ["a pattern that nothing matches", ["check", "bench/*.js"], 'no script matches "bench/*.js"'],
    ["no baseline", ["check", "main.js"], "does not exist; make it: alloc-trace check --init main.js"],
    ["a law that is none", ["check", "--budget", "made < 3", "main.js"], "a law such as"],
    ["sizes that are none", ["check", "--scale", "N=1", "main.js"], "at least two sizes"],
    ["a tolerance that is none", ["check", "--tolerance", "arrays=1", "main.js"], "amounts of allocated"],
    [
      "a format that has no findings",
      ["check", "--max-allocated", "9", "--format", "pprof=x.pb.gz", "main.js"],
      "for reports",
    ],
    ["both --init and --update", ["check", "--init", "--update", "main.js"], "do not go together"],
    ["a script outside of the project", ["check", fileURLToPath(import.meta.url)], "outside of the project"],
  ])("2 for %s", (_what, words, sentence) => {
    const project = new Project(SAMPLE);
    const { code, stderr, stdout } = project.run(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test.each([
    ["an exit code", "console.log('said'); process.exit(5);", "ended with exit code 5"],
    ["an error", "console.log('said'); throw new Error('no');", "exit code 1, by an error that nothing caught"],
    ["a module that is not there", "import './nowhere.js';", "exit code 1"],
    ["a syntax error", "let = ;", "exit code 1"],
    [
      "a signal",
      "console.log('said'); process.kill(process.pid, 'SIGKILL'); setTimeout(() => {}, 5000);",
      "was ended by SIGKILL",
    ],
  ])("3 for a script that ends by %s, and nothing is written", (_what, script, sentence) => {
    const project = gated();
    const before = read(project);
    project.write({ "main.js": script });
    const failed = project.run(["check", "--json=found.json", "main.js"]);
    expect(failed.code).toBe(3);
    expect(failed.stderr).toContain(sentence);
    if (script.includes("said")) expect(failed.stderr).toContain("said");
    const found = JSON.parse(read(project, "found.json")) as { clean: boolean; ended: { code: number | null }[] };
    expect(found).toMatchObject({ clean: false, ended: [{ script: "main.js" }] });
    const updated = project.run(["check", "--update", "main.js"]);
    expect([updated.code, read(project)]).toEqual([3, before]);
  });
});

describe("the baseline", () => {
  test("has one line a site, sorted, and is the same however often it is written", () => {
    const project = gated();
    const text = read(project);
    const keys = [...text.matchAll(/^ {8}"(.*?)": \{ "allocated": \d+, .*\},?$/gm)].map(([, key]) => key);
    expect(keys).toHaveLength(6);
    expect(keys).toEqual([...keys].sort());
    expect(text).not.toContain(project.folder);
    const written = statSync(join(project.folder, BASELINE)).mtimeMs;
    const again = project.run(["check", "--update", "main.js"]);
    expect(again.stdout).toContain("says so already");
    expect(statSync(join(project.folder, BASELINE)).mtimeMs).toBe(written);
  });

  test("keeps the entries of scripts that were not run, unless all are", () => {
    const project = gated({ ...SAMPLE, "other.js": "const a = [1];\n", "third.js": "const a = [1, 2];\n" });
    project.run(["check", "--update", "other.js"]);
    expect(Object.keys(JSON.parse(read(project)).scripts)).toEqual(["main.js", "other.js"]);
    project.write({ "alloc-trace.config.json": '{ "scripts": ["{main,third}.js"] }' });
    expect(project.run(["check", "--update"]).code).toBe(0);
    expect(Object.keys(JSON.parse(read(project)).scripts)).toEqual(["main.js", "third.js"]);
  });

  const broken: [string, (text: string) => string, RegExp][] = [
    ["empty", () => "", /is empty; /],
    ["cut short", (text) => text.slice(0, text.length / 2), /is cut short \(line \d+\); /],
    [
      "of a newer version",
      (text) => text.replace('"version": 1', '"version": 2'),
      /has version 2, .*update alloc-trace/,
    ],
    [
      "with merge-conflict markers",
      (text) => text.replace('      "sites"', '<<<<<<< HEAD\n      "sites"'),
      /has merge-conflict markers \(line 5\); /,
    ],
    [
      "with a key twice",
      (text) => text.replace(/^( {8}".*\n)/m, (line) => line + line),
      /has the key ".*" twice \(line 7\); /,
    ],
    [
      "with a wrong type",
      (text) => text.replace('"needed": 20', '"needed": "20"'),
      /no whole number for "needed" .*\(line \d+\)/,
    ],
    [
      "with a figure below nothing",
      (text) => text.replace('"bytes": 480', '"bytes": -480'),
      /for "bytes" .*\(line \d+\)/,
    ],
    [
      "with a script outside",
      (text) => text.replace('"main.js": {', '"../main.js": {'),
      /outside of the project, .*\(line 4\)/,
    ],
    [
      "with a site outside",
      (text) => text.replace('"src/math.js::', '"/etc/passwd::'),
      /outside of the project, .*\(line \d+\)/,
    ],
    ["that is another file", () => '{ "name": "x", "version": "1.0.0" }', /is no baseline.*\(line 1\)/],
    ["that is no JSON", () => "allocated: 1\n", /is (?:cut short|not JSON)/],
    ["that is a list", () => "[]", /is no baseline|is cut short/],
    ["that nests deeply", () => `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`, /is no baseline|nests too deeply/],
  ];

  test.each(broken)("%s is refused in a sentence, and never written over", (_what, damage, sentence) => {
    const project = gated();
    const text = damage(read(project));
    project.write({ [BASELINE]: text });
    for (const words of [["main.js"], ["--update", "main.js"]]) {
      const { code, stderr, stdout } = project.run(["check", ...words]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(sentence);
      expect(stderr).toMatch(/^alloc-trace: the baseline "alloc-trace\.baseline\.json" .*; .*\n$/);
    }
    expect(read(project)).toBe(text);
  });

  test("a folder in its place, and one that cannot be made, are refused", () => {
    const project = new Project(SAMPLE);
    mkdirSync(join(project.folder, BASELINE));
    expect(project.run(["check", "main.js"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is a folder"),
    });
    const nowhere = project.run(["check", "--update", "--baseline", "no/such/b.json", "main.js"]);
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining("could not be written") });
    expect(readdirSync(project.folder).filter((name) => name.startsWith(".a"))).toEqual([]);
  });

  test("--init makes a first one and a workflow, and no second one", () => {
    const project = new Project(SAMPLE);
    const first = project.run(["check", "--init", "main.js"]);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(read(project, ".github/workflows/alloc-trace.yml")).toContain(
      "npx alloc-trace check --format github main.js",
    );
    expect(project.run(["check", "main.js"]).code).toBe(0);
    expect(project.run(["check", "--init", "main.js"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("exists already"),
    });
  });

  test("a script that the baseline does not have is no clean one", () => {
    const project = gated({ ...SAMPLE, "other.js": "const a = [1];\n" });
    const { code, stderr } = project.run(["check", "other.js"]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('no entry for "other.js"; add it: alloc-trace check --update other.js'),
    ]);
  });
});

describe("what is compared", () => {
  test("with other arguments: per iteration and per call, and it says so", () => {
    const files = { ...SAMPLE, "main.js": (SAMPLE["main.js"] ?? "").replace("i < 5", "i < Number(process.argv[2])") };
    const project = new Project(files);
    expect(project.run(["check", "--update", "main.js", "--", "5"]).code).toBe(0);
    expect(project.check(["main.js", "--", "5"])).toMatchObject({ code: 0, found: { findings: [] } });
    const longer = project.check(["main.js", "--", "50"]);
    expect([longer.code, places(longer.found)]).toEqual([0, ["alloc-unseen main.js"]]);
    project.write({ "src/world.js": WORSE });
    const worse = project.check(["main.js", "--", "50"]);
    expect([worse.code, places(worse.found)]).toEqual([1, ["alloc-new src/world.js:15", "alloc-unseen main.js"]]);
  });

  test("a script that is not deterministic is noticed, its lines named and left out", () => {
    const random =
      "for (let i = 0; i < 100 + Math.floor(Math.random() * 1e6) % 1000; i++) {\n  globalThis.last = [i];\n}\nconst fixed = [1];\n";
    const project = new Project({ "main.js": random });
    const written = project.run(["check", "--update", "--runs", "4", "main.js"]);
    expect(written.stdout).toContain("1 of them differ from run to run");
    const { code, found } = project.check(["--runs", "3", "main.js"]);
    expect([code, places(found)]).toEqual([0, ["alloc-unstable main.js:2"]]);
    expect(project.check(["main.js"])).toMatchObject({ code: 0, found: { findings: [{ rule: "alloc-unstable" }] } });
    const tolerated = project.check(["--tolerance", "allocated=5000,needed=5000,bytes=90000", "main.js"]);
    expect(tolerated).toMatchObject({ code: 0, found: { findings: [] } });
  });

  test("an improvement is told, and with --ratchet asked for", () => {
    const project = gated();
    project.write({ "src/world.js": WORLD.replace("const part = [point[0], point[1]];", "const part = point;") });
    const better = project.run(["check", "main.js"]);
    expect([better.code, better.stdout]).toEqual([0, expect.stringContaining("1 better")]);
    const ratchet = project.check(["--ratchet", "main.js"]);
    expect([ratchet.code, places(ratchet.found)]).toEqual([1, ["alloc-ratchet src/world.js"]]);
  });
});

describe("budgets", () => {
  test.each([
    ["--max-allocated", "242", "241"],
    ["--max-reusable", "217", "216"],
    ["--max-per-iteration", "1", "0"],
  ])("%s", (flag, enough, tooFew) => {
    const project = new Project(SAMPLE);
    const totals = project.check([flag, "1000000", "main.js"]).found.totals[0]?.after;
    expect(totals?.allocated).toBe(242);
    expect(project.check([flag, enough, "main.js"])).toMatchObject({ code: 0 });
    expect(project.check([flag, tooFew, "main.js"])).toMatchObject({ code: 1 });
  });

  test("in the configuration, by file and as laws", () => {
    const project = new Project(SAMPLE);
    const budgets = (text: string): ReturnType<Project["check"]> => {
      project.write({ "alloc-trace.config.json": `{ "scripts": "main.js", "budgets": ${text} }` });
      return project.check([]);
    };
    expect(budgets('{ "src/world.js": { "perIteration": 1 } }').code).toBe(0);
    const broken = budgets('{ "src/world.js": { "perIteration": 0.5, "reusable": 0 } }');
    expect(broken.code).toBe(1);
    expect(places(broken.found)).toContain("alloc-budget src/world.js:14");
    expect(broken.found.findings[0]?.mend).toContain('"budgets" of the configuration');
    expect(budgets('{ "total": "allocated <= 3" }')).toMatchObject({
      code: 1,
      found: { findings: [{ scope: "run" }] },
    });
    project.write({ "alloc-trace.config.json": '{ "budgets": { "src/**": { "perSecond": 1 } } }' });
    expect(project.run(["check", "main.js"])).toMatchObject({ code: 2, stderr: expect.stringContaining('"budgets"') });
  });

  test.each([
    ["above a loop", "    for (const body", "    // alloc-trace: max 1 per iteration\n    for (const body", 0, []],
    [
      "a loop's, broken",
      "    for (const body",
      "    // alloc-trace: max 0 per iteration\n    for (const body",
      1,
      ["alloc-budget src/world.js:15"],
    ],
    ["beside a function", "  step(dt) {", "  step(dt) { // alloc-trace: max 20 per call", 0, []],
    [
      "a function's, broken",
      "  step(dt) {",
      "  step(dt) { // alloc-trace: max 19 per call, max 99 needed",
      1,
      ["alloc-budget src/world.js:14"],
    ],
    [
      "beside a line",
      "  const total = [0, 0, 0];",
      "  const total = [0, 0, 0]; /* alloc-trace: max 0 */",
      1,
      ["alloc-budget src/world.js:22"],
    ],
  ])("in the source: %s", (_what, from, to, code, said) => {
    const project = new Project({ ...SAMPLE, "src/world.js": WORLD.replace(from, to) });
    const { found, ...ran } = project.check(["--max-allocated", "100000", "main.js"]);
    expect([ran.code, places(found)]).toEqual([code, said]);
    if (code === 1) expect(found.findings[0]?.mend).toMatch(/src\/world\.js:\d+$/);
  });

  test.each([
    ["// alloc-trace: max two per iteration", /src\/world\.js:11 says "max two per iteration", which is no budget/],
    ["// alloc-trace: max 2 per iteration", /src\/world\.js:11 is per iteration, but no loop begins at line 12/],
  ])("in the source, and wrong: %s", (comment, sentence) => {
    const project = new Project({ ...SAMPLE, "src/world.js": WORLD.replace("  step(dt)", `  ${comment}\n  step(dt)`) });
    const { code, stderr } = project.run(["check", "--max-allocated", "100000", "main.js"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

describe("growth", () => {
  const QUADRATIC = `const n = Number(process.env.N ?? process.argv[2]);
const rows = [];
for (let i = 0; i < n; i++) rows.push([i]);
let sum = 0;
for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += [i, j][1];
`;

  test("laws are found, and held to budgets at every size and beyond", () => {
    const project = new Project({ "main.js": QUADRATIC });
    const sizes = ["--scale", "N=10,20,40,80"];
    const { code, found } = project.check([...sizes, "main.js"]);
    expect(code).toBe(0);
    expect(found.growth.map(({ metric, text, law, kind, exact }) => [metric, text, law, kind, exact])).toEqual([
      ["allocated", "", "N^2/2 + N/2 + 1", "quadratic", true],
      ["needed", "", "3", "constant", true],
      ["reusable", "", "N^2/2 + N/2 - 2", "quadratic", true],
      ["allocated", "[i, j]", "N^2/2 - N/2", "quadratic", true],
      ["allocated", "[i]", "N", "linear", true],
      ["allocated", "[]", "1", "constant", true],
    ]);
    expect(project.check([...sizes, "--budget", "allocated <= N^2", "main.js"]).code).toBe(0);
    const beyond = project.check([...sizes, "--budget", "allocated <= 50*N", "main.js"]);
    expect(beyond).toMatchObject({ code: 1, found: { findings: [{ rule: "alloc-growth" }] } });
    expect(beyond.found.findings[0]?.message).toContain("beyond the sizes that were run, at about N = 160");
    const over = project.check([...sizes, "--budget", "allocated <= 30*N + 3", "main.js"]);
    expect(over.found.findings.map(({ rule }) => rule)).toEqual(["alloc-budget", "alloc-growth"]);
  });

  test("a size can be an argument, and each size has its baseline", () => {
    const project = new Project({ "main.js": QUADRATIC.replace("process.env.N ?? ", "") });
    const words = ["--scale", "N=10,20,40", "main.js", "--", "{N}"];
    expect(project.run(["check", "--update", ...words]).code).toBe(0);
    expect(Object.keys(JSON.parse(read(project)).scripts)).toEqual([
      "main.js [N=10]",
      "main.js [N=20]",
      "main.js [N=40]",
    ]);
    expect(project.check(words)).toMatchObject({ code: 0, found: { findings: [], unchanged: 9 } });
    project.write({ "main.js": QUADRATIC.replace("process.env.N ?? ", "").replace("[i, j][1]", "[i, j][1] + [j][0]") });
    const { code, found } = project.check(words);
    expect([code, places(found)]).toEqual([1, ["alloc-new main.js:5"]]);
  });

  test("what fits no law says so, and so does a law without a size", () => {
    const odd = "const n = Number(process.env.N);\nfor (let i = 0; i * i * i < n; i++) globalThis.x = [i];\n";
    const project = new Project({ "main.js": odd });
    const { code, found } = project.check(["--scale", "N=10,30,100,500", "--budget", "allocated <= N", "main.js"]);
    expect([code, found.findings.map(({ rule, severity }) => `${rule} ${severity}`)]).toEqual([
      0,
      ["alloc-growth warning"],
    ]);
    expect(found.growth[0]).toMatchObject({
      kind: "unknown",
      exact: false,
      law: expect.stringContaining("no law holds"),
    });
    const unasked = project.check(["--budget", "allocated <= 2*N", "main.js"]);
    expect(unasked).toMatchObject({ code: 0, found: { findings: [{ rule: "alloc-growth", severity: "warning" }] } });
  });
});

test("every figure of the findings stands where programs look for it", () => {
  const project = gated();
  project.write({ "src/world.js": WORSE });
  for (const format of ["sarif", "junit", "gitlab", "markdown", "github"]) {
    const ran = project.run(["check", "main.js", "--format", `${format}=out.${format}`, "--quiet"]);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([1, "", ""]);
    expect(read(project, `out.${format}`)).toMatch(/alloc-new|does not know/);
  }
  expect(existsSync(join(project.folder, "out.sarif"))).toBe(true);
});
