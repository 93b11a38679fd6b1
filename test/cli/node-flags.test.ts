/** Flags of Node that the tracer cannot live with are refused in a sentence; others change nothing. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFlags } from "../../src/cli/node-flags.js";
import { testedNodes } from "../nodes.js";
import { allocTrace, temporaryFolder } from "../program.js";

const ALLOWED = ["--allow-fs-read=*", "--allow-fs-write=*", "--allow-addons"];

test.each([
  [["--permission"], "24.0.0", "--allow-fs-read=*, --allow-fs-write=*, --allow-addons"],
  [["--experimental-permission", "--allow-fs-read=*", "--allow-addons"], "20.19.0", "without --allow-fs-write=*"],
  [["--frozen-intrinsics"], "20.19.0", "--frozen-intrinsics"],
])("%j on Node %s", (flags, node, words) => {
  expect(() => checkFlags(flags, node)).toThrow(words);
});

test.each([
  [["--permission", ...ALLOWED], "24.0.0"],
  [["--frozen-intrinsics"], "24.0.0"],
  [["--expose-gc"], "20.19.0"],
])("%j on Node %s is no mistake", (flags, node) => {
  expect(() => checkFlags(flags, node)).not.toThrow();
});

test.each(testedNodes())("refused and run on Node $version", ({ path, version }) => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "main.cjs"), "console.log([1].map((x) => x).length);\n");
  const permission = Number(version.slice(1).split(".")[0]) < 22 ? "--experimental-permission" : "--permission";
  const refused = allocTrace([`--node-arg=${permission}`, "main.cjs"], { cwd, node: path });
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toMatch(/^alloc-trace: the permission model [^\n]*\n$/);
  const words = [permission, ...ALLOWED].map((flag) => `--node-arg=${flag}`);
  const allowed = allocTrace([...words, "main.cjs"], { cwd, node: path });
  expect(allowed).toMatchObject({ code: 0, stdout: "1\n" });
  expect(allowed.stderr).toMatch(/main\.cjs: 2 arrays made/);
  const without = allocTrace(["--node-arg=--disable-proto=delete", "-q", "main.cjs"], { cwd, node: path });
  expect(without).toEqual({ code: 0, signal: null, stdout: "1\n", stderr: "" });
});
