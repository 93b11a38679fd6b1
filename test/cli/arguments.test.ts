/** Which words are ours and which are the script's; what the script then sees. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allocTrace, plainNode, temporaryFolder } from "../program.js";

const ECHO = "process.stdout.write(JSON.stringify(process.argv.slice(1)));\n";

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("everything after the script is the script's", () => {
  test.each([
    [["echo.js"]],
    [["echo.js", "--help"]],
    [["echo.js", "--json", "--version", "-o", "x", "--no-such"]],
    [["echo.js", "--", "-x", ""]],
    [["echo.js", "run", "echo.js"]],
    [["./echo.js", "a b", "*", "'\"$HOME"]],
    [["echo", "without", "extension"]],
  ])("%j", (words) => {
    const cwd = folderWith({ "echo.js": ECHO });
    const wanted = plainNode(words, { cwd }).stdout;
    expect(allocTrace(words, { cwd }).stdout).toBe(wanted);
    expect(allocTrace(["run", ...words], { cwd }).stdout).toBe(wanted);
    expect(allocTrace(["--top", "3", "-q", ...words], { cwd }).stdout).toBe(wanted);
    expect(allocTrace(["-q", "--", ...words], { cwd }).stdout).toBe(wanted);
  });

  test("--json before the script takes no word of its own", () => {
    const cwd = folderWith({ "echo.js": ECHO });
    const ran = allocTrace(["--json", "echo.js", "--json=x"], { cwd });
    expect(JSON.parse(ran.stdout)).toMatchObject({ version: 1, script: "echo.js" });
    expect(ran.stderr).toBe(plainNode(["echo.js", "--json=x"], { cwd }).stdout);
  });

  test("a script named like a command runs by its path", () => {
    const cwd = folderWith({ run: ECHO });
    expect(JSON.parse(allocTrace(["./run", "1"], { cwd }).stdout)).toEqual([join(cwd, "run"), "1"]);
  });

  test("a script whose name begins with a dash", () => {
    const cwd = folderWith({ "-x.js": ECHO });
    expect(JSON.parse(allocTrace(["--", "-x.js", "-y"], { cwd }).stdout)).toEqual([join(cwd, "-x.js"), "-y"]);
  });
});

describe("Node's own flags", () => {
  const cwd = (): string => folderWith({ "gc.js": "console.log(typeof gc);\n" });

  test("--node-arg reaches the script's Node", () => {
    expect(allocTrace(["--node-arg=--expose-gc", "gc.js"], { cwd: cwd() }).stdout).toBe("function\n");
  });

  test("a flag that Node refuses is Node's to report", () => {
    const ran = allocTrace(["-q", "--node-arg=--no-such-flag", "gc.js"], { cwd: cwd() });
    expect(ran.code).toBe(9);
    expect(ran.stderr).toContain("bad option: --no-such-flag");
  });
});

describe("what we say about ourselves", () => {
  test("--version", () => {
    const ran = allocTrace(["--version"], { cwd: temporaryFolder() });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: "" });
  });

  test("--help teaches by example and fits 80 columns", () => {
    const ran = allocTrace(["--help"], { cwd: temporaryFolder(), env: { COLUMNS: "80" } });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain("alloc-trace --json=report.json sim.ts");
    expect(ran.stdout).toContain("--json[=FILE]");
    expect(ran.stdout).not.toContain("__render");
    expect(ran.stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });
});
