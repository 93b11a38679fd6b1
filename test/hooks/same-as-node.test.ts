/** JavaScript under the hooks does, says and ends as under plain Node: stdout, stderr to the last column, exit code. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { type Program, runPlain, runTraced, write } from "./child.js";
import { PROGRAMS } from "./programs.js";
import { seenIn } from "./seen.js";

for (const node of testedNodes()) {
  describe(`as on plain Node ${node.version}`, () => {
    for (const [name, { script = "main.js", throughNode = false, ...rest }] of Object.entries(PROGRAMS)) {
      it(name, () => {
        const program: Program = { ...rest, script };
        const folder = write(program);
        const plain = runPlain(node, program, folder);
        const traced = runTraced(node, program, folder);
        expect(seenIn(traced, throughNode)).toEqual(seenIn(plain, throughNode));
        expect(traced.traces.length).toBeGreaterThan(0);
      });
    }
  });
}
