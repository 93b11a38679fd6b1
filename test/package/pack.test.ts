/** The package as a stranger gets it: packed, installed into an empty folder, run by npx. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plainEnv, plainNode, run, temporaryFolder } from "../program.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

function npm(words: string[], cwd: string): string {
  return execFileSync(NPM, words, { cwd, env: plainEnv(), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

interface Packed {
  filename: string;
  files: { path: string }[];
}

test("packed, installed into an empty folder, and run there", { timeout: 300_000 }, () => {
  const folder = temporaryFolder();
  const output = npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], ROOT);
  const [packed] = JSON.parse(output) as Packed[];
  if (!packed) throw new Error("npm pack made nothing");
  const paths = packed.files.map((file) => file.path);
  expect(paths).toEqual(
    expect.arrayContaining(["package.json", "README.md", "LICENSE", "CHANGELOG.md", "bin/alloc-trace.js"]),
  );
  expect(paths.filter((path) => !/^(?:bin|dist|schema)\/|^[A-Z]+(?:\.md)?$|^package\.json$/.test(path))).toEqual([]);

  const home = join(folder, "home");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true }');
  npm(["install", "--no-audit", "--no-fund", join(folder, packed.filename)], home);

  writeFileSync(join(home, "sum.ts"), "const rows: number[][] = [[1], [2]];\nconsole.log(rows.map((r) => r[0]));\n");
  const ran = run(NPM.replace("npm", "npx"), ["alloc-trace", "--json=r.json", "sum.ts"], { cwd: home });
  expect(ran).toMatchObject({ code: 0, stdout: "[ 1, 2 ]\n" });
  expect(ran.stderr).toContain("sum.ts");
  const report = JSON.parse(readFileSync(join(home, "r.json"), "utf8")) as { totals: { allocated: number } };
  expect(report.totals.allocated).toBeGreaterThan(0);
  expect(readdirSync(home).sort()).toEqual(["node_modules", "package-lock.json", "package.json", "r.json", "sum.ts"]);

  writeFileSync(join(home, "plain.mjs"), "console.log([1, 2, 3].map((x) => [x]).length);\n");
  const registered = plainNode(["--import", "alloc-trace/register", "plain.mjs"], { cwd: home });
  expect(registered).toMatchObject({ code: 0, stdout: "3\n" });
  expect(registered.stderr).toContain("plain.mjs");

  writeFileSync(
    join(home, "reader.mjs"),
    'import { REPORT_VERSION } from "alloc-trace";\nconsole.log(REPORT_VERSION);\n',
  );
  expect(plainNode(["reader.mjs"], { cwd: home }).stdout).toBe("1\n");
});
