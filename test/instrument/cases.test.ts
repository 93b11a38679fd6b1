/** One construct, one case: `cases/<construct>.js` and, beside it, what the instrumenter makes of it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { NotInstrumented } from "../../src/instrument/contract.js";
import { instrumented, readable } from "./instrumented.js";
import { expectInvariants } from "./invariants.js";

const CASES = fileURLToPath(new URL("./cases/", import.meta.url));
const names = readdirSync(CASES).filter((name) => !name.includes(".golden."));

describe.each(names)("%s", (name) => {
  const source = readFileSync(CASES + name, "utf8");
  const typescript = name.endsWith(".ts");
  const language = typescript ? ({ lang: "ts", goal: "module" } as const) : {};
  const path = `/${name}`;

  it("becomes what its golden file says", async () => {
    const golden = CASES + name.replace(/\.(\w+)$/, ".golden.$1");
    await expect(readable(instrumented(source, { path, ...language }))).toMatchFileSnapshot(golden);
  });

  it.each([
    ["the user's own code", {}],
    ["a dependency", { dependency: "some-package" }],
    ["counts only", { countOnly: true }],
    ["ends of iterations and calls", { scopes: true }],
  ])("keeps its text, lines and positions: %s", (_, more) => {
    expectInvariants(source, instrumented(source, { path, ...language, ...more }), path);
  });
});

describe("a rest array that would have to be two variables", () => {
  it("is refused, so that the file runs untraced", () => {
    const source = "const f = ({ q: [x] }, y = () => r, ...r) => { var r = 1; return y; };";
    expect(() => instrumented(source, { path: "two.js", lang: "js" })).toThrow(NotInstrumented);
  });
});
