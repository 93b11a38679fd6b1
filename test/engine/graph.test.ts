/**
 * V8's own word on the programs of this folder: what `--trace-turbo` writes down of the optimizer's work shows the
 * allocations that are left when escape analysis is done. The verdicts of `companion.test.ts` are held to it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outermostNodes } from "../nodes.js";
import { plainNode, temporaryFolder } from "../program.js";
import { ROOT } from "../traced-script.js";

interface Phase {
  name: string;
  type: string;
  data: { nodes?: { title?: string; opcode?: string; label?: string }[] };
}

/** The first phase in which nodes that are dead are not listed any more: TurboFan's in V8 11, then Turboshaft's. */
const SETTLED = new Set(["V8.TFEffectLinearization", "V8.TFTurboshaftBuildGraph"]);

/** Allocations in the optimized code of a function, for each time that it was optimized to the end. */
function allocationsLeft(node: string, program: string, name: string): number[] {
  const folder = temporaryFolder();
  const words = ["--trace-turbo", `--trace-turbo-path=${folder}`, `--trace-turbo-filter=${name}`, join(ROOT, program)];
  // V8 writes a second file for each thread, and that one into the working directory.
  expect(plainNode(words, { cwd: folder, node }).code).toBe(0);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const phase = phasesOf(join(folder, file)).find((one) => SETTLED.has(one.name));
      if (!phase) return [];
      const titles = (phase.data.nodes ?? []).map((one) => one.title ?? one.opcode ?? one.label ?? "");
      return [titles.filter((title) => /^Allocate(?:Raw)?\b/.test(title)).length];
    });
}

/** Of a function that was still being optimized when the program ended there is half a file. */
function phasesOf(path: string): Phase[] {
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as { phases: Phase[] }).phases;
  } catch {
    return [];
  }
}

describe.each(outermostNodes())("Node $version", ({ path: node }) => {
  test("an array that is taken apart at once is not in the optimized code", { timeout: 120_000 }, (context) => {
    const left = allocationsLeft(node, "test/engine/programs/warm-up.mjs", "run");
    if (left.length === 0) context.skip("the program ended before the optimizer");
    expect(left.every((count) => count === 0)).toBe(true);
  });

  test("an array that is kept is", { timeout: 120_000 }, (context) => {
    const left = allocationsLeft(node, "test/engine/programs/stored.mjs", "run");
    if (left.length === 0) context.skip("the program ended before the optimizer");
    expect(left.every((count) => count > 0)).toBe(true);
  });
});
