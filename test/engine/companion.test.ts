/**
 * What V8 really allocated, held to programs of which it is known. Bounds are wide, for the optimizer starts when it has
 * the time: what is asserted holds on a machine that is busy with other things.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EngineReport } from "../../src/report/engine.js";
import type { Report, ReportLine } from "../../src/report/report.js";
import type { CpuProfile, HeapNode, HeapProfile } from "../../src/trace/engine.js";
import { outermostNodes } from "../nodes.js";
import { allocTrace, temporaryFolder } from "../program.js";
import { schemaErrors, strictSchema } from "../strict-schema.js";
import { lineOf, ROOT } from "../traced-script.js";

const FOLDER = "test/engine/programs";

interface Seen {
  report: Report;
  engine: EngineReport;
  line: ReportLine;
  stdout: string;
}

/** @param text what stands on the line that is asked about, and on no other */
function seen(
  name: string,
  text: string,
  words: readonly string[] = [],
  node?: string,
  more: { input?: string; args?: readonly string[] } = {},
): Seen {
  const { input, args = [] } = more;
  const file = join(temporaryFolder(), "report.json");
  const path = `${FOLDER}/${name}`;
  const ran = allocTrace(["engine", "-q", `--json=${file}`, ...words, path, ...args], {
    cwd: ROOT,
    ...(node ? { node } : {}),
    ...(input === undefined ? {} : { input }),
  });
  expect(ran.code, ran.stderr).toBe(0);
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  expect(schemaErrors(strictSchema("report"), report)).toBe("");
  if (!report.engine || "leftOut" in report.engine) throw new Error(JSON.stringify(report.engine));
  return { report, engine: report.engine, line: lineOf(report, path, text), stdout: ran.stdout };
}

const TIME = { timeout: 300_000 };

describe.each(outermostNodes())("Node $version", ({ path: node }) => {
  test("a pair that is taken apart at once is not made", TIME, () => {
    const { line, engine } = seen("elided.mjs", "return [a, b]", [], node);
    expect(line.allocated).toBe(5_000_000);
    expect(line.engine).toMatchObject({ verdict: "elided", asked: 5_000_000 * 64 });
    expect(line.engine?.elided?.low).toBeGreaterThan(0.2);
    // With escape analysis off they are there: what was taken away is not an error of the sampling.
    expect(engine.runs.map(({ purpose }) => purpose)).toEqual(["companion", "control"]);
    expect(engine.runs[1]?.heap.bytes).toBeGreaterThan(2 * (engine.runs[0]?.heap.bytes ?? 0));
    expect(engine).toMatchObject({ sameOutput: true, sameEnd: true, notes: [] });
  });

  test("a pair that is kept is made", TIME, () => {
    const { line, engine } = seen("stored.mjs", "return [a, b]", [], node);
    expect(line.engine).toMatchObject({ verdict: "allocated", asked: 2_000_000 * 64 });
    // The bounds are those of 99 %, so that one run in a few hundred puts the lower one a little above the truth, which is 0.
    expect(line.engine?.elided?.low).toBeLessThan(0.02);
    // 128 MB of pairs, inlined or not: the sum over the functions is theirs, and little else.
    const sum = engine.functions.reduce((all, { allocated }) => all + allocated.value, 0);
    const total = engine.runs[0]?.heap.bytes ?? 0;
    expect(total).toBeGreaterThan(0.9 * 2_000_000 * 64);
    expect(total).toBeLessThan(1.4 * 2_000_000 * 64);
    expect(sum).toBeLessThan(1.1 * total);
  });

  test("what is alive at the end stands at the line that made it", TIME, () => {
    const { engine } = seen("kept.mjs", "world.push([", ["--retained"], node);
    const [most] = engine.retained ?? [];
    expect(most).toMatchObject({ function: "grow", lines: [`${FOLDER}/kept.mjs:5`] });
    // 50,000 arrays of three, and the list that holds them.
    expect(most?.bytes.value).toBeGreaterThan(0.7 * 50_000 * 72);
    expect(most?.bytes.value).toBeLessThan(2 * 50_000 * 88);
  });

  test("profiles have the positions of the source", TIME, () => {
    const folder = join(temporaryFolder(), "new", "profiles");
    const { line, engine } = seen("typed.ts", "ring[at & 15] = [", [`--profile-out=${folder}`], node);
    expect(line.engine?.verdict).toBe("allocated");
    expect(engine.functions.map(({ name, line: at }) => [name, at])).toContainEqual(["keep", 11]);
    const heap = JSON.parse(readFileSync(join(folder, "typed.heapprofile"), "utf8")) as HeapProfile;
    const ours = frames(heap.head).filter(({ callFrame }) => callFrame.url.endsWith("/typed.ts"));
    expect(ours.length).toBeGreaterThan(0);
    const lines = readFileSync(join(ROOT, FOLDER, "typed.ts"), "utf8").split("\n");
    for (const { callFrame } of ours) {
      if (callFrame.functionName === "keep") expect(lines[callFrame.lineNumber]).toContain("function keep(");
    }
    const cpu = JSON.parse(readFileSync(join(folder, "typed.cpuprofile"), "utf8")) as CpuProfile;
    expect(cpu.nodes.length).toBeGreaterThan(0);
    const ids = new Set(cpu.nodes.map(({ id }) => id));
    expect(cpu.samples.every((id) => ids.has(id))).toBe(true);
    expect(cpu.timeDeltas).toHaveLength(cpu.samples.length);
  });
});

