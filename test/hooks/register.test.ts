/** `node --import alloc-trace/register app.js`, with nobody who launched it. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { plainNode } from "../program.js";
import { write } from "./child.js";

const REGISTER = fileURLToPath(new URL("../../dist/hooks/register.js", import.meta.url));
const flag = `--import=${pathToFileURL(REGISTER).href}`;

for (const node of testedNodes()) {
  describe(`by itself on Node ${node.version}`, () => {
    it("traces the program and reports on stderr when it ends", () => {
      const folder = write({
        files: {
          "main.mjs": "for (let i = 0; i < 5; i++) [i].map((x) => x);\nconsole.log('out');\nprocess.exitCode = 3;",
        },
        script: "main.mjs",
      });
      const ran = plainNode([flag, "main.mjs"], { cwd: folder, node: node.path });
      expect([ran.stdout, ran.code]).toEqual(["out\n", 3]);
      expect(ran.stderr).toContain("main.mjs");
      expect(ran.stderr).toMatch(/\b10\b/);
    });

    it("stays out of package managers, and of children that are none of the program", () => {
      const folder = write({ files: { "npm-cli.js": "console.log([1].map((x) => x));" }, script: "npm-cli.js" });
      const ran = plainNode(["npm-cli.js"], { cwd: folder, node: node.path, env: { NODE_OPTIONS: flag } });
      expect(ran).toMatchObject({ stdout: "[ 1 ]\n", stderr: "", code: 0 });
    });
  });
}
