/** JavaScript under the hooks does, says and ends as under plain Node: stdout, stderr to the last column, exit code. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { type Program, runPlain, runTraced, write } from "./child.js";
import { PROGRAMS } from "./programs.js";

for (const node of testedNodes()) {
  describe(`as on plain Node ${node.version}`, () => {
    for (const [name, { script = "main.js", ...rest }] of Object.entries(PROGRAMS)) {
      it(name, () => {
        const program: Program = { ...rest, script };
        const folder = write(program);
        const plain = runPlain(node, program, folder);
        const traced = runTraced(node, program, folder);
        expect({ ...traced, traces: [] }).toEqual({ ...plain, traces: [] });
        expect(traced.traces.length).toBeGreaterThan(0);
      });
    }
  });
}
