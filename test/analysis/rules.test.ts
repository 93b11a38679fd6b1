/**
 * Every rule of advice on programs that run: `// says hoist` at the end of a line is all that is said of it, `// says
 * nothing` that nothing is. Each program has lines on which its rule must speak, and lines on which it must not.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.js";
import { runNode } from "../oracle/children.js";

const CLI = fileURLToPath(new URL("../../bin/alloc-trace.js", import.meta.url));
const RULES = fileURLToPath(new URL("./rules/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function said(name: string): Promise<Map<number, string>> {
  const json = join(folder, `${name}.json`);
  const { stderr, code } = await runNode([CLI, "-q", `--json=${json}`, join(RULES, name)], { timeout: 300_000 });
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  const { files } = JSON.parse(readFileSync(json, "utf8")) as Report;
  const lines = files.flatMap((file) => file.lines);
  return new Map(
    lines.map(({ line, expressions }) => {
      const rules = new Set(expressions.flatMap(({ advice }) => advice.map(({ rule }) => rule)));
      return [line, rules.size === 0 ? "nothing" : [...rules].join(", ")];
    }),
  );
}

describe.each(readdirSync(RULES))("%s", (name) => {
  const source = readFileSync(join(RULES, name), "utf8");
  const rule = name.replace(".js", "");
  const expected = new Map(
    source.split("\n").flatMap((text, i) => {
      const [, says] = /\/\/ says (.+)$/.exec(text) ?? [];
      return says === undefined ? [] : [[i + 1, says] as [number, string]];
    }),
  );

  it("speaks where it should, and is silent where it should be", async () => {
    const found = await said(name);
    expect(new Map([...expected.keys()].map((line) => [line, found.get(line) ?? "nothing"]))).toEqual(expected);
  }, 300_000);

  it("has both", () => {
    const speaks = [...expected.values()].filter((says) => says.split(", ").includes(rule));
    expect(speaks.length).toBeGreaterThan(0);
    expect(speaks.length).toBeLessThan(expected.size);
  });
});
