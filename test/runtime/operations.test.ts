/** Arithmetic that the probe counts by itself: the figures are those of what is noted call by call. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { NOW } from "../../src/runtime/core.js";
import type { OperationProbe } from "../../src/runtime/operations.js";
import { DEPENDENCY, SMALLEST, type Thread, thread, USER } from "./thread.js";

type Probes = Record<string, (...given: unknown[]) => unknown>;

class Vector {
  x = 1;
  y = 2;
  add(): string {
    return "$aT";
  }
}

const vector = ({ probes }: Thread): object =>
  (probes as unknown as Probes).n0?.(DEPENDENCY, -2, new Vector()) as object;

/** What a call may be made with, or may give: objects that were there before, new ones, and what is no array at all. */
const values: Record<string, (here: Thread, seen: unknown[]) => unknown> = {
  nothing: () => undefined,
  null: () => null,
  number: () => 3,
  text: () => "text",
  truth: () => true,
  function: () => Math.max,
  plain: () => ({ x: 1 }),
  unseen: () => new Float64Array(2),
  proxy: () => new Proxy([1], {}),
  prototype: () => Array.prototype,
  pair: ({ probes }) => probes.l(USER, [1, 2]),
  "another pair": ({ probes }) => probes.l(USER + 1, [1, 2]),
  triple: ({ probes }) => probes.l(USER + 1, [1, 2, 3]),
  vector,
  "seen last": (_, seen) => seen.at(-1),
  "seen before": (_, seen) => seen[seen.length >> 1],
};

const GIVEN = ["receiver", "a", "b", "c"] as const;
const name = fc.constantFrom(...Object.keys(values));
const call = fc.record({
  site: fc.integer({ min: 2, max: 3 }),
  receiver: fc.oneof(fc.constant("nothing"), name),
  a: name,
  b: name,
  c: fc.oneof({ weight: 4, arbitrary: fc.constant("nothing") }, { weight: 1, arbitrary: name }),
  used: fc.subarray([...GIVEN]),
  gives: fc.oneof(name, fc.constantFrom(...GIVEN)),
  times: fc.integer({ min: 1, max: 12 }),
});

function play(calls: readonly (typeof call extends fc.Arbitrary<infer Call> ? Call : never)[], isCopy: boolean) {
  const here = thread(SMALLEST);
  const { A0 } = here.probes as unknown as { A0: OperationProbe };
  const probe = isCopy ? A0 : here.operations.note;
  const seen: unknown[] = [];
  const make = (what: string): unknown => {
    const made = values[what]?.(here, seen);
    if (typeof made === "object" && made !== null) seen.push(made);
    return made;
  };
  for (const { site, gives, used, times, ...given } of calls) {
    for (let i = 0; i < times; i++) {
      const before = here.core.clock[NOW] as number;
      const [receiver, a, b, c] = GIVEN.map((each) => make(given[each]));
      const all = { receiver, a, b, c };
      for (const each of used) here.probes.u(all[each]);
      const value = (GIVEN as readonly string[]).includes(gives) ? all[gives as "a"] : make(gives);
      expect(probe(USER + site, before, value, receiver, a, b, c)).toBe(value);
    }
  }
  return { operations: here.operations.list(), trace: here.trace() };
}

/** Whichever line came first. */
const sorted = ({ operations, trace }: ReturnType<typeof play>) => ({
  operations: operations.map((each) => JSON.stringify(each)).sort(),
  trace: { ...trace, operations: trace.operations.map((each) => JSON.stringify(each)).sort() },
});

it("what the probe counts is what is noted call by call", () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 10 }), (calls) => {
      expect(sorted(play(calls, true))).toEqual(sorted(play(calls, false)));
    }),
    { numRuns: 400 },
  );
});

it("counts without asking what is done with one class of receiver, and with none", () => {
  const here = thread(SMALLEST);
  const { A1, A2 } = here.probes as unknown as Record<"A1" | "A2", OperationProbe>;
  let noted = 0;
  const { note } = here.operations;
  here.operations.note = (...given) => {
    noted++;
    return note(...given);
  };
  for (let i = 0; i < 100; i++) {
    const before = here.core.clock[NOW] as number;
    const pair = here.probes.l(USER, [i, i]);
    A1(USER + 2, before, here.probes.l(USER + 1, [i, i]), undefined, pair, i);
    A2(USER + 3, here.core.clock[NOW] as number, pair, pair, i);
  }
  expect(noted).toBe(0);
  expect(here.operations.list()).toEqual([
    { site: USER + 2, receiver: null, result: "Array", calls: 100, made: 100, existing: 0 },
    { site: USER + 3, receiver: "Array", result: "Array", calls: 100, made: 0, existing: 100 },
  ]);
});
