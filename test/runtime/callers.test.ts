/** The audit of blame, on a stack that the test makes up: what disagrees is found, and said in the headline. */
import { expect, it } from "vitest";
import { analyse } from "../../src/analysis/index.js";
import { renderText } from "../../src/report/text.js";
import { Callers, type UserFrame } from "../../src/runtime/callers.js";
import { type Core, GROUP, LIMIT, LIVES, makeCore, NOW, SLOTS } from "../../src/runtime/core.js";
import { Groups } from "../../src/runtime/groups.js";
import { Registry } from "../../src/runtime/registry.js";
import { makeSweep } from "../../src/runtime/sweep.js";
import { packTable } from "../../src/trace/site-table.js";
import { CWD, TraceBuilder } from "../trace-builder.js";

const PATH = `${CWD}/sim.ts`;
const SITE = 100;

function audited(births: number, frame: () => UserFrame[] | null) {
  const core = makeCore(0);
  const groups = new Groups(core);
  const registry = new Registry();
  const span = { line: 4, column: 3, endLine: 6, endColumn: 2 };
  const site = { ...span, kind: "call", fn: "", loop: -1, owner: -1, text: "f()" } as const;
  const bodies = [{ line: 20, column: 10, endLine: 30, endColumn: 2 }];
  registry.add(SITE, packTable({ path: PATH, dependency: null, sites: [site], loops: [], functions: [], bodies }));
  const callers = new Callers(core, makeSweep(core), groups, registry, frame, () => 500);
  const group = groups.own(SITE);
  for (let i = 0; i < births; i++) born(core, group);
  return callers.audit;
}

function born(core: Core, group: number): void {
  const id = (core.clock[NOW] as number) + 1;
  if (id > (core.clock[LIMIT] as number)) core.full(group);
  core.clock[NOW] = id;
  core.slots[((id & core.mask) << SLOTS) + GROUP] = group;
  core.lives[(id & core.mask) << LIVES] = id;
}

const at = (line: number, path = PATH, waiting = false): UserFrame => ({ path, line, column: 1, text: "", waiting });

it("agrees where the stack is on one of the lines of the expression to blame", () => {
  for (const line of [4, 5, 6]) {
    const { sampled, agreed, disagreements } = audited(100_000, () => [at(line), at(99)]);
    expect(sampled).toBeGreaterThan(15);
    expect(sampled).toBeLessThan(60);
    expect([agreed, disagreements]).toEqual([sampled, []]);
  }
});

it("looks past the bodies of array classes", () => {
  const { sampled, agreed } = audited(10_000, () => [at(25), at(29), at(5)]);
  expect(agreed).toBe(sampled);
});

it("learns nothing from a line that only waits for what runs", () => {
  const { sampled, disagreements } = audited(10_000, () => [at(99, PATH, true)]);
  expect([sampled, disagreements]).toEqual([0, []]);
});

it("samples the same births in every run", () => {
  const seen = (): number[] => {
    const times: number[] = [];
    let born = 0;
    audited(20_000, () => {
      times.push(born++);
      return [at(5)];
    });
    return times;
  };
  expect(seen()).toEqual(seen());
});

it("says what does not agree, of another line or another file, and keeps the first few", () => {
  for (const frame of [at(7), at(5, `${CWD}/other.ts`)]) {
    const audit = audited(300_000, () => [frame]);
    expect(audit.sampled).toBeGreaterThan(10);
    expect(audit).toMatchObject({ agreed: 0 });
    expect(audit.disagreements).toHaveLength(10);
    const { path, line } = frame;
    expect(audit.disagreements[0]).toEqual({ blamed: { path: PATH, line: 4 }, stack: { path, line } });
    const trace = { ...new TraceBuilder().build(), audit };
    const report = analyse([trace], { script: PATH, cwd: CWD, tool: "1.0.0" });
    const text = renderText(report, { columns: 200 });
    expect(text).toContain(`of ${audit.sampled} arrays looked at, 0 % were on the line that a stack trace gives`);
    expect(text).toContain(`the first put down to sim.ts:4 came from ${path === PATH ? "sim" : "other"}.ts:${line}`);
  }
});

it("counts nothing where the stack cannot be had", () => {
  expect(audited(10_000, () => null)).toMatchObject({ sampled: 0 });
  expect(audited(10_000, () => [])).toMatchObject({ sampled: 0 });
});
