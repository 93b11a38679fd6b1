/** What the README and the documents show is what the program prints. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { BIN, run, temporaryFolder } from "../program.js";
import { examples, mismatch } from "./console-blocks.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** All but docs/examples.md, which `test/fixtures/real.test.ts` holds: its scripts take long, and are run there anyway. */
function documents(): string[] {
  const docs = existsSync(join(ROOT, "docs")) ? readdirSync(join(ROOT, "docs")) : [];
  const held = docs.filter((name) => name.endsWith(".md") && name !== "examples.md");
  return ["README.md", ...held.map((name) => `docs/${name}`)];
}

/** A folder for PATH in which `alloc-trace`, and `npx alloc-trace`, are the built program of this checkout. */
function shims(): string {
  const folder = temporaryFolder();
  const program = `exec '${process.execPath}' '${BIN}' "$@"\n`;
  writeFileSync(join(folder, "alloc-trace"), `#!/bin/sh\n${program}`);
  writeFileSync(join(folder, "npx"), `#!/bin/sh\n[ "$1" = alloc-trace ] || exit 127\nshift\n${program}`);
  for (const name of ["alloc-trace", "npx"]) chmodSync(join(folder, name), 0o755);
  return folder;
}

describe.skipIf(process.platform === "win32").each(documents())("%s", (name) => {
  const found = examples(readFileSync(join(ROOT, name), "utf8"));
  test.skipIf(found.length === 0)("prints what it shows", { timeout: 300_000 }, () => {
    for (const { line, command, expected } of found) {
      const path = `${shims()}${delimiter}${process.env.PATH}`;
      const { code, stdout } = run("bash", ["-c", `{ ${command}\n} 2>&1`], {
        cwd: ROOT,
        env: { PATH: path, COLUMNS: "100" },
      });
      expect(code, `${name}:${line}: ${command}\n${stdout}`).toBe(0);
      const printed = stdout.replace(/\n$/, "").split("\n");
      expect(mismatch(expected, printed), `${name}:${line}: ${command}\n${stdout}`).toBeNull();
    }
  });
});

describe("the check itself", () => {
  const BLOCK = "text\n```console run\n$ echo a; echo b\na\nb\n$ true\n```\n```sh\n$ never\n```\n";

  test("finds commands and what they print", () => {
    expect(examples(BLOCK)).toEqual([
      { line: 3, command: "echo a; echo b", expected: ["a", "b"] },
      { line: 6, command: "true", expected: [] },
    ]);
  });

  test.each([
    [["a", "b"], ["a", "b"], null],
    [["a", "…", "d"], ["a", "b", "c", "d"], null],
    [["…"], [], null],
    [["a", "b"], ["a", "c"], "expected: b\nprinted:  c"],
    [["a", "b"], ["a"], "expected: b\nprinted:  (nothing more)"],
    [["a"], ["a", "b"], "not expected: b"],
    [["…", "z"], ["a", "b"], "not found after …: z"],
  ])("%j against %j", (expected, output, result) => {
    expect(mismatch(expected, output)).toBe(result);
  });
});
