/** A `.js` without a type that only its syntax makes a module: Node reads it anew, and gets it with probes then, too. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { runTraced, write } from "./child.js";

describe.each(testedNodes())("on Node $version", (node) => {
  it.each([
    ["import", "import { sep } from 'node:path';\nconsole.log([sep].length);"],
    ["export", "export const list = [1];\nconsole.log(list.length);"],
    ["top-level await", "const [first] = await Promise.all([1, 2]);\nconsole.log([first].length);"],
    ["import.meta", "console.log([import.meta.url].length);"],
  ])("%s", (_, source) => {
    const program = { files: { "main.js": source }, script: "main.js" };
    const traced = runTraced(node, program, write(program));
    expect([traced.stdout, traced.code]).toEqual(["1\n", 0]);
    const sites = traced.traces.flatMap((trace) => trace.sites);
    expect(sites.reduce((sum, { allocated }) => sum + allocated, 0)).toBeGreaterThan(0);
  });
});
