/**
 * What is loaded to probe a file stays out of the program's way: no WebAssembly, whose memory detaches a buffer when it grows. From then on V8 asks at
 * each access to a typed array whether its buffer is still there (`Protectors::InvalidateArrayBufferDetaching`).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allocTrace, temporaryFolder } from "../program.js";

const TRACED = ["-q", "--no-cache", "--node-arg=--trace-protector-invalidation"];

it.each([
  [
    "a buffer that the program detaches is seen",
    "const b = new ArrayBuffer(8); structuredClone(b, { transfer: [b] });",
    true,
  ],
  ["a cold start detaches none", "", false],
])("%s", (_, text, detaches) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules", "common"), { recursive: true });
  // Long enough for a lexer's memory to grow.
  const filler = Array.from({ length: 4000 }, (__, i) => `exports.name${i} = function () { return [${i}]; };`).join(
    "\n",
  );
  writeFileSync(join(folder, "node_modules", "common", "index.js"), `"use strict";\n${filler}\n`);
  writeFileSync(join(folder, "main.mjs"), `import { name7 } from "common";\n${text}\nconsole.log(name7()[0]);\n`);
  const { code, stdout } = allocTrace([...TRACED, "main.mjs"], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain("7\n");
  expect(stdout.includes("ArrayBufferDetaching")).toBe(detaches);
});
