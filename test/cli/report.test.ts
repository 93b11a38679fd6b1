/** `alloc-trace report`, and `--format` on a run: what goes where, and every mistake in a sentence. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { FORMAT_NAMES } from "../../src/report/formats/index.js";
import { renderJson } from "../../src/report/json.js";
import { allocTrace, BIN, run, temporaryFolder } from "../program.js";
import { MIXED_SOURCES, mixedRun } from "../report/sample-runs.js";

const SCRIPT = "for (let i = 0; i < 50; i++) [i, i + 1].map((x) => [x]);\nconsole.log('hello');\n";

function folderWith(files: Record<string, string | Buffer>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const REPORT = renderJson(mixedRun());

describe("a run in several formats", () => {
  test("each goes to its file, and the text stays where it was", () => {
    const cwd = folderWith({ "sim.mjs": SCRIPT });
    const formats = FORMAT_NAMES.flatMap((name) => ["--format", `${name}=out.${name}`]);
    const ran = allocTrace([...formats, "sim.mjs"], { cwd });
    expect(ran).toEqual({ code: 0, signal: null, stdout: "hello\n", stderr: "" });
    expect(readdirSync(cwd).sort()).toEqual([...FORMAT_NAMES.map((name) => `out.${name}`), "sim.mjs"].sort());
    expect(FORMAT_NAMES.filter((name) => readFileSync(join(cwd, `out.${name}`)).length < 30)).toEqual([]);
    // Each replaces a report of its own kind, and none of another.
    expect(allocTrace([...formats, "sim.mjs"], { cwd }).code).toBe(0);
    const turned = allocTrace(["--format", "sarif=out.dhat", "sim.mjs"], { cwd });
    expect(turned).toMatchObject({ code: 2, stdout: "" });
    expect(turned.stderr).toContain('--format sarif names "out.dhat", which exists and is not a report');
  });

  test("beside the text report on stderr", () => {
    const cwd = folderWith({ "sim.mjs": SCRIPT });
    const ran = allocTrace(["--format", "sarif=s.sarif", "sim.mjs"], { cwd });
    expect(ran.stdout).toBe("hello\n");
    expect(ran.stderr).toContain("sim.mjs:1");
    expect(readFileSync(join(cwd, "s.sarif"), "utf8")).toContain('"2.1.0"');
  });

  test("one without a file goes to stdout, the script's own stdout and asked-for text to stderr", () => {
    const cwd = folderWith({ "sim.mjs": SCRIPT });
    const ran = allocTrace(["--format", "collapsed", "sim.mjs"], { cwd });
    expect(ran.stderr).toBe("hello\n");
    expect(ran.stdout).toMatch(/^sim\.mjs;<anonymous>;1: \[x\] 100\nsim\.mjs;\(top level\);1: /);
    const both = allocTrace(["--format=collapsed", "--format=text", "sim.mjs"], { cwd });
    expect(both.stdout).toBe(ran.stdout);
    expect(both.stderr).toMatch(/^hello\nsim\.mjs: \d+ arrays made/);
  });

  test("--output is for the one that has no file", () => {
    const cwd = folderWith({ "sim.mjs": SCRIPT });
    const ran = allocTrace(["--format", "junit", "-o", "j.xml", "sim.mjs"], { cwd });
    expect(ran.stdout).toBe("hello\n");
    expect(ran.stderr).toContain("sim.mjs:1");
    expect(readFileSync(join(cwd, "j.xml"), "utf8")).toContain("<testsuites");
  });

  test("a step's summary is added to", () => {
    const cwd = folderWith({ "sim.mjs": SCRIPT, "summary.md": "# Before\n" });
    const summary = join(cwd, "summary.md");
    const words = ["-q", "--format", "markdown=summary.md", "sim.mjs"];
    allocTrace(words, { cwd, env: { GITHUB_STEP_SUMMARY: summary } });
    expect(readFileSync(summary, "utf8")).toMatch(/^# Before\n### alloc-trace\n/);
    allocTrace(words, { cwd });
    expect(readFileSync(summary, "utf8")).toMatch(/^### alloc-trace\n/);
  });

  test("files are named from the repository's root", () => {
    const cwd = folderWith({ "packages/sim/sim.mjs": SCRIPT, ".git/HEAD": "" });
    const folder = join(cwd, "packages/sim");
    const fileOf = (env: Record<string, string> = {}): string | undefined =>
      /file=([^,]*)/.exec(allocTrace(["--format", "github", "sim.mjs"], { cwd: folder, env }).stdout)?.[1];
    expect(fileOf()).toBe("packages/sim/sim.mjs");
    expect(fileOf({ GITHUB_WORKSPACE: join(cwd, "packages") })).toBe("sim/sim.mjs");
    expect(fileOf({ CI_PROJECT_DIR: "/nowhere" })).toBe("packages/sim/sim.mjs");
  });

  test("a configuration may name them, relative to itself", () => {
    const cwd = folderWith({
      "sub/sim.mjs": SCRIPT,
      "alloc-trace.config.json": '{ "format": ["sarif=s.sarif", "json=r.json"], "quiet": true }',
    });
    const ran = allocTrace(["sim.mjs"], { cwd: join(cwd, "sub") });
    expect(ran).toEqual({ code: 0, signal: null, stdout: "hello\n", stderr: "" });
    expect(readdirSync(cwd).sort()).toEqual(["alloc-trace.config.json", "r.json", "s.sarif", "sub"]);
  });
});

describe("a saved report", () => {
  test("is shown as the run showed it", () => {
    const cwd = folderWith({ "sim.mjs": SCRIPT });
    const shown = allocTrace(["--json=r.json", "sim.mjs"], { cwd }).stderr;
    expect(allocTrace(["report", "r.json"], { cwd })).toEqual({ code: 0, signal: null, stdout: shown, stderr: "" });
    expect(allocTrace(["report", "-"], { cwd, input: readFileSync(join(cwd, "r.json"), "utf8") }).stdout).toBe(shown);
    const again = allocTrace(["report", "r.json", "--format", "json"], { cwd }).stdout;
    expect(again).toBe(readFileSync(join(cwd, "r.json"), "utf8"));
  });

  test("comes in every format, several at once", () => {
    const cwd = folderWith({ "a.json": REPORT, ...MIXED_SOURCES });
    const formats = FORMAT_NAMES.flatMap((name) => ["--format", `${name}=out.${name}`]);
    expect(allocTrace(["report", ...formats, "a.json"], { cwd })).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(readdirSync(cwd).filter((name) => name.startsWith("out."))).toHaveLength(FORMAT_NAMES.length);
  });

  test("shows no file from outside of the working directory", () => {
    const outside = folderWith({ "secret.txt": "the secret\n" });
    const report = JSON.parse(REPORT) as { files: { path: string; lines: { line: number }[] }[] };
    const cwd = folderWith({ "a.json": "", "inside.ts": "shown\n" });
    symlinkSync(join(outside, "secret.txt"), join(cwd, "link.ts"));
    const shown = (path: string): string => {
      for (const file of report.files) {
        file.path = path;
        for (const line of file.lines) Object.assign(line, { line: 1, expressions: atLineOne(line) });
      }
      writeFileSync(join(cwd, "a.json"), JSON.stringify(report));
      return allocTrace(["report", "a.json", "--all"], { cwd }).stdout;
    };
    expect(shown("inside.ts")).toContain("shown");
    expect(shown(join(outside, "secret.txt"))).not.toContain("the secret");
    expect(shown(`../${outside.split("/").at(-1)}/secret.txt`)).not.toContain("the secret");
    expect(shown("link.ts")).not.toContain("the secret");
  });

  test.skipIf(process.platform === "win32")("| head ends quietly", () => {
    const cwd = folderWith({ "a.json": REPORT });
    const { stdout, stderr } = run(
      "bash",
      ["-c", `node '${BIN}' report a.json --format json | head -n 1; echo "\${PIPESTATUS[@]}"`],
      {
        cwd,
      },
    );
    expect({ stdout, stderr }).toEqual({ stdout: "{\n0 0\n", stderr: "" });
  });
});

function atLineOne(line: object): unknown {
  const { expressions } = line as { expressions: object[] };
  return expressions.map((expression) => ({ ...expression, endLine: 1 }));
}

describe("a mistake is one sentence and exit code 2", () => {
  const AGAIN = "make it again with alloc-trace --json=FILE script";
  const changed = (from: string | RegExp, to: string): string => {
    const text = REPORT.replace(from, to);
    expect(text).not.toBe(REPORT);
    return text;
  };

  test.each<[string, string | Buffer, string]>([
    ["empty", "", `the report "a.json" is empty; ${AGAIN}`],
    ["blank", " \n\n", `the report "a.json" is empty; ${AGAIN}`],
    [
      "another object",
      '{ "a": 1 }',
      `the report "a.json" is JSON, but no report of alloc-trace: it has no "version"; ${AGAIN}`,
    ],
    ["a list", "[]", `the report "a.json" is JSON, but no report of alloc-trace: it has no "version"; ${AGAIN}`],
    [
      "from a newer release",
      changed('"version": 1', '"version": 9'),
      'the report "a.json" has version 9, and this alloc-trace knows versions up to 1; ' +
        "update alloc-trace: npm install alloc-trace@latest",
    ],
    [
      "a wrong type",
      changed(/"bytes": \d+/, '"bytes": "many"'),
      `the report "a.json" is no report of alloc-trace: "/totals/bytes" must be integer; ${AGAIN}`,
    ],
    [
      "a negative figure",
      changed(/"allocated": \d+/, '"allocated": -1'),
      `the report "a.json" is no report of alloc-trace: "/totals/allocated" must be >= 0; ${AGAIN}`,
    ],
    [
      "a figure beyond what a number can hold",
      changed(/"allocated": \d+/, '"allocated": 1e300'),
      `the report "a.json" is no report of alloc-trace: "/totals/allocated" must be <= 9007199254740991; ${AGAIN}`,
    ],
    [
      "of an unknown mode",
      changed('"mode": "full"', '"mode": "magic"'),
      'the report "a.json" is no report of alloc-trace: "/mode" must be equal to one of the allowed values ' +
        `(["full","count"]); ${AGAIN}`,
    ],
    [
      "UTF-16",
      Buffer.from(`\ufeff${REPORT}`, "utf16le"),
      `the report "a.json" is UTF-16, as a shell's > may write it; ${AGAIN}`,
    ],
    ["compressed", gzipSync(REPORT), 'the report "a.json" is compressed; gunzip it first'],
  ])("a report that is %s", (_what, text, sentence) => {
    const cwd = folderWith({ "a.json": text });
    expect(allocTrace(["report", "a.json"], { cwd })).toEqual({
      code: 2,
      signal: null,
      stdout: "",
      stderr: `alloc-trace: ${sentence}\n`,
    });
  });

  test("a report that was cut short says where", () => {
    const cwd = folderWith({ "a.json": REPORT.slice(0, 900) });
    const ran = allocTrace(["report", "a.json"], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(
      /^alloc-trace: the report "a\.json" is not JSON at line \d+: [^\n]+; it was cut short; make it again [^\n]+\n$/,
    );
  });

  test.each<[string, string[], string]>([
    ["no report", ["report"], "no report given; name a saved one, as in: alloc-trace report report.json"],
    [
      "a report that is nowhere",
      ["report", "b.json"],
      `the report "b.json" does not exist; check its name, or ${AGAIN}`,
    ],
    ["a folder", ["report", "."], 'the report "." is a folder; name a file in it'],
    [
      "an unknown format",
      ["report", "a.json", "--format", "sariff"],
      `--format must be one of ${FORMAT_NAMES.join(", ")}, alone or with =FILE; it is "sariff"`,
    ],
    [
      "a format onto the report",
      ["report", "a.json", "--format", "json=a.json"],
      '--format json names the report that is read itself, "a.json"; give the report a file of its own',
    ],
    [
      "two formats for stdout",
      ["report", "a.json", "--format", "json", "--format", "sarif"],
      "--format json and --format sarif would both go to stdout; give all but one a file, as in --format sarif=FILE",
    ],
    [
      "two formats for --output",
      ["report", "a.json", "--format", "json", "--format", "sarif", "-o", "x"],
      "--output could be meant for --format json or --format sarif; name each file, as in --format json=FILE",
    ],
    [
      "two formats in one file",
      ["report", "a.json", "--format", "json=x", "--format", "sarif=x"],
      "--format json and --format sarif name the same file; give each report a file of its own",
    ],
    [
      "a report over somebody's data",
      ["report", "a.json", "-o", "data.json"],
      '--output names "data.json", which exists and is not a report; name another file, or remove this one first',
    ],
  ])("%s", (_what, words, sentence) => {
    const cwd = folderWith({ "a.json": REPORT, "data.json": '{ "mine": 1 }' });
    expect(allocTrace(words, { cwd })).toEqual({
      code: 2,
      signal: null,
      stdout: "",
      stderr: `alloc-trace: ${sentence}\n`,
    });
  });
});
