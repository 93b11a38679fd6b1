/** A thread beside sweeps what the program's thread closes: whoever is quicker, the figures are the same. */
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { TURN } from "../../src/runtime/core.js";
import { SMALLEST, type Thread, thread, USER } from "./thread.js";

const SWEEP = new URL("../../dist/runtime/sweep.js", import.meta.url).href;

/** Sweeps whatever is handed over, from the moment it says so until it is told to stop. */
const SWEEPER = `import { parentPort, workerData } from "node:worker_threads";
const { makeSweep } = await import(workerData.module);
const { sweepPart } = makeSweep({ ...workerData.core, shared: () => 0, settle() {}, handOver() {}, alone() {}, full() {} });
const { stop } = workerData;
parentPort.postMessage("ready");
while (Atomics.load(stop, 0) === 0) {
  if (sweepPart()) Atomics.add(stop, 1, 1);
}
parentPort.close();
`;

const HUGE = 5 * 2 ** 30 + 8;

/** Some arrays live through several parts of the window, some come back later still, and some share a buffer. */
function lives({ probes }: Thread, births: number): void {
  const made: unknown[][] = [];
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0; i < births; i++) {
    made.push(probes.l(USER + random(4), new Array(1 + random(3)).fill(0)));
    // Memory that nobody touches. Its odd bytes go to the group beside what the sweep adds to it.
    if (i % 10_000 === 0) probes.v(USER + 5, new Float64Array(HUGE / 8));
    const reach = Math.min(made.length, [1, 30, 400, SMALLEST, 6000][random(5)] as number);
    probes.u(made[made.length - 1 - random(reach)] as unknown[]);
  }
}

/** Is at a sweep for a while. */
const BUSY = `const { parentPort, workerData: { control, turn, over } } = require("node:worker_threads");
parentPort.postMessage("ready");
Atomics.wait(over, 0, 0, 200);
Atomics.store(over, 0, 1);
Atomics.store(control, turn, 0);
Atomics.notify(control, turn);
`;

describe("while another thread is at a sweep", () => {
  it("nothing is added to a group beside it", async () => {
    const { core, probes, trace } = thread(SMALLEST * 32);
    const IN_HAND = 2;
    Atomics.store(core.control, TURN, IN_HAND);
    const over = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(BUSY, { eval: true, workerData: { control: core.control, turn: TURN, over } });
    await new Promise((ready, failed) => worker.once("message", ready).once("error", failed));
    probes.v(USER, new Float64Array(HUGE / 8));
    expect(over[0]).toBe(1);
    expect(trace().sites[0]).toMatchObject({ allocated: 1, bytes: HUGE });
  });
});

describe("a sweeper beside the thread", () => {
  it.each([SMALLEST * 32, SMALLEST * 32 * 64])(
    "gives the thread's own figures (window of %i bytes)",
    async (window) => {
      // For so long that the other thread comes to its turn on a busy machine, too.
      const births = 500_000;
      const alone = thread(window);
      lives(alone, births);

      const watched = thread(window);
      const { shared: _, settle: __, handOver: ___, alone: ____, full: _____, ...core } = watched.core;
      const stop = new Int32Array(new SharedArrayBuffer(8));
      const url = new URL(`data:text/javascript,${encodeURIComponent(SWEEPER)}`);
      const sweeper = new Worker(url, { workerData: { core, stop, module: SWEEP } });
      await new Promise((ready, failed) => sweeper.once("message", ready).once("error", failed));
      lives(watched, births);
      const trace = watched.trace();
      Atomics.store(stop, 0, 1);
      await new Promise((ended) => sweeper.once("exit", ended));

      expect(trace).toEqual(alone.trace());
      expect(trace.window.closed).toBeGreaterThan(10);
      const huge = trace.sites.find(({ type }) => type === "Float64Array");
      expect(huge).toMatchObject({ allocated: 50, bytes: 50 * HUGE, peakBytes: 5 * 2 ** 30 + 2 ** 20 });
      // It did its share.
      expect(stop[1]).toBeGreaterThan(0);
    },
  );
});