/* What is said of it does not depend on the Node: once is enough, for each takes some seconds. */

test("the first pairs are made before the optimizer comes", TIME, () => {
  // One sample in 2,400 bytes then, so that a few hundred pairs are seen for certain.
  const { line, engine } = seen("warm-up.mjs", "return [a, b]", [], undefined, { args: ["1500000"] });
  expect(engine.runs[0]?.heap.interval).toBe(2400);
  expect(line.engine?.verdict).toBe("elided");
  expect(line.engine?.elided?.low).toBeGreaterThan(0.2);
  const low = engine.functions.reduce((all, { allocated }) => all + allocated.low, 0);
  expect(low).toBeGreaterThan(64);
});

test("from where the optimizer was wrong they are made", TIME, () => {
  const { line } = seen("deoptimized.mjs", "return [a, b]");
  expect(line.engine?.elided).not.toBeNull();
  expect(line.engine?.elided?.high).toBeLessThan(0.8);
});

test("nothing is taken away where nothing is optimized", TIME, () => {
  for (const flag of ["--no-opt", "--jitless"]) {
    const maglev = flag === "--no-opt" ? ["--node-arg=--no-maglev"] : [];
    const { line } = seen("elided.mjs", "return [a, b]", [`--node-arg=${flag}`, ...maglev], undefined, {
      args: ["400000"],
    });
    expect(line.engine, flag).toMatchObject({ verdict: "allocated" });
    expect(line.engine?.elided?.high).toBeLessThan(0.2);
  }
});

test("what grows takes far more than it asks for", TIME, () => {
  const { line } = seen("growth.mjs", "const list = [];");
  expect(line.engine).toMatchObject({ verdict: "hidden", asked: 20_000 * 32 });
  expect(line.engine?.why).toMatch(/^\d+\.\d times the arrays' bytes are allocated around them$/);
});

test("boxed numbers are seen", TIME, () => {
  const { engine } = seen("boxed.mjs", 'const list = ["row"');
  const boxed = engine.functions.reduce((sum, one) => sum + one.boxed, 0);
  // Seven a row, 16 bytes each.
  expect(boxed).toBeGreaterThan(0.5 * 200_000 * 7 * 16);
  expect(boxed).toBeLessThan(1.3 * 200_000 * 7 * 16);
});

function frames(node: HeapNode): HeapNode[] {
  return [node, ...node.children.flatMap(frames)];
}

test("a second run is given what the first one had on stdin", TIME, () => {
  const input = `${Array.from({ length: 200 }, (_, i) => i).join("\n")}\n`;
  const { engine, stdout } = seen("pipe.mjs", "const made =", ["--engine=yes"], undefined, { input });
  expect(stdout).toBe("969391\n");
  expect(engine).toMatchObject({ sameOutput: true, sameEnd: true });
});

test("a script that may not be run twice is asked about", TIME, () => {
  const file = join(temporaryFolder(), "report.json");
  const words = ["engine", "-q", `--json=${file}`, `${FOLDER}/by-chance.mjs`];
  expect(allocTrace(words, { cwd: ROOT }).code).toBe(0);
  expect((JSON.parse(readFileSync(file, "utf8")) as Report).engine).toEqual({
    leftOut: `"${FOLDER}/by-chance.mjs" draws random numbers (${FOLDER}/by-chance.mjs:2); --engine=yes runs it again all the same`,
  });
  const { engine } = seen("by-chance.mjs", "const list =", ["--engine=yes"]);
  expect(engine.sameOutput).toBe(false);
});

test("what is said of too few samples, and of the price", TIME, () => {
  const words = ["engine", "--all", "--no-frames", `${FOLDER}/stored.mjs`, "20000000"];
  const { stderr } = allocTrace(words, { cwd: ROOT, env: { COLUMNS: "200" } });
  expect(stderr).toMatch(
    / % of the time is garbage collection; mending line \S+:4 would remove \d+(\.\d)? % of the array bytes\n/,
  );
  expect(stderr).toMatch(
    /stored\.mjs:2 .*undecidable: too few samples: were all made, they would be less than one sample/,
  );
  expect(stderr).toMatch(/stored\.mjs:4 .*allocated, at least 1\.\d+ GB on the heap/);
  expect(stderr).toMatch(
    /sampled: time by (v8-profiler-next|node:inspector) \([\d,]+ samples?\), heap by node:inspector/,
  );
});

test("a profile that cannot be written is a mistake in the command", TIME, () => {
  const folder = temporaryFolder();
  const file = join(folder, "taken");
  writeFileSync(file, "");
  const ran = allocTrace(["engine", "-q", `--profile-out=${file}`, `${FOLDER}/kept.mjs`], { cwd: ROOT });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/^alloc-trace: --profile-out names ".*", which is no folder; name a folder\n$/);
  expect(ran.stdout).toBe("");
  expect(existsSync(join(folder, "kept.cpuprofile"))).toBe(false);
});
