/** JavaScript under the hooks does, says and ends as under plain Node: stdout, stderr to the last column, exit code. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import type { Ran } from "../program.js";
import { type Program, runPlain, runTraced, write } from "./child.js";
import { PROGRAMS } from "./programs.js";

/** Without the frame that Node shows of itself, and without its lines of the stack. */
function withoutNodesOwn(stderr: string): string {
  return stderr
    .replace(/^\n*node:internal.*\n.*\n.*\n\n?/, "")
    .replace(/^ +at .*node:internal.*?( \{)?\n/gm, "$1\n")
    .replace(/\n+/g, "\n");
}

for (const node of testedNodes()) {
  describe(`as on plain Node ${node.version}`, () => {
    for (const [name, { script = "main.js", throughNode = false, ...rest }] of Object.entries(PROGRAMS)) {
      it(name, () => {
        const program: Program = { ...rest, script };
        const folder = write(program);
        const plain = runPlain(node, program, folder);
        const traced = runTraced(node, program, folder);
        const seen = (ran: Ran): Ran => {
          const { code, signal, stdout, stderr } = ran;
          return { code, signal, stdout, stderr: throughNode ? withoutNodesOwn(stderr) : stderr };
        };
        expect(seen(traced)).toEqual(seen(plain));
        expect(traced.traces.length).toBeGreaterThan(0);
      });
    }
  });
}
