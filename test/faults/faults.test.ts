/** Whatever ends a run: the exit code is the script's, the report comes, and nothing that was counted is lost. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outermostNodes } from "../nodes.js";
import { allocTrace, plainNode, temporaryFolder } from "../program.js";
import { ENDS } from "./ends.js";
import { runEnd } from "./run-end.js";

describe.skipIf(process.platform === "win32")("a run that ends by", () => {
  test.each(ENDS)("$name", { timeout: 120_000 }, async (end) => {
    const { plainCode, code, reported, missing, stderr } = await runEnd(end);
    expect({ code, reported }, stderr).toEqual({ code: plainCode, reported: true });
    if (end.lost) expect(stderr.replaceAll(/\s+/g, " ")).toMatch(end.lost);
    else expect(missing, stderr).toBe(0);
  });
});

const DEEP = `const f = (n) => { const a = [n].map((x) => x); return n === 0 ? a : f(n - 1).concat(a).slice(0, 1); };
const g = (n) => n === 0 ? 0 : g(n - 1) + 1;
let deepest = 0;
const find = (n) => { deepest = n; return find(n + 1) + 1; };
try { find(0); } catch {}
const depth = Number(process.argv[2] ?? 0);
if (depth > 0) console.log(f(Math.floor(depth / 4)), g(Math.floor(depth * 0.95)), process.execArgv);
else console.log(deepest);
`;

test.skipIf(process.platform !== "linux").each(outermostNodes())(
  "a program recurses as deep as without us, on Node $version",
  ({ path: node }) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.cjs"), DEEP);
    const depth = plainNode(["main.cjs"], { cwd, node }).stdout.trim();
    const plain = plainNode(["main.cjs", depth], { cwd, node });
    expect(plain).toMatchObject({ code: 0, stderr: "" });
    expect(allocTrace(["-q", "main.cjs", depth], { cwd, node })).toEqual(plain);
  },
);
