/**
 * From births and last uses to how many buffers would have served: a sweep along the clock.
 *
 * Lives are closed intervals [birth, last use] on the clock; the fewest buffers that serve the lives of one size class
 * is the most that overlap at any birth (interval graph colouring; Poletto and Sarkar, "Linear Scan Register
 * Allocation", 1999, rests on the same fact). Births are consecutive clock values and deaths are bucketed by clock, so
 * n slots are swept in O(n).
 *
 * The window holds the last n births. When it is full its older half is closed: what those objects' last uses are now
 * is what is swept. An object that is used again after that (`late`) may have been called finished too early, so its
 * group's need is raised by one for good: at no moment can more objects be alive than those that the sweep counted and
 * those that came back. The figure is then an upper bound, and says so.
 */

import type { Core } from "./core.js";
import * as at from "./core.js";
import { type Deaths, WindowDeaths } from "./deaths.js";

/** As it was at load: the sweep runs in the middle of the program. */
const isNotANumber = Number.isNaN;

export interface Sweep {
  /** Closes the lives born in (CLOSED, upTo] and moves CLOSED there. */
  sweep(upTo: number): void;
  /** Makes room for the next birth by closing the older half of a full window. */
  closeHalf(): void;
  /** Closes everything that is still open, at the end of the thread. Probes may go on; what they note is lost. */
  closeAll(): void;
}

/**
 * The sweep over the tables of `core`, which are constants of the function around it: V8 then has their addresses and
 * lengths in its code, where it would load them anew for every access.
 */
export function makeSweep(core: Core, deaths: Deaths = new WindowDeaths(core)): Sweep {
  const { CLOSED, CLOSINGS, HALVES, LIMIT, NOW } = at;
  const { clock, control, mask, last, group, size, operandOf, oldGroup, oldSize } = core;
  const { alive, peak, allocated, bytes, inPlace, escaped, unused, bytesAlive, bytesPeak } = core;
  const { newest, temporary, lifetimeSum, lifetimeMax, parent, pool } = core;
  const half = mask >> 1;

  function sweep(upTo: number): void {
    const from = clock[CLOSED] as number;
    if (upTo <= from) return;
    for (let now = from + 1; now <= upTo; now++) {
      const dead = deaths.take(now - 1);
      if (dead !== 0) finish(now, from, dead);
      const slot = now & mask;
      const g = group[slot] as number;
      if (g === 0) continue;
      const noted = last[slot] as number;
      const used = isNotANumber(noted) ? core.shared(slot) : noted;
      const held = size[slot] as number;
      const whole = used === Infinity ? Infinity : Math.floor(used);
      let owner = g;
      for (;;) {
        allocated[owner] = (allocated[owner] as number) + 1;
        const count = (alive[owner] as number) + 1;
        alive[owner] = count;
        if (count > (peak[owner] as number)) peak[owner] = count;
        if (held !== 0) {
          bytes[owner] = (bytes[owner] as number) + held;
          moreBytes(owner, held);
        }
        newest[owner] = whole === Infinity ? 0 : now;
        const life = whole - now;
        if (life === Infinity) escaped[owner] = (escaped[owner] as number) + 1;
        else if (life < 0) unused[owner] = (unused[owner] as number) + 1;
        else if (life > 0) {
          lifetimeSum[owner] = (lifetimeSum[owner] as number) + life;
          if (life > (lifetimeMax[owner] as number)) lifetimeMax[owner] = life;
        }
        const p = parent[owner] as number;
        if (p === 0) break;
        owner = p;
      }
      const together = pool[owner] as number;
      const count = (alive[together] as number) + 1;
      alive[together] = count;
      if (count > (peak[together] as number)) peak[together] = count;
      if (held !== 0) moreBytes(0, held);
      if (whole === Infinity) continue;
      const death = whole < now ? now : whole;
      if (used > death) {
        const result = operandOf[slot] as number;
        inPlace[result] = (inPlace[result] as number) + 1;
        const above = parent[result] as number;
        if (above !== 0) inPlace[above] = (inPlace[above] as number) + 1;
      }
      deaths.put(slot, death);
    }
    const dead = deaths.take(upTo);
    if (dead !== 0) finish(upTo + 1, from, dead);
    clock[CLOSED] = upTo;
  }

  /** Who was last used at now − 1, `chain` and what follows it, is finished before the birth at `now`. */
  function finish(now: number, from: number, chain: number): void {
    const first = (from + 1) & mask;
    for (let dead = chain; dead !== 0; ) {
      const slot = dead - 1;
      // Not born in this pass but in an earlier half: by now its slot belongs to a younger object.
      const offset = (slot - first) & mask;
      const old = offset >= now - from - 1;
      const born = old ? from + offset - mask : from + 1 + offset;
      const freed = old ? (oldSize[slot & half] as number) : (size[slot] as number);
      let g = old ? (oldGroup[slot & half] as number) : (group[slot] as number);
      for (;;) {
        alive[g] = (alive[g] as number) - 1;
        if (freed !== 0) bytesAlive[g] = (bytesAlive[g] as number) - freed;
        if (newest[g] === born) {
          newest[g] = 0;
          temporary[g] = (temporary[g] as number) + 1;
        }
        const p = parent[g] as number;
        if (p === 0) break;
        g = p;
      }
      const q = pool[g] as number;
      alive[q] = (alive[q] as number) - 1;
      if (freed !== 0) bytesAlive[0] = (bytesAlive[0] as number) - freed;
      dead = deaths.after(slot);
    }
  }

  /** Some of those that were just closed will die later, when their slots belong to others. */
  function keepHalf(): void {
    const upTo = clock[CLOSED] as number;
    const first = (upTo - half) & mask;
    // The last slot of the half is a multiple of its length: index 0.
    oldGroup.set(group.subarray(first, first + half), 1);
    oldGroup[0] = group[upTo & mask] as number;
    oldSize.set(size.subarray(first, first + half), 1);
    oldSize[0] = size[upTo & mask] as number;
  }

  function moreBytes(of: number, more: number): void {
    const held = (bytesAlive[of] as number) + more;
    bytesAlive[of] = held;
    if (held > (bytesPeak[of] as number)) bytesPeak[of] = held;
  }

  return {
    sweep,
    closeHalf() {
      Atomics.add(control, CLOSINGS, 1);
      sweep((clock[CLOSED] as number) + half + 1);
      keepHalf();
      clock[LIMIT] = (clock[LIMIT] as number) + half + 1;
      clock[HALVES] = (clock[HALVES] as number) + 1;
      Atomics.add(control, CLOSINGS, 1);
      Atomics.notify(control, CLOSINGS);
    },
    closeAll: () => sweep(clock[NOW] as number),
  };
}
