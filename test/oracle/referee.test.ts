/** The referee has to be trusted before it judges: its programs print what plain node prints, its figures are those worked by hand. */
import { format } from "node:util";
import vm from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inParallel, runNode } from "./children.js";
import { programs } from "./corpus.js";
import { program } from "./generate/program.js";
import { oracle } from "./oracle.js";
import { secondCount } from "./second-count.js";

const judged = programs().filter((each) => each.judged);

describe("the referee", () => {
  it("prints what plain node prints for the written programs", async () => {
    const plain = await inParallel(judged, 2, ({ path }) => runNode([path]));
    const differing = judged.filter(({ source, goal }, i) => oracle(source, { goal }).output !== plain[i]?.stdout);
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  it.each(judged.filter(({ byHand }) => byHand).map((each) => [each.name, each] as const))(
    "finds what was worked by hand in %s",
    (_, each) => {
      const { lines } = oracle(each.source, { goal: each.goal });
      const found = [...lines].filter(([, { allocated }]) => allocated > 0);
      const figures = found.map(([line, { allocated, needed }]) => {
        const worked = each.byHand?.get(line)?.needed === undefined ? {} : { needed };
        return [line, { allocated, ...worked }] as const;
      });
      expect(new Map(figures.sort(([a], [b]) => a - b))).toEqual(each.byHand);
    },
  );

  it("prints what plain V8 prints for 100 generated programs", () => {
    const check = (source: string): void => {
      let output = "";
      // The value of a compiled text may be what the call returns: nothing.
      const log = (...values: unknown[]): void => {
        output += `${format(...values)}\n`;
      };
      const console = { log };
      vm.runInNewContext(source, { console });
      const verdict = oracle(source);
      expect(verdict.output).toBe(output);
      expect(verdict.error).toBeUndefined();
    };
    fc.assert(fc.property(program, check), { numRuns: 100, seed: 262 });
  });

  it("counts what a second count by other means counts, on the lines that V8 names", () => {
    // A generated program names `eval` at its top, used or not. What compiles text is beyond the second count.
    const generated = fc.sample(program, { numRuns: 1500, seed: 262 }).map((source) => {
      const bare = source.replace("const anywhere = eval;", "");
      return /\banywhere\b|\bmakeGenerator\(/.test(bare) ? source : bare;
    });
    const sources = [...judged.map(({ source }) => source), ...generated];
    let lines = 0;
    for (const source of sources) {
      const second = secondCount(source)?.lines;
      if (!second) continue;
      const first = [...oracle(source).lines].filter(([, { allocated }]) => allocated > 0);
      const counted = first.map(([line, { allocated }]) => [line, allocated] as const);
      expect(new Map(counted), source).toEqual(second);
      lines += second.size;
    }
    expect(lines).toBeGreaterThan(1000);
  });
});
