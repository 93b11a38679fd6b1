/** Each thing that breaks naive instrumenters, by plain Node and traced, on every Node. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driven } from "../conformance/modes/modes.js";
import { outermostNodes } from "../nodes.js";
import { allocTrace, plainNode } from "../program.js";
import { BREAKERS } from "./breakers.js";

const folder = mkdtempSync(join(tmpdir(), "breakers-"));
const programs = join(folder, "programs");
mkdirSync(programs);
for (const { name, text } of Object.values(BREAKERS)) writeFileSync(join(programs, name), text);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(outermostNodes())("on Node $version", ({ path: node }) => {
  const plain = new Map<string, object>();
  const traced = new Map<string, object>();

  beforeAll(async () => {
    for (const [runs, isTraced] of [
      [plain, false],
      [traced, true],
    ] as const) {
      for (const run of await driven(programs, node, isTraced)) runs.set(run.name, run);
    }
  });

  it.each(Object.entries(BREAKERS))("%s", (_, { name }) => {
    expect(plain.get(name)).toMatchObject({ error: null, stdout: expect.stringMatching(/./) });
    expect(traced.get(name)).toEqual(plain.get(name));
  });

  it("natives that were replaced before the tracer", () => {
    const [first, script] = ["first.cjs", "script.cjs"].map((name) => join(folder, name)) as [string, string];
    writeFileSync(
      first,
      "let n = 0; const { map, [Symbol.iterator]: i } = Array.prototype, d = Object.defineProperty, a = Reflect.apply; globalThis.count = () => n;" +
        "Math.random = () => 4; Array.prototype.map = function (f) { n++; return a(map, this, [f]) };" +
        "setTimeout.mine = 1; Object.defineProperty = function (...x) { if (globalThis.on) n += 1000; return d(...x) };",
    );
    writeFileSync(
      script,
      "globalThis.on = 1; const before = count(); const a = [1, 2].map((x) => [x]); const [b, ...c] = a; for (const [x] of a) ; console.log(Math.random(), a, b, c, count() - before, Array.prototype.map.length);",
    );
    const run = plainNode(["--require", first, script], { cwd: folder, node });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(allocTrace(["-q", `--node-arg=--require=${first}`, script], { cwd: folder, node })).toEqual(run);
  });
});
