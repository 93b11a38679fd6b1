/** Without the command: `--import alloc-trace/register`, on the command line or in NODE_OPTIONS. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testedNodes } from "../nodes.js";
import { plainNode, temporaryFolder } from "../program.js";

const REGISTER = new URL("../../dist/hooks/register.js", import.meta.url).href;
const OPTIONS = `--import ${REGISTER}`;

describe.each(testedNodes())("registered on Node $version", ({ path }) => {
  test("the configuration counts, and nothing is left behind", () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "tmp"));
    writeFileSync(join(cwd, "alloc-trace.config.json"), '{ "countOnly": true }');
    writeFileSync(join(cwd, "main.mjs"), "console.log([1, 2].map((x) => [x]).length);\n");
    const ran = plainNode(["--import", REGISTER, "main.mjs"], { cwd, node: path, env: { TMPDIR: join(cwd, "tmp") } });
    expect(ran).toMatchObject({ code: 0, stdout: "2\n" });
    expect(ran.stderr).toMatch(/^main\.mjs: 4 arrays made; lifetimes were not followed/);
    expect(readdirSync(join(cwd, "tmp")).filter((name) => name.startsWith("alloc-trace-"))).toEqual([]);
  });

  test("a mistake in the configuration is one sentence", () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "alloc-trace.config.json"), '{ "top": "many" }');
    writeFileSync(join(cwd, "main.mjs"), "console.log(1);\n");
    const ran = plainNode(["--import", REGISTER, "main.mjs"], { cwd, node: path });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/^alloc-trace: "top" in .* must be [^\n]*\n$/);
  });

  test("in NODE_OPTIONS, children and workers are in the one report", () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, "main.cjs"),
      `const { Worker } = require("node:worker_threads");
const { execFileSync } = require("node:child_process");
execFileSync(process.execPath, ["child.cjs"]);
new Worker("./child.cjs");
`,
    );
    writeFileSync(join(cwd, "child.cjs"), "const kept = [];\nfor (let i = 0; i < 7; i++) kept.push([i]);\n");
    const ran = plainNode(["main.cjs"], { cwd, node: path, env: { NODE_OPTIONS: OPTIONS } });
    expect(ran.code).toBe(0);
    expect(ran.stderr.match(/instrumented/g)).toHaveLength(1);
    expect(ran.stderr).toMatch(/child\.cjs:2 +14 /);
  });

  // Where the runner passes the flag to its files alone, each of them reports, and it shows that among its diagnostics.
  test("under node:test, every test file's arrays are reported", () => {
    const cwd = temporaryFolder();
    for (const name of ["a", "b"]) {
      writeFileSync(
        join(cwd, `${name}.test.mjs`),
        'import test from "node:test";\ntest("makes", () => {\n  for (let i = 0; i < 5; i++) [i].map((x) => x);\n});\n',
      );
    }
    const ran = plainNode(["--test", "a.test.mjs", "b.test.mjs"], { cwd, node: path, env: { NODE_OPTIONS: OPTIONS } });
    expect(ran.code, ran.stdout).toBe(0);
    expect(ran.stdout + ran.stderr).toMatch(/a\.test\.mjs:3 +10 /);
    expect(ran.stdout + ran.stderr).toMatch(/b\.test\.mjs:3 +10 /);
  });
});
