/** What `new` gives is known by what its site gave before: the figures are those of a runtime that asks each time. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ASKED, CLAIMED } from "../../src/runtime/alike.js";
import { DEPENDENCY, SMALLEST, type Thread, thread, USER } from "./thread.js";

// A body that has been probed says so; one without probes escapes.
class Vector {
  x = 1;
  y = 2;
  add(): string {
    return "$aT";
  }
  mul(): this {
    return this;
  }
}
class Longer extends Vector {
  z = 3;
  sub(): string {
    return "$aT";
  }
}
class Plain {
  x = 1;
}
class Odd extends Float64Array {
  mul(): string {
    return "$aT";
  }
}
const one = new Vector();

const MAKERS: Record<string, () => object> = {
  vector: () => new Vector(),
  longer: () => new Longer(),
  plain: () => new Plain(),
  three: () => new Float64Array(3),
  four: () => new Float64Array(4),
  other: () => new Float32Array(3),
  odd: () => new Odd(3),
  bytes: () => new ArrayBuffer(8),
  view: () => new DataView(new ArrayBuffer(8)),
  list: () => [1, 2, 3],
  frozen: () => Object.freeze(new Vector()),
  again: () => one,
};

type Drawn<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never;

/** The first copy of the probe for `new`. */
function copies(probes: Thread["probes"]): { n0(site: number, around: number, value: object): object } {
  return probes as Thread["probes"] & { n0(site: number, around: number, value: object): object };
}

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(MAKERS)),
    times: fc.integer({ min: 1, max: 20 }),
    // The user's line that has called the dependency, or none: it is the user's own `new`.
    user: fc.integer({ min: -1, max: 2 }),
    used: fc.boolean(),
  }),
  { maxLength: 12 },
);

class Listed extends Array<number> {}

/** What natives give: new arrays, what they were called on, what somebody has made before. */
const GIVERS: Record<string, (list: unknown[]) => unknown> = {
  map: (list) => list.map(() => 1),
  sort: (list) => list.sort(),
  at: () => one,
  find: () => 3,
  listed: () => Listed.from([1, 2, 3]),
  three: () => new Float64Array(3),
  nested: () => [[1], [2]],
};

const calls = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(GIVERS)),
    times: fc.integer({ min: 1, max: 20 }),
    user: fc.integer({ min: -1, max: 2 }),
    text: fc.boolean(),
    early: fc.boolean(),
  }),
  { maxLength: 12 },
);

/** The same for one call of a native: on a list that is known, or on a text. */
function given(list: Drawn<typeof calls>, apart: boolean): object {
  const on = thread(SMALLEST, apart);
  const { probes } = on;
  const known = probes.l(USER + 5, [3, 2, 1]);
  for (const { name, times, user, text, early } of list) {
    for (let i = 0; i < times; i++) {
      const around = probes.k(user < 0 ? USER : USER + 1 + user);
      const [site, crumb, receiver] = [user < 0 ? USER : DEPENDENCY, user < 0 ? around : -2, text ? "text" : known];
      const id = early ? probes.t() : 0;
      const value = (GIVERS[name] as (list: unknown[]) => unknown)(known);
      if (early) probes.m(site, crumb, value, receiver, 0, 0, id);
      else probes.r(site, crumb, value, receiver, 0, 0);
      probes.c(USER, around, 0);
    }
  }
  return shown(on);
}

function shown(on: Thread): object {
  const { sites, blamed } = on.trace();
  const line = ({ type, size, allocated, needed, unused, bytes, peakBytes }: (typeof sites)[number]) =>
    [type, size, allocated, needed, unused, bytes, peakBytes].join(" ");
  return {
    sites: sites.map((group) => `${group.site.site}: ${line(group)}`).sort(),
    blamed: blamed.map((group) => `${group.site.site} by ${group.blame?.site}: ${line(group)}`).sort(),
  };
}

/** By group: how many were made, needed, never used, and their bytes. */
function figures(list: Drawn<typeof steps>, apart: boolean): object {
  const on = thread(SMALLEST, apart);
  const { probes } = on;
  const { n0 } = copies(probes);
  for (const { name, times, user, used } of list) {
    for (let i = 0; i < times; i++) {
      const around = probes.k(user < 0 ? USER : USER + 1 + user);
      const made = n0(user < 0 ? USER : DEPENDENCY, user < 0 ? around : -2, (MAKERS[name] as () => object)());
      probes.c(USER, around, 0);
      if (used) probes.u(made);
    }
  }
  return shown(on);
}

it("counts what comes out of `new`, whatever came before it", () => {
  fc.assert(
    fc.property(steps, (list) => {
      expect(figures(list, false)).toEqual(figures(list, true));
    }),
    { numRuns: 300, seed: 7 },
  );
});

it("counts what natives give, whatever they gave before", () => {
  fc.assert(
    fc.property(calls, (list) => {
      expect(given(list, false)).toEqual(given(list, true));
    }),
    { numRuns: 300, seed: 7 },
  );
});

it("claims what a native gives again and again, and asks from then on where it was wrong", () => {
  const { core, probes } = thread(SMALLEST, false);
  const list = probes.l(USER + 5, [3, 2, 1]);
  for (let i = 0; i < 3; i++) probes.r(USER, 0, list.slice(), list, 0, 0);
  expect(core.alike[USER]).toBe(CLAIMED);
  const before = core.clock[0];
  probes.r(USER, 0, list, list, 0, 0);
  expect(core.alike[USER]).toBe(ASKED);
  expect(core.clock[0]).toBe(before);
});

it("has a record where the same comes again and again, and none where something else came", () => {
  const { core, probes } = thread(SMALLEST, false);
  const { n0 } = copies(probes);
  for (let i = 0; i < 3; i++) n0(USER, 0, new Vector());
  expect(core.alike[USER]).toBeGreaterThan(0);
  n0(USER, 0, new Longer());
  for (let i = 0; i < 3; i++) n0(USER, 0, new Vector());
  expect(core.alike[USER]).toBe(ASKED);
});

it("does not take a proxy for what is behind it", () => {
  const { core, probes } = thread(SMALLEST, false);
  const { n0 } = copies(probes);
  for (let i = 0; i < 3; i++) n0(USER, 0, new Vector());
  // As `new Proxy(target, {})` in a constructor, which gives it instead of the target.
  const target = new Vector();
  const proxy = probes.M(new Proxy(target, {}), target);
  const before = core.clock[0] as number;
  n0(USER, 0, proxy);
  expect(probes.stamps.id(proxy)).toBe(before + 1);
  expect(probes.stamps.id(target)).toBe(before + 1);
});
