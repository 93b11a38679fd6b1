/** Bounded memory, from the command line: what a window too small for a program's lives does to its figures. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.js";
import { runNode } from "../oracle/children.js";

const CLI = fileURLToPath(new URL("../../bin/alloc-trace.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "window-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROGRAM = `const kept = [];
let sum = 0;
for (let i = 0; i < 200000; i++) {
  if (i % 1000 === 0) kept.push([i]);
  sum += [i, 1].length;
}
for (const old of kept) sum += old[0];
console.log(sum);
`;

async function report(window: string): Promise<Report> {
  const path = join(folder, "kept.js");
  writeFileSync(path, PROGRAM);
  const json = join(folder, `${window}.json`);
  const outcome = await runNode([CLI, "-q", `--json=${json}`, `--window=${window}`, path], { cwd: folder });
  expect(outcome).toMatchObject({ stdout: "20300000\n", code: 0 });
  return JSON.parse(readFileSync(json, "utf8")) as Report;
}

describe("a program that keeps 200 arrays while it makes 200,000", () => {
  it("is exact in a window that holds it", async () => {
    const { sites, exact } = await report("64MB");
    expect(exact).toBe(true);
    expect(sites.find(({ line }) => line === 4)).toMatchObject({ allocated: 200, needed: 200, exact: true });
    expect(sites.find(({ line }) => line === 5)).toMatchObject({ allocated: 200000, needed: 1, exact: true });
  });

  it("is never said to need fewer in one of 32,768 lives, where arrays that came back make a bound", async () => {
    const { sites, exact } = await report("1MB");
    const [kept, dropped] = [4, 5].map((at) => sites.find(({ line }) => line === at));
    expect(kept).toMatchObject({ allocated: 200, needed: 200, exact: false });
    expect(dropped).toMatchObject({ allocated: 200000, needed: 1, exact: true });
    expect(sites.find(({ line }) => line === 1)).toMatchObject({ allocated: 1, needed: 1 });
    expect(exact).toBe(false);
  });
});
