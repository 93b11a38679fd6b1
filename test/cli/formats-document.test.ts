/** docs/formats.md shows what the program prints for one saved report, and leaves no format out. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { FORMAT_NAMES } from "../../src/report/formats/index.js";
import { examples, mismatch } from "../docs/console-blocks.js";
import { allocTrace, BIN, run, temporaryFolder } from "../program.js";
import { ROOT } from "../traced-script.js";

test.skipIf(process.platform === "win32")("every excerpt is a real one", { timeout: 300_000 }, () => {
  const cwd = temporaryFolder();
  expect(allocTrace(["-q", `--json=${join(cwd, "report.json")}`, "fixtures/numpy-loop.ts"], { cwd: ROOT }).code).toBe(
    0,
  );
  writeFileSync(join(cwd, "alloc-trace"), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(join(cwd, "alloc-trace"), 0o755);
  const markdown = readFileSync(join(ROOT, "docs/formats.md"), "utf8");
  const found = examples(markdown, "console report");
  const shown = found.map(({ command }) => /--format (\w+)/.exec(command)?.[1] ?? "");
  expect(FORMAT_NAMES.filter((name) => !shown.includes(name))).toEqual(["text", "json"]);
  expect(FORMAT_NAMES.filter((name) => !markdown.includes(`| \`${name}\` |`))).toEqual([]);
  for (const { line, command, expected } of found) {
    const path = `${cwd}${delimiter}${process.env.PATH}`;
    const { code, stdout } = run("bash", ["-c", `{ ${command}\n} 2>&1`], { cwd, env: { PATH: path } });
    expect(code, stdout).toBe(0);
    const printed = stdout.replace(/\n$/, "").split("\n");
    expect(mismatch(expected, printed), `docs/formats.md:${line}\n${stdout}`).toBeNull();
  }
});
