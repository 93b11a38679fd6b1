/** A trace is written however the program ends, and says how. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { runTraced, write } from "./child.js";

const ENDINGS: { [name: string]: { text: string; ended: object; made: number } } = {
  "by itself": { text: "globalThis.a = [1].map((x) => x);", ended: { by: "exit", code: 0 }, made: 2 },
  "with an exit code": { text: "process.exitCode = 4; [1].map((x) => x);", ended: { by: "exit", code: 4 }, made: 2 },
  "by process.exit": { text: "[1].map((x) => x); process.exit(5); [2];", ended: { by: "exit", code: 5 }, made: 2 },
  "by process.exit inside a callback": {
    text: "setTimeout(() => { const a = [1]; process.exit(6); a.concat(2); });",
    ended: { by: "exit", code: 6 },
    made: 1,
  },
  "by process.reallyExit": {
    text: "[1].map((x) => x); process.reallyExit(7);",
    ended: { by: "exit", code: 7 },
    made: 2,
  },
  "by an error": { text: "[1].map((x) => x); throw new Error('end');", ended: { by: "error", code: 1 }, made: 2 },
  "by a rejection": {
    text: "[1].map((x) => x); Promise.reject(new Error('end'));",
    ended: { by: "error", code: 1 },
    made: 2,
  },
  "after a handled error": {
    text: "process.on('uncaughtException', () => {}); setTimeout(() => [1].map((x) => x)); throw 1;",
    ended: { by: "exit", code: 0 },
    made: 2,
  },
  "with arrays made by exit listeners": {
    text: "process.on('exit', () => { [1].map((x) => x); });",
    ended: { by: "exit", code: 0 },
    made: 2,
  },
  "with exit listeners that throw": {
    text: "process.on('exit', () => { [1].map((x) => x); throw new Error('late'); });",
    ended: { by: "error", code: 1 },
    made: 2,
  },
  "with exit listeners that are taken away": {
    text: "[1].map((x) => x); process.removeAllListeners();",
    ended: { by: "exit", code: 0 },
    made: 2,
  },
};

for (const node of testedNodes()) {
  describe(`a program on Node ${node.version} that ends`, () => {
    for (const [name, { text, ended, made }] of Object.entries(ENDINGS)) {
      it(name, () => {
        const program = { files: { "main.js": text }, script: "main.js" };
        const { traces } = runTraced(node, program, write(program));
        expect(traces).toHaveLength(1);
        expect(traces[0]?.ended).toMatchObject(ended);
        expect(traces[0]?.clock).toBe(made);
      });
    }
  });
}
