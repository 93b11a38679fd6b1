/** Settings from a file: where they are found, what beats what, and what is said about a mistake in them. */
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/cli/config.js";
import { allocTrace, BIN, run, temporaryFolder } from "../program.js";

function project(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe("every kind of file", () => {
  test.each([
    ["alloc-trace.config.json", '\uFEFF{ "output": "report.txt" }'],
    ["alloc-trace.config.mjs", 'export default { output: "report.txt" };'],
    ["alloc-trace.config.cjs", 'module.exports = { output: "report.txt" };'],
    ["alloc-trace.config.js", 'module.exports = { output: "report.txt" };'],
    [
      "alloc-trace.config.ts",
      'import { name } from "./name.mjs";\nenum A { B }\nexport default { output: name as string, top: A.B + 1 };',
    ],
    ["alloc-trace.config.mts", 'export default { output: "report.txt" as const };'],
    ["alloc-trace.config.cts", 'const output: string = "report.txt";\nmodule.exports = { output };'],
    ["package.json", '{ "alloc-trace": { "output": "report.txt" } }'],
  ])("%s", (name, text) => {
    const cwd = project({ [name]: text, "s.cjs": "", "name.mjs": 'export const name = "report.txt";' });
    const before = readdirSync(cwd);
    expect(allocTrace(["s.cjs"], { cwd })).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    expect(readdirSync(cwd).sort()).toEqual([...before, "report.txt"].sort());
  });
});

// A number in a container that no name goes with: https://nodejs.org/api/os.html#oshomedir throws.
test("a user without a home has a configuration and no cache", () => {
  const cwd = project({
    "homeless.cjs": `require("node:os").homedir = () => {
      if (process.env.HOME === undefined) throw new Error("uv_os_homedir returned ENOENT");
      return process.env.HOME;
    };`,
    "package.json": '{ "alloc-trace": { "output": "report.txt" } }',
    "s.cjs": "console.log(process.env.HOME, [1].length);",
  });
  const env = { HOME: undefined, XDG_CACHE_HOME: undefined };
  const ran = run(process.execPath, ["--require", "./homeless.cjs", BIN, "s.cjs"], { cwd, env });
  expect(ran).toEqual({ code: 0, signal: null, stdout: "undefined 1\n", stderr: "" });
  expect(readdirSync(cwd)).toContain("report.txt");
});

describe("what beats what", () => {
  const FILES = {
    "s.cjs": "console.log(typeof gc);",
    "alloc-trace.config.json": '{ "quiet": true, "top": 3, "nodeArgs": ["--expose-gc"] }',
  };

  test("a flag beats the file, the file beats the default", () => {
    const cwd = project(FILES);
    expect(allocTrace(["s.cjs"], { cwd })).toMatchObject({ stdout: "function\n", stderr: "" });
    expect(allocTrace(["--node-arg=--no-warnings", "s.cjs"], { cwd }).stdout).toBe("undefined\n");
  });

  test("a flag that was not typed does not hide the file's word", async () => {
    const cwd = project({
      "s.cjs": "",
      "alloc-trace.config.json": '{ "frames": false, "cache": false, "color": true }',
    });
    expect((await loadConfig(cwd)).settings).toEqual({ frames: false, cache: false, color: true });
    expect(allocTrace(["--top", "1", "s.cjs"], { cwd }).stderr).toContain("\u001b[");
    expect(allocTrace(["--no-color", "s.cjs"], { cwd }).stderr).not.toContain("\u001b[");
  });

  test("the nearest folder wins; its names are relative to itself", async () => {
    const cwd = project({
      "alloc-trace.config.json": '{ "top": 1, "include": "src/**", "output": "r.txt" }',
      "deep/er/package.json": '{ "name": "no settings here" }',
      "other/package.json": '{ "alloc-trace": { "top": 2 } }',
    });
    expect(await loadConfig(join(cwd, "deep", "er"))).toEqual({
      file: join(cwd, "alloc-trace.config.json"),
      settings: { top: 1, include: ["../../src/**"], output: join(cwd, "r.txt") },
    });
    expect((await loadConfig(join(cwd, "other"))).settings).toEqual({ top: 2 });
  });

  test("a package.json that is broken is left for Node to report", async () => {
    for (const text of ["{", "null", "3", ""]) {
      expect((await loadConfig(project({ "package.json": text }))).settings).toEqual({});
    }
  });

  test.skipIf(process.platform === "win32")("through a linked folder", async () => {
    const cwd = project({ "real/alloc-trace.config.mjs": "export default { top: 4 };" });
    symlinkSync(join(cwd, "real"), join(cwd, "link"));
    expect((await loadConfig(join(cwd, "link"))).settings).toEqual({ top: 4 });
  });
});

describe("a mistake in it is one sentence and exit code 2", () => {
  test.each([
    ["an unknown key", '{ "topp": 3 }', 'unknown key "topp" in "alloc-trace.config.json"; did you mean top?'],
    [
      "a prototype's key",
      '{ "__proto__": 3 }',
      /^unknown key "__proto__" in "alloc-trace.config.json"; known are deps, /,
    ],
    [
      "a word for a number",
      '{ "top": "3" }',
      '"top" in "alloc-trace.config.json" must be a whole number from 1 up, such as 10; it is "3"',
    ],
    [
      "a fraction",
      '{ "min": 0.5 }',
      '"min" in "alloc-trace.config.json" must be a whole number from 0 up, such as 10; it is 0.5',
    ],
    [
      "a word for a switch",
      '{ "all": "yes" }',
      '"all" in "alloc-trace.config.json" must be true or false; it is "yes"',
    ],
    [
      "a number in a list",
      '{ "include": ["a", 1] }',
      '"include" in "alloc-trace.config.json" must be a pattern of file names or a list of them; it is ["a",1]',
    ],
    [
      "null",
      '{ "deps": null }',
      '"deps" in "alloc-trace.config.json" must be all, none, or a list of package names; it is null',
    ],
    ["not an object", "3", 'the configuration "alloc-trace.config.json" is not an object; write it as { "top": 20 }'],
    [
      "not JSON",
      '{\n  "top": 3,\n}',
      /^the configuration "alloc-trace.config.json" is not JSON.*line 3.*; mend that line$/,
    ],
  ])("%s", (_what, text, sentence) => {
    const cwd = project({ "alloc-trace.config.json": text, "s.cjs": "console.log('ran');" });
    const ran = allocTrace(["s.cjs"], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    const said = ran.stderr.replace(/^alloc-trace: /, "").trimEnd();
    if (typeof sentence === "string") expect(said).toBe(sentence);
    else expect(said).toMatch(sentence);
  });

  test.each([
    ["alloc-trace.config.mjs", "throw new Error('on purpose');", /could not be loaded: on purpose/],
    ["alloc-trace.config.mjs", "export const top = 3;", /exports nothing; end it with export default/],
    ["alloc-trace.config.ts", "export default {", /could not be loaded: /],
  ])("%s: %s", (name, text, sentence) => {
    const cwd = project({ [name]: text, "s.cjs": "console.log('ran');" });
    const ran = allocTrace(["s.cjs"], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(sentence);
    expect(ran.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(existsSync(join(cwd, name))).toBe(true);
    expect(readdirSync(cwd)).toHaveLength(2);
  });
});
