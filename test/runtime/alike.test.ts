/** What `new` gives is known by what its site gave before: the figures are those of a runtime that asks each time. */
import fc from "fast-check";
import { expect, it } from "vitest";
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

type Step = { name: string; times: number; user: number; used: boolean };

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

/** By group: how many were made, needed, never used, and their bytes. */
function figures(list: readonly Step[], apart: boolean): object {
  const on = thread(SMALLEST, apart);
  const probes = on.probes as Thread["probes"] & { n0(site: number, around: number, value: object): object };
  for (const { name, times, user, used } of list) {
    for (let i = 0; i < times; i++) {
      const around = probes.k(user < 0 ? USER : USER + 1 + user);
      const made = probes.n0(user < 0 ? USER : DEPENDENCY, user < 0 ? around : -2, (MAKERS[name] as () => object)());
      probes.c(USER, around, 0);
      if (used) probes.u(made);
    }
  }
  const { sites, blamed } = on.trace();
  const line = ({ type, size, allocated, needed, unused, bytes, peakBytes }: (typeof sites)[number]) =>
    [type, size, allocated, needed, unused, bytes, peakBytes].join(" ");
  return {
    sites: sites.map((group) => `${group.site.site}: ${line(group)}`).sort(),
    blamed: blamed.map((group) => `${group.site.site} by ${group.blame?.site}: ${line(group)}`).sort(),
  };
}

it("counts what comes out of `new`, whatever came before it", () => {
  fc.assert(
    fc.property(steps, (list) => {
      expect(figures(list, false)).toEqual(figures(list, true));
    }),
    { numRuns: 300, seed: 7 },
  );
});

it("has a record where the same comes again and again, and none where something else came", () => {
  const { core, probes } = thread(SMALLEST, false);
  const { n0 } = probes as typeof probes & { n0(site: number, around: number, value: object): object };
  for (let i = 0; i < 3; i++) n0(USER, 0, new Vector());
  expect(core.alike[USER]).toBeGreaterThan(0);
  n0(USER, 0, new Longer());
  for (let i = 0; i < 3; i++) n0(USER, 0, new Vector());
  expect(core.alike[USER]).toBe(-1);
});

it("does not take a proxy for what is behind it", () => {
  const { core, probes } = thread(SMALLEST, false);
  const { n0 } = probes as typeof probes & { n0(site: number, around: number, value: object): object };
  for (let i = 0; i < 3; i++) n0(USER, 0, new Vector());
  // As `new Proxy(target, {})` in a constructor, which gives it instead of the target.
  const target = new Vector();
  const proxy = probes.M(new Proxy(target, {}), target);
  const before = core.clock[0] as number;
  n0(USER, 0, proxy);
  expect(probes.stamps.id(proxy)).toBe(before + 1);
  expect(probes.stamps.id(target)).toBe(before + 1);
});
