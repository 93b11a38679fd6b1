/** The main job on every Node that we support: the Node that is run is the Node that is traced. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.js";
import { testedNodes } from "../nodes.js";
import { allocTrace, plainNode, temporaryFolder } from "../program.js";

/** Forty pairs are made, one is needed at a time. */
const TYPESCRIPT = `
import { sum } from "./sum.js";
enum Turns { Count = 40 }
let total: number = 0;
for (let i = 0; i < Turns.Count; i++) {
  const pair: [number, number] = [i, i + 1];
  total += sum(pair);
}
console.log(total, process.version, process.argv.slice(2));
process.exitCode = 9;
`;

const SUM = "export function sum(pair: readonly number[]): number {\n  return pair[0]! + pair[1]!;\n}\n";

describe.each(testedNodes())("Node $version", ({ version, path }) => {
  test("runs TypeScript, counts exactly, keeps arguments and exit code", () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.ts"), TYPESCRIPT);
    writeFileSync(join(cwd, "sum.ts"), SUM);
    const ran = allocTrace(["--json=r.json", "-q", "main.ts", "--top"], { cwd, node: path });
    expect(ran).toEqual({ code: 9, signal: null, stdout: `1600 ${version} [ '--top' ]\n`, stderr: "" });

    const printed = allocTrace(["--json", "main.ts"], { cwd, node: path }).stdout;
    const report = JSON.parse(printed) as Report;
    expect(report).toMatchObject({ script: "main.ts", node: version.slice(1), ended: { by: "exit", code: 9 } });
    const line = report.files.find((file) => file.path === "main.ts")?.lines.find((made) => made.line === 6);
    expect(line).toMatchObject({ allocated: 40, needed: 1, reusable: 39, exact: true });
  });

  test("an uncaught error is Node's own, with its code", () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "fails.js"), "const made = [1, 2, 3];\nmade.missing();\n");
    const node = plainNode(["fails.js"], { cwd, node: path });
    const ran = allocTrace(["-q", "fails.js"], { cwd, node: path });
    expect(ran).toEqual(node);
  });

  test("the --import way reports as well", () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "s.mjs"), "console.log([1, 2].map((x) => [x]).length);\n");
    const register = new URL("../../dist/hooks/register.js", import.meta.url).href;
    const ran = plainNode(["--import", register, "s.mjs"], { cwd, node: path });
    expect(ran).toMatchObject({ code: 0, stdout: "2\n" });
    expect(ran.stderr).toMatch(/^s\.mjs: 4 arrays made, /);
  });
});
