/**
 * What a watcher reads of a thread that goes on is what the thread itself would have said at that moment, and reading
 * it changes nothing. `sweep.test.ts` holds what the thread says to brute force.
 */
import { describe, expect, it } from "vitest";
import { Snapshots } from "../../src/runtime/snapshot.js";
import { SMALLEST, type Thread, thread, USER } from "./thread.js";

/** Makes and uses arrays by a sequence that the same seed repeats; some are used very late. */
function lives({ probes }: Thread, seed: number): (births: number) => void {
  const made: unknown[][] = [];
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return (births) => {
    for (let i = 0; i < births; i++) {
      made.push(probes.l(USER + random(4), new Array(1 + random(3)).fill(0)));
      const reach = Math.min(made.length, [1, 30, 400, 3000][random(4)] as number);
      probes.u(made[made.length - 1 - random(reach)] as unknown[]);
    }
  };
}

/** The same tables in each of the moments that are told apart: within the first window, at closings, and beyond. */
const MOMENTS = [1, 255, 256, 257, 511, 512, 513, 900, 1023, 1024, 1025, 1300, 1536, 1537, 2048, 2600, 5000];

describe("a snapshot", () => {
  it.each([1, 2, 3])("says what the thread would have said then (lives %i)", (seed) => {
    const watchedThread = thread(SMALLEST);
    const { core, groups, registry } = watchedThread;
    const snapshots = new Snapshots({
      core,
      groups,
      registry,
      countOnly: false,
      scopes: false,
      update: () => undefined,
    });
    const go = lives(watchedThread, seed);
    let gone = 0;
    for (const moment of MOMENTS) {
      go(moment - gone);
      gone = moment;
      const read = snapshots.take({ still: true, gone: false, sweptOnly: false });
      const whole = thread(SMALLEST);
      lives(whole, seed)(moment);
      expect(read, `after ${moment} births`).toEqual(whole.trace());
    }
  });

  it("of a thread that may be in the middle of a birth leaves that one out", () => {
    const watchedThread = thread(SMALLEST);
    const { core, groups, registry, probes } = watchedThread;
    const snapshots = new Snapshots({
      core,
      groups,
      registry,
      countOnly: false,
      scopes: false,
      update: () => undefined,
    });
    const list = probes.l(USER, [1]);
    probes.l(USER + 1, [1]);
    probes.u(list);
    const [first, second] = snapshots.take({ still: false, gone: false, sweptOnly: false })?.sites ?? [];
    expect(first).toMatchObject({ allocated: 1, needed: 1 });
    expect(second).toBeUndefined();
    // What was last used after the last clock that is looked at lives on; what is left of it must not reach the next.
    const later = snapshots.take({ still: true, gone: false, sweptOnly: false })?.sites;
    expect(later).toMatchObject([{ allocated: 1 }, { allocated: 1, unused: 1 }]);
  });
});
