/** JavaScript under the hooks does, says and ends as under plain Node: stdout, stderr to the last column, exit code. */
import { describe, expect, it } from "vitest";
import { outermostNodes, testedNodes } from "../nodes.js";
import { type Program, runPlain, runTraced, write } from "./child.js";
import { PROGRAMS } from "./programs.js";
import { seenIn } from "./seen.js";

// Nodes between the oldest and the newest hook modules as the newest does: they share the programs.
const all = testedNodes();
const outermost = new Set(outermostNodes().map(({ path }) => path));
const between = all.filter(({ path }) => !outermost.has(path));

for (const node of all) {
  const turn = between.indexOf(node);
  const programs = Object.entries(PROGRAMS).filter((_, i) => turn < 0 || i % between.length === turn);
  describe(`as on plain Node ${node.version}`, () => {
    for (const [name, { script = "main.js", throughNode = false, ...rest }] of programs) {
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
