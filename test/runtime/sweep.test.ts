/**
 * The sweep in its window against brute force: exact as long as nobody comes back late, and never below the truth when
 * somebody does.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GroupFigures } from "../../src/trace/format.js";
import { bruteForce, type Life } from "./brute-force.js";
import { DEPENDENCY, SMALLEST, type Thread, thread, USER } from "./thread.js";

interface Plan {
  seed: number;
  births: number;
  /** Sites that make arrays. */
  sites: number;
  /** How many births later an array may still be used. */
  reach: number;
  /** Uses between two births, on average. */
  uses: number;
  /** How many escape at a birth, on average: at most one. */
  escapes: number;
}

const plan = (reach: fc.Arbitrary<number>, escapes = [0, 0.01, 0.5]): fc.Arbitrary<Plan> =>
  fc.record({
    seed: fc.nat(),
    births: fc.integer({ min: 1, max: 4000 }),
    sites: fc.integer({ min: 1, max: 5 }),
    reach,
    uses: fc.constantFrom(0, 0.3, 1, 3),
    escapes: fc.constantFrom(...escapes),
  });

/** Mulberry32: a plan says all. */
function randoms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Carries the plan out. Lives by the key that `make` gives, counted beside the runtime. */
function run({ probes }: Thread, given: Plan, make: (probes: Thread["probes"], site: number) => [unknown[], string[]]) {
  const random = randoms(given.seed);
  const made: { array: unknown[]; life: Life }[] = [];
  const lives = new Map<string, Life[]>();
  for (let now = 1; now <= given.births; now++) {
    const [array, keys] = make(probes, Math.floor(random() * given.sites));
    const life = { birth: now, lastUse: now, used: false, escaped: false, bytes: array.length * 8 };
    made.push({ array, life });
    for (const key of keys) lives.set(key, [...(lives.get(key) ?? []), life]);
    const any = () => {
      const back = Math.floor(random() ** 3 * Math.min(given.reach, made.length));
      return made[made.length - 1 - back] as (typeof made)[number];
    };
    if (random() < given.escapes) {
      const { array, life } = any();
      probes.z(array);
      life.escaped = true;
    }
    while (random() < given.uses / (given.uses + 1)) {
      const used = any();
      probes.u(used.array);
      used.life.lastUse = now;
      used.life.used = true;
    }
  }
  return lives;
}

const ofGroup = ({
  allocated,
  needed,
  peakBytes,
  temporary,
  unused,
  escaped,
  lifetimeSum,
  lifetimeMax,
}: GroupFigures) => ({
  allocated,
  needed,
  peakBytes,
  temporary,
  unused,
  escaped,
  lifetimeSum,
  lifetimeMax,
});

const own = (probes: Thread["probes"], site: number): [unknown[], string[]] => [
  probes.l(USER + site, new Array(1 + (made++ % 3)).fill(site)),
  [`site ${site}`, "pool", "program"],
];
let made = 0;

