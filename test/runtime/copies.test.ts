/** Copies of a use: whatever comes to one, and whatever takes its place, it notes what the probe for all does. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { DEPENDENCY, SMALLEST, type Thread, thread, USER } from "./thread.js";

type Use = (value: unknown) => unknown;

/** The first of the copies by what they are called with, as uses of a value. */
const COPIES: Record<string, (probes: Record<string, (...given: unknown[]) => unknown>) => Use> = {
  u: (probes) => (value) => probes.u0?.(value),
  w: (probes) => (value) => {
    expect(probes.w0?.(7, value)).toBe(7);
    return value;
  },
  "N at first": (probes) => (value) => probes.N0?.(0, value),
  "N again": (probes) => (value) => {
    expect(probes.N0?.(value, 7)).toBe(7);
    return value;
  },
};

function named(probes: Thread["probes"]): Record<string, (...given: unknown[]) => unknown> {
  return probes as unknown as Record<string, (...given: unknown[]) => unknown>;
}

class Vector {
  x = 1;
  y = 2;
  add(): string {
    return "$aT";
  }
}

/** What may come to a place; each array object that the runtime has seen being made is one of a few. */
const makers: Record<string, (given: Thread, seen: object[]) => unknown> = {
  number: () => 3,
  text: () => "text",
  nothing: () => undefined,
  null: () => null,
  symbol: () => Symbol.iterator,
  function: () => Math.max,
  plain: () => ({ x: 1 }),
  unseen: () => [1],
  view: () => new Float64Array(2),
  proxy: () => new Proxy([1], {}),
  literal: ({ probes }, seen) => {
    const made = probes.l(USER, [1, 2]);
    seen.push(made);
    return made;
  },
  vector: ({ probes }, seen) => {
    const made = named(probes).n0?.(DEPENDENCY, -2, new Vector()) as object;
    seen.push(made);
    return made;
  },
  "seen before": (_, seen) => seen[0],
  "seen last": (_, seen) => seen.at(-1),
};

const steps = fc.array(
  fc.record({ name: fc.constantFrom(...Object.keys(makers)), times: fc.integer({ min: 1, max: 20 }) }),
  { maxLength: 12 },
);

it.each(Object.keys(COPIES))("%s notes what the probe for all notes", (copy) => {
  fc.assert(
    fc.property(steps, (all) => {
      const figures = [
        (probes: Thread["probes"]): Use =>
          (value) =>
            probes.u(value),
        (probes: Thread["probes"]): Use =>
          (value) =>
            COPIES[copy]?.(named(probes))(value),
      ].map((useOf) => {
        const here = thread(SMALLEST);
        const seen: object[] = [];
        const use = useOf(here.probes);
        for (const { name, times } of all) {
          for (let i = 0; i < times; i++) {
            const value = makers[name]?.(here, seen);
            expect(use(value)).toBe(value);
          }
        }
        return here.trace();
      });
      expect(figures[1]).toEqual(figures[0]);
    }),
    { numRuns: 60 },
  );
});

it("a copy that has met strangers gives its place to another, once for values and once for objects", () => {
  const { probes } = thread(SMALLEST);
  const of = named(probes);
  const before = of.u1;
  for (let i = 0; i < 8; i++) of.u1?.(i);
  const second = of.u1;
  for (let i = 0; i < 8; i++) of.u1?.({});
  const third = of.u1;
  for (let i = 0; i < 20; i++) of.u1?.(i % 2 === 0 ? {} : null);
  expect(new Set([before, second, third, of.u1]).size).toBe(3);
});

it("a region's first object is no stranger", () => {
  const { probes } = thread(SMALLEST);
  const of = named(probes);
  const before = of.N1;
  for (let i = 0; i < 20; i++) of.N1?.(0, probes.l(USER, [i]));
  expect(of.N1).toBe(before);
});

it("a program that has frozen all that it found goes on", () => {
  const { probes } = thread(SMALLEST);
  const of = named(Object.freeze(probes));
  for (let i = 0; i < 20; i++) expect(of.u1?.(i)).toBe(i);
});
