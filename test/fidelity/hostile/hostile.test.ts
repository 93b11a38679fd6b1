/**
 * Hostile source runs as under plain Node, or fails as it does there; what runs without probes stands in the report, with
 * the reason.
 */
import { symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { type Program, runPlain, runTraced, write } from "../../hooks/child.js";
import { seenIn } from "../../hooks/seen.js";
import { outermostNodes } from "../../nodes.js";
import { HOSTILE } from "./programs.js";

describe.each(outermostNodes())("as on plain Node $version", (node) => {
  for (const [
    name,
    { script = "main.js", throughNode = false, untraced = {}, slow = false, ...rest },
  ] of Object.entries(HOSTILE)) {
    it.skipIf(slow && node.path !== process.execPath)(name, { timeout: 300_000 }, () => {
      const program: Program = { ...rest, script };
      const folder = write(program);
      const plain = runPlain(node, program, folder);
      write(program, folder);
      const traced = runTraced(node, program, folder);
      expect(seenIn(traced, throughNode)).toEqual(seenIn(plain, throughNode));
      const notSeen = traced.traces.flatMap((trace) => trace.notSeen);
      const reasons = new Map(notSeen.map(({ path = "", why }) => [relative(folder, path), why]));
      for (const [path, why] of Object.entries(untraced)) expect(reasons.get(path)).toMatch(why);
    });
  }

  it("links to files and folders", () => {
    const program: Program = {
      files: {
        "real/a.js": "module.exports=[__filename,[1].map(()=>new Error('a').stack.split('\\n')[1])];",
        "main.js": "console.log(require('./link.js'),require('./folder/a.js'));[1].map(()=>null.x)",
      },
      script: "main.js",
    };
    const folder = write(program);
    symlinkSync("real", join(folder, "folder"), "junction");
    symlinkSync(join(folder, "real/a.js"), join(folder, "link.js"));
    symlinkSync(join(folder, "main.js"), join(folder, "main-link.js"));
    for (const flags of [[], ["--preserve-symlinks"], ["--preserve-symlinks", "--preserve-symlinks-main"]]) {
      const linked = { ...program, script: "main-link.js", flags };
      const { traces: _, ...traced } = runTraced(node, linked, folder);
      expect(traced).toEqual(runPlain(node, linked, folder));
    }
  });
});
