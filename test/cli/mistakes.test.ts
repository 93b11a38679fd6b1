/** Every mistake in calling the program: one sentence that says what, where and how to mend it, and exit code 2. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allocTrace, temporaryFolder } from "../program.js";

function folderWithScript(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "sim.js"), "console.log('ran');\n");
  return folder;
}

const SENTENCES: [what: string, words: string[], sentence: string][] = [
  ["no script", [], "no script given; type the script to run, as in: alloc-trace script.ts (see alloc-trace --help)"],
  [
    "no script after flags",
    ["--json"],
    "no script given; type the script to run, as in: alloc-trace script.ts (see alloc-trace --help)",
  ],
  [
    "a script that is nowhere",
    ["zzz.ts"],
    'the script "zzz.ts" does not exist; check its name; it was looked for in "FOLDER"',
  ],
  ["a slip in the script's name", ["simm.js"], 'the script "simm.js" does not exist; did you mean sim.js?'],
  ["an empty script", [""], 'the script "" is a folder; name the file in it that is to run'],
  ["a slip in a command's name", ["rum"], 'the script "rum" does not exist; did you mean run?'],
  ["a folder", ["."], 'the script "." is a folder; name the file in it that is to run'],
  ["an unknown option", ["--tpo", "3", "sim.js"], 'unknown option "--tpo"; did you mean --top?'],
  ["an option like no other", ["--zzzzzzzz", "sim.js"], 'unknown option "--zzzzzzzz"; see alloc-trace --help'],
  ["a bad number", ["--top", "ten", "sim.js"], '--top must be a whole number from 1 up, such as 10; it is "ten"'],
  ["nought lines", ["--top=0", "sim.js"], '--top must be a whole number from 1 up, such as 10; it is "0"'],
  [
    "a bad column",
    ["--sort", "size", "sim.js"],
    '--sort must be one of reusable, allocated, needed, bytes, line; it is "size"',
  ],
  ["a bad size", ["--window=lots", "sim.js"], '--window must be a size from 1MB to 8GB, such as 256MB; it is "lots"'],
  [
    "a bad list of packages",
    ["--deps", "a,,b", "sim.js"],
    '--deps must be all, none, or package names, such as ml-matrix,three; it is "a,,b"',
  ],
  [
    "a flag that is none",
    ["--node-arg=expose-gc", "sim.js"],
    '--node-arg must be a flag of Node, such as --node-arg=--max-old-space-size=8000; it is "expose-gc"',
  ],
  ["an option without its value", ["--top"], "option '--top <N>' argument missing; see alloc-trace --help"],
  [
    "a report onto the script",
    ["-o", "sim.js", "sim.js"],
    '--output names the script itself, "sim.js"; give the report a file of its own',
  ],
  [
    "JSON onto the script",
    ["--json=./sim.js", "sim.js"],
    '--json names the script itself, "./sim.js"; give the report a file of its own',
  ],
  ["a report onto a folder", ["-o", ".", "sim.js"], '--output names ".", which is a folder; name a file in it'],
  [
    "a report into no folder",
    ["--json=no/r.json", "sim.js"],
    '--json names "no/r.json", but its folder does not exist; make the folder first',
  ],
  [
    "two reports in one file",
    ["--json=r", "-o", "r", "sim.js"],
    "--json and --output name the same file; give each report a file of its own",
  ],
];

describe("a mistake is one sentence and exit code 2", () => {
  test.each(SENTENCES)("%s", (_what, words, sentence) => {
    const folder = folderWithScript();
    const ran = allocTrace(words, { cwd: folder });
    expect(ran).toEqual({
      code: 2,
      signal: null,
      stdout: "",
      stderr: `alloc-trace: ${sentence.replace("FOLDER", folder)}\n`,
    });
  });

  // The superuser may read every file.
  test.skipIf(process.getuid?.() === 0)("a script that may not be read", () => {
    const folder = folderWithScript();
    chmodSync(join(folder, "sim.js"), 0);
    const ran = allocTrace(["sim.js"], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^alloc-trace: the script "sim\.js" cannot be read; .*\n$/);
  });

  test("a name cannot write to the terminal", () => {
    const ran = allocTrace(["\u001b[31mred\u202e.js"], { cwd: temporaryFolder() });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('the script "\\u{1b}[31mred\\u{202e}.js" does not exist');
  });
});

describe("no file is lost to a report", () => {
  test.each([
    ["--json=package.json", "package.json", '{ "name": "mine" }'],
    ["--json=notes.txt", "notes.txt", "mine"],
    ["--output=lib.ts", "lib.ts", "export {};"],
  ])("%s", (flag, name, text) => {
    const folder = folderWithScript();
    writeFileSync(join(folder, name), text);
    const ran = allocTrace([flag, "sim.js"], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toMatch(/which exists and is not a report; name another file, or remove this one first\n$/);
    expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  });

  test("the script's own file through another name", () => {
    const folder = folderWithScript();
    mkdirSync(join(folder, "sub"));
    const ran = allocTrace(["-o", "sub/../sim.js", "sim"], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(readFileSync(join(folder, "sim.js"), "utf8")).toContain("ran");
  });
});
