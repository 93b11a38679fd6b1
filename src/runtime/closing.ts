/**
 * The window that moves on by quarters. When it is full but for one, its oldest quarter is closed: what is in it may be swept
 * by another thread, while this one fills the last. Whoever comes first sweeps; who comes to need the room and finds it
 * being swept waits for that.
 *
 *     SWEPT ── being swept ── CLOSED ── open lives ── NOW ── free ── LIMIT = SWEPT + n
 */
import type { Core } from "./core.js";
import { CLOSED, CLOSINGS, LIMIT, NOW, PARTS, partOf, SWEPT, TURN } from "./core.js";

/** Values of {@link TURN}: nothing is to be swept; a part is; somebody is at it. */
const IDLE = 0;
const HANDED = 1;
const IN_HAND = 2;

/** A sweep takes a tenth of a second. */
const LONGEST_SWEEP_MS = 60_000;

export interface Sweep {
  /** Sweeps the lives born in (SWEPT, upTo] and moves SWEPT there. */
  sweep(upTo: number): void;
  /** Makes room for the next birth in a window that is full. */
  closePart(): void;
  /** Sweeps what was closed, unless that has been done or another thread is at it; true if it did. */
  sweepPart(): boolean;
  /** The same, and waits for the other thread. */
  finishPart(): void;
  /** Closes and sweeps everything that is still open, at the end of the thread. Probes may go on; what they note is lost. */
  closeAll(): void;
}

/** `keep`: what is to be saved of the part that was just swept, before its slots are given away. */
export function closing(core: Core, sweep: (upTo: number) => void, keep: () => void): Sweep {
  const { clock, control } = core;
  const part = partOf(core);

  function sweepPart(): boolean {
    if (Atomics.compareExchange(control, TURN, HANDED, IN_HAND) !== HANDED) return false;
    // Odd while the tables change.
    Atomics.add(control, CLOSINGS, 1);
    sweep((clock[SWEPT] as number) + part);
    keep();
    Atomics.add(control, CLOSINGS, 1);
    Atomics.notify(control, CLOSINGS);
    Atomics.store(control, TURN, IDLE);
    Atomics.notify(control, TURN);
    return true;
  }

  function finishPart(): void {
    sweepPart();
    while (Atomics.load(control, TURN) !== IDLE) {
      if (Atomics.wait(control, TURN, IN_HAND, LONGEST_SWEEP_MS) === "timed-out")
        throw new Error("another thread does not come to the end of its sweep");
    }
  }

  return {
    sweep,
    sweepPart,
    finishPart,
    closePart() {
      finishPart();
      const upTo = (clock[CLOSED] as number) + part;
      core.settle(upTo);
      clock[CLOSED] = upTo;
      clock[LIMIT] = (clock[LIMIT] as number) + part;
      clock[PARTS] = (clock[PARTS] as number) + 1;
      Atomics.store(control, TURN, HANDED);
      core.handOver();
    },
    closeAll() {
      finishPart();
      const now = clock[NOW] as number;
      Atomics.add(control, CLOSINGS, 1);
      sweep(now);
      clock[CLOSED] = now;
      Atomics.add(control, CLOSINGS, 1);
      Atomics.notify(control, CLOSINGS);
    },
  };
}
