/** A file that makes nothing has no sites, and must not be taken for its neighbour's. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "../../src/report/report.js";
import { allocTrace, temporaryFolder } from "../program.js";

test("loaded between two that have some, and evaluated after them", () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("main.mjs", 'import { b } from "./b.mjs";\nimport { z } from "./empty.mjs";\nconsole.log(b.length + z);\n');
  write("b.mjs", 'import { q } from "./c.mjs";\nexport const b = [q];\n');
  write("c.mjs", "export const q = [1];\n");
  write("empty.mjs", "export const z = 1;\n");
  const ran = allocTrace(["-q", "--json=r.json", "main.mjs"], { cwd: folder });
  expect(ran).toEqual({ code: 0, signal: null, stdout: "2\n", stderr: "" });
  const report = JSON.parse(readFileSync(join(folder, "r.json"), "utf8")) as Report;
  expect(report.sites.map(({ file, line, allocated }) => [file, line, allocated])).toEqual([
    ["b.mjs", 2, 1],
    ["c.mjs", 1, 1],
  ]);
});
