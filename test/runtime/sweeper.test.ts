/** A thread beside sweeps what the program's thread closes: whoever is quicker, the figures are the same. */
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
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
    const reach = Math.min(made.length, [1, 30, 400, SMALLEST, 6000][random(5)] as number);
    probes.u(made[made.length - 1 - random(reach)] as unknown[]);
  }
}

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
      // It did its share.
      expect(stop[1]).toBeGreaterThan(0);
    },
  );
});