describe("a window of 1,024 lives", () => {
  it("finds what brute force finds when every use comes within half a window", () => {
    const check = (given: Plan): void => {
      const on = thread(SMALLEST);
      const lives = run(on, given, own);
      const { sites, clock, pools, peakBytes } = on.trace();
      expect(clock).toBe(given.births);
      expect(sites.every(({ exact }) => exact)).toBe(true);
      const found = new Map(sites.map((group) => [`site ${group.site.site}`, ofGroup(group)]));
      const expected = new Map([...lives].map(([key, of]) => [key, bruteForce(of)]));
      expect(pools).toEqual([{ type: "Array", size: null, needed: expected.get("pool")?.needed, exact: true }]);
      expect(peakBytes).toBe(expected.get("program")?.peakBytes);
      for (const key of ["pool", "program"]) expected.delete(key);
      expect(found).toEqual(expected);
    };
    fc.assert(fc.property(plan(fc.integer({ min: 1, max: SMALLEST / 2 })), check), { numRuns: 40, seed: 7 });
  });

  it("never says that fewer are needed, however late a use comes, and is exact where it says so", () => {
    let bounds = 0;
    const check = (given: Plan): void => {
      const on = thread(SMALLEST);
      const lives = run(on, given, own);
      for (const group of on.trace().sites) {
        const { allocated, needed } = bruteForce(lives.get(`site ${group.site.site}`) ?? []);
        expect(group.allocated).toBe(allocated);
        expect(group.needed).toBeGreaterThanOrEqual(needed);
        if (group.exact) expect(group.needed).toBe(needed);
        else bounds++;
      }
    };
    fc.assert(fc.property(plan(fc.integer({ min: 600, max: 4000 }), [0]), check), { numRuns: 40, seed: 7 });
    expect(bounds).toBeGreaterThan(20);
  });

  it("keeps both views of a dependency's arrays: by the user's line and by their own", () => {
    // Site n is made for user's line n mod 2.
    const forSomebody = (probes: Thread["probes"], site: number): [unknown[], string[]] => {
      const around = probes.k(USER + (site % 2));
      const array = probes.L(DEPENDENCY + site, [site]);
      probes.c(USER + (site % 2), around, 0);
      return [array, [`site ${site}`, `blame ${site} ${site % 2}`]];
    };
    const check = (given: Plan): void => {
      const on = thread(SMALLEST);
      const lives = run(on, given, forSomebody);
      const { sites, blamed } = on.trace();
      const found = new Map<string, object>([
        ...sites.map((group) => [`site ${group.site.site}`, ofGroup(group)] as const),
        ...blamed.map((group) => [`blame ${group.site.site} ${group.blame?.site}`, ofGroup(group)] as const),
      ]);
      for (const [key, of] of lives) expect(found.get(key), key).toEqual(bruteForce(of));
    };
    fc.assert(fc.property(plan(fc.integer({ min: 1, max: SMALLEST / 2 })), check), { numRuns: 20, seed: 7 });
  });
});

describe("a life", () => {
  it("that escapes is needed until the end", () => {
    const { probes, trace } = thread(SMALLEST);
    for (let i = 0; i < 3; i++) probes.z(probes.l(USER, []));
    for (let i = 0; i < 5000; i++) probes.l(USER + 1, []);
    const [kept, dropped] = trace().sites;
    expect(kept).toMatchObject({ allocated: 3, needed: 3, escaped: 3, exact: true });
    expect(dropped).toMatchObject({ allocated: 5000, needed: 1, unused: 5000, exact: true });
  });

  it("that comes back after its window adds one to what its site needs, once", () => {
    const { probes, trace } = thread(SMALLEST);
    const old = probes.l(USER, []);
    for (let i = 0; i < 5000; i++) probes.l(USER, []);
    for (let i = 0; i < 3; i++) probes.u(old);
    expect(trace().sites[0]).toMatchObject({ allocated: 5001, needed: 2, exact: false });
  });

  it("that is in use whenever the window is closed takes nothing from its neighbours", () => {
    const { probes, trace } = thread(SMALLEST);
    const list = probes.l(USER, []);
    const kept: unknown[][] = [];
    for (let i = 0; i < 20_000; i++) {
      probes.u(list);
      const array = probes.l(USER + 1, [i]);
      if (i % 50 === 0) kept.push(array);
      probes.u(list);
    }
    for (const array of kept) probes.u(array);
    const [, made] = trace().sites;
    expect(made).toMatchObject({ allocated: 20_000, needed: 401, exact: false });
  });

  it("says how many quarters of the window were closed", () => {
    const { probes, trace } = thread(SMALLEST);
    for (let i = 0; i < (SMALLEST * 3) / 4 + 1; i++) probes.l(USER, []);
    expect(trace().window).toEqual({ objects: SMALLEST, closed: 1 });
  });
});
