/** The script keeps its streams, its environment and its exit code. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allocTrace, BIN, plainNode, run, temporaryFolder } from "../program.js";

function folderWith(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "script.mjs"), text);
  return folder;
}

const COPY = `
let text = "";
for await (const chunk of process.stdin) text += chunk;
process.stdout.write(text.toUpperCase());
process.stderr.write("to stderr\\n");
process.exitCode = 3;
`;

describe("streams and exit code", () => {
  test("stdin, stdout, stderr and code are the script's", () => {
    const cwd = folderWith(COPY);
    const node = plainNode(["script.mjs"], { cwd, input: "abc\u00e9\n" });
    expect(allocTrace(["-q", "script.mjs"], { cwd, input: "abc\u00e9\n" })).toEqual(node);
    const reported = allocTrace(["script.mjs"], { cwd, input: "abc\u00e9\n" });
    expect(reported.stdout).toBe(node.stdout);
    expect(reported.code).toBe(3);
    expect(reported.stderr.startsWith(node.stderr)).toBe(true);
    expect(reported.stderr).toContain("script.mjs");
  });

  test.each([
    ["process.exit", "process.exit(42)", 42],
    ["a thrown error", "throw new Error('no')", 1],
    ["top-level await that never settles", "await new Promise(() => {})", 13],
    ["a syntax error", "let let = 1;", 1],
    ["a missing import", "import './nowhere.js'", 1],
  ])("exit code of %s", (_what, text, code) => {
    const cwd = folderWith(text);
    expect(plainNode(["script.mjs"], { cwd }).code).toBe(code);
    expect(allocTrace(["script.mjs"], { cwd }).code).toBe(code);
  });

  test.skipIf(process.platform === "win32")("script > out.txt, and | head", () => {
    const cwd = folderWith("for (let i = 0; i < 100_000; i++) console.log('line', i);");
    const shell = (text: string): string => run("bash", ["-c", text], { cwd }).stdout;
    shell(`node script.mjs > a.txt; node '${BIN}' script.mjs > b.txt 2> report.txt`);
    expect(readFileSync(join(cwd, "b.txt"), "utf8")).toBe(readFileSync(join(cwd, "a.txt"), "utf8"));
    // CommonJS: on Node 20 a hooks thread alone makes an ES module's write to a closed pipe an uncaught error.
    writeFileSync(join(cwd, "lines.cjs"), readFileSync(join(cwd, "script.mjs")));
    const twoLines = (command: string): string => shell(`${command} lines.cjs | head -n 2; echo "\${PIPESTATUS[@]}"`);
    expect(twoLines(`node '${BIN}' -q`)).toBe(twoLines("node"));
    expect(shell(`node '${BIN}' --json script.mjs 2>/dev/null | head -n 1`)).toBe("{\n");
  });
});

describe("where reports go", () => {
  const HELLO = "console.log('hello');\n";

  test("--json on stdout sends the script's stdout to stderr", () => {
    const cwd = folderWith(HELLO);
    const ran = allocTrace(["--json", "script.mjs"], { cwd });
    expect(JSON.parse(ran.stdout)).toMatchObject({ version: 1, ended: { by: "exit", code: 0 } });
    expect(ran.stderr).toBe("hello\n");
  });

  test("files are written whole, over an earlier report, and nothing is left beside them", () => {
    const cwd = folderWith(HELLO);
    for (let time = 0; time < 2; time++) {
      const ran = allocTrace(["--json=r.json", "-o", "r.txt", "script.mjs"], { cwd });
      expect(ran).toEqual({ code: 0, signal: null, stdout: "hello\n", stderr: "" });
    }
    expect(JSON.parse(readFileSync(join(cwd, "r.json"), "utf8"))).toMatchObject({ script: "script.mjs" });
    expect(readFileSync(join(cwd, "r.txt"), "utf8")).toContain("script.mjs");
    expect(readdirSync(cwd).sort()).toEqual(["r.json", "r.txt", "script.mjs"]);
  });

  test("colour: NO_COLOR and a pipe mean none, FORCE_COLOR and --color mean some", () => {
    const cwd = folderWith("export const made = [1, 2, 3].map((x) => [x]);\n");
    const colored = (words: string[], env: Record<string, string> = {}): boolean =>
      allocTrace([...words, "script.mjs"], { cwd, env }).stderr.includes("\u001b[");
    expect(colored([])).toBe(false);
    expect(colored([], { FORCE_COLOR: "1" })).toBe(true);
    expect(colored([], { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
    expect(colored(["--color"], { NO_COLOR: "1" })).toBe(true);
    expect(colored(["--no-color"], { FORCE_COLOR: "1" })).toBe(false);
  });

  test("the session folder is gone afterwards", () => {
    const cwd = folderWith(HELLO);
    const scratch = temporaryFolder();
    allocTrace(["script.mjs"], { cwd, env: { TMPDIR: scratch, TEMP: scratch } });
    expect(existsSync(scratch)).toBe(true);
    expect(readdirSync(scratch).filter((name) => name.startsWith("alloc-trace-"))).toEqual([]);
  });

  test("a temporary folder that cannot be used is a sentence", () => {
    const cwd = folderWith(HELLO);
    const ran = allocTrace(["script.mjs"], { cwd, env: { TMPDIR: join(cwd, "nowhere") } });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(
      /^alloc-trace: no session folder could be made in ".*nowhere" \(ENOENT\); .*TMPDIR.*\n$/,
    );
  });
});
