/** TypeScript and JSX run the same on every Node, whatever that Node can do with them by itself. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { runTraced, write } from "./child.js";
import { TYPESCRIPT } from "./typescript-programs.js";

for (const node of testedNodes()) {
  describe(`on Node ${node.version}`, () => {
    for (const [name, { script = "main.ts", stdout, ...rest }] of Object.entries(TYPESCRIPT)) {
      it(name, () => {
        const program = { ...rest, script };
        const traced = runTraced(node, program, write(program));
        expect({ stdout: traced.stdout, stderr: traced.stderr, code: traced.code }).toEqual({
          stdout,
          stderr: "",
          code: 0,
        });
        expect(traced.traces[0]?.instrumented).toBeGreaterThan(0);
      });
    }
  });
}
