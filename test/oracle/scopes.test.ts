/**
 * What `temporary` says of iterations and calls, by the referee. Where a place makes one in each iteration, those that die in
 * it are finished with before the next one is made; the reverse does not hold. Of calls neither does: they nest.
 */
import { describe, expect, it } from "vitest";
import { generated } from "../conformance/agreement.js";
import { programs } from "./corpus.js";
import { add, none, type OneInEach } from "./figures.js";
import { oracle } from "./oracle.js";
import { traced } from "./traced.js";

function lineOf(source: string, line: number): { iteration: OneInEach; call: OneInEach } {
  const { iteration, call } = oracle(source).lines.get(line) ?? none();
  return { iteration, call };
}

const NONE = { made: 0, died: 0, temporary: 0 };

describe("the referee's iterations and calls", () => {
  it.each([
    ["dies in its iteration", "let s = 0;\nfor (let i = 0; i < 4; i++) { const a = [i]; s += a[0]; }", 4, 4],
    ["is read in the next iteration", "let p = [9];\nfor (let i = 0; i < 4; i++) { p[0]; p = [i]; }", 1, 4],
    ["is read behind the loop", "let p;\nfor (const i of new Set([1, 2, 3, 4])) p = [i];\np[0];", 3, 4],
    ["is kept", "const all = [];\nfor (let i = 0; i < 4; i++) all.push([i]);\nall.flat();", 0, 1],
  ])("one in each iteration, which %s", (_, source, died, temporary) => {
    expect(lineOf(source, 2)).toEqual({ iteration: { made: 4, died, temporary }, call: NONE });
  });

  it("one in each call, which dies in it or is what the call gives", () => {
    const used = "const f = () => { const a = [1]; return a[0]; };\nf(); f(); f();";
    expect(lineOf(used, 1).call).toEqual({ made: 3, died: 3, temporary: 3 });
    const given = "const f = () => [1];\nf()[0]; f()[0]; f()[0];";
    expect(lineOf(given, 1).call).toEqual({ made: 3, died: 0, temporary: 3 });
  });

  it("is told of bytes behind a view, too", () => {
    const source = "let b;\nfor (let i = 0; i < 3; i++) b = new Float64Array(2);\nb[0];";
    expect(lineOf(source, 2).iteration).toEqual({ made: 3, died: 2, temporary: 3 });
  });
});

describe("places that make one in each iteration", () => {
  it("have no more that die in it than `temporary` says, and often fewer", () => {
    const written = programs().filter(({ judged }) => judged);
    const sources = [...written, ...generated(30, 20).map(({ source }) => ({ source, goal: "script" as const }))];
    const total = none();
    for (const { source, goal } of sources) {
      for (const [line, figures] of oracle(source, { goal }).lines) {
        expect(figures.iteration.died, `line ${line} of ${source}`).toBeLessThanOrEqual(figures.iteration.temporary);
        add(total, figures);
      }
    }
    expect(total.iteration.made).toBeGreaterThan(1000);
    expect(total.iteration.died).toBeLessThan(total.iteration.temporary);
    expect(total.call.died).toBeLessThan(total.call.temporary);
  });
});

/** To the referee, what a loop's head, a job's native or a labelled loop makes is in no iteration. */
const OUTSIDE = /\bof\b|\bawait\b/;
const LABELLED = /^\s*\w+: (?:for|while|do)\b/m;
/** Rest parameters and class fields: the call's to the referee, and nobody's to us. */
const BEFORE_THE_BODY = /\.\.\.|^\s*(?:static )?\w+ = /;

describe("what --scopes says ends in the iteration and the call that made it", () => {
  it("is never more than the referee finds, and nearly all of that", { timeout: 300_000 }, async () => {
    const written = programs().filter(
      ({ judged, goal, source }) => judged && goal === "script" && !LABELLED.test(source),
    );
    const sources = [...written.map(({ source }) => source), ...generated(30, 21).map(({ source }) => source)];
    const [found, said] = [none(), none()];
    for (const source of sources) {
      const { lines: counted } = await traced(source, true);
      for (const [line, expected] of oracle(source).lines) {
        const got = counted.get(line);
        const text = source.split("\n")[line - 1] ?? "";
        if (got?.allocated !== expected.allocated || OUTSIDE.test(text)) continue;
        expect(got.inIteration, `line ${line} of ${source}`).toBeLessThanOrEqual(expected.inIteration);
        expect(got.inCall, `line ${line} of ${source}`).toBeLessThanOrEqual(expected.inCall);
        if (BEFORE_THE_BODY.test(text)) continue;
        add(found, expected);
        add(said, { ...none(), ...got });
      }
    }
    expect(found.inIteration).toBeGreaterThan(300);
    expect(said.inIteration).toBeGreaterThan(0.9 * found.inIteration);
    expect(found.inCall).toBeGreaterThan(200);
    expect(said.inCall).toBeGreaterThan(0.7 * found.inCall);
  });
});
