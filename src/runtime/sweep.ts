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
import { CLOSED, CLOSINGS, type Core, HALVES, LIMIT, NOW } from "./core.js";
import { type Deaths, WindowDeaths } from "./deaths.js";

/** Closes the lives born in (CLOSED, upTo] and moves CLOSED there. */
export function sweep(core: Core, upTo: number, deaths: Deaths = new WindowDeaths(core)): void {
  const { clock, mask, last, group, operandOf, parent, pool } = core;
  const { allocated, bytes, size, inPlace, escaped, unused, lifetimeSum, lifetimeMax, newest } = core;
  const from = clock[CLOSED] as number;
  if (upTo <= from) return;
  for (let now = from + 1; now <= upTo; now++) {
    const dead = deaths.take(now - 1);
    if (dead !== 0) finish(core, now, from, dead, deaths);
    const slot = now & mask;
    const g = group[slot] as number;
    if (g === 0) continue;
    const noted = last[slot] as number;
    const used = Number.isNaN(noted) ? core.shared(slot) : noted;
    const held = size[slot] as number;
    let owner = g;
    for (;;) {
      allocated[owner] = (allocated[owner] as number) + 1;
      bytes[owner] = (bytes[owner] as number) + held;
      oneMore(core, owner);
      moreBytes(core, owner, held);
      newest[owner] = used === Infinity ? 0 : now;
      if (used === Infinity) escaped[owner] = (escaped[owner] as number) + 1;
      else if (used < now) unused[owner] = (unused[owner] as number) + 1;
      else {
        const life = Math.floor(used) - now;
        lifetimeSum[owner] = (lifetimeSum[owner] as number) + life;
        if (life > (lifetimeMax[owner] as number)) lifetimeMax[owner] = life;
      }
      const p = parent[owner] as number;
      if (p === 0) break;
      owner = p;
    }
    oneMore(core, pool[owner] as number);
    moreBytes(core, 0, held);
    if (used === Infinity) continue;
    const death = used < now ? now : Math.floor(used);
    if (used > death) {
      const result = operandOf[slot] as number;
      inPlace[result] = (inPlace[result] as number) + 1;
      const above = parent[result] as number;
      if (above !== 0) inPlace[above] = (inPlace[above] as number) + 1;
    }
    deaths.put(slot, death);
  }
  const dead = deaths.take(upTo);
  if (dead !== 0) finish(core, upTo + 1, from, dead, deaths);
  clock[CLOSED] = upTo;
}

/** Who was last used at now − 1, `dead` and its chain, is finished before the birth at `now`. */
function finish(core: Core, now: number, from: number, dead: number, deaths: Deaths): void {
  const { mask, group, size, oldGroup, oldSize, alive, parent, pool, bytesAlive, newest, temporary } = core;
  const first = (from + 1) & mask;
  const half = mask >> 1;
  while (dead !== 0) {
    const slot = dead - 1;
    // Not born in this pass but in an earlier half: by now its slot belongs to a younger object.
    const offset = (slot - first) & mask;
    const old = offset >= now - from - 1;
    const born = old ? from + offset - mask : from + 1 + offset;
    const freed = old ? (oldSize[slot & half] as number) : (size[slot] as number);
    let g = old ? (oldGroup[slot & half] as number) : (group[slot] as number);
    for (;;) {
      alive[g] = (alive[g] as number) - 1;
      bytesAlive[g] = (bytesAlive[g] as number) - freed;
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
    bytesAlive[0] = (bytesAlive[0] as number) - freed;
    dead = deaths.after(slot);
  }
}

function oneMore({ alive, peak }: Core, at: number): void {
  const count = (alive[at] as number) + 1;
  alive[at] = count;
  if (count > (peak[at] as number)) peak[at] = count;
}

function moreBytes({ bytesAlive, bytesPeak }: Core, at: number, more: number): void {
  const held = (bytesAlive[at] as number) + more;
  bytesAlive[at] = held;
  if (held > (bytesPeak[at] as number)) bytesPeak[at] = held;
}

/** Makes room for the next birth by closing the older half of a full window. */
export function closeHalf(core: Core): void {
  const { clock, control, mask } = core;
  const half = (mask + 1) / 2;
  Atomics.add(control, CLOSINGS, 1);
  sweep(core, (clock[CLOSED] as number) + half);
  keepHalf(core);
  clock[LIMIT] = (clock[LIMIT] as number) + half;
  clock[HALVES] = (clock[HALVES] as number) + 1;
  Atomics.add(control, CLOSINGS, 1);
  Atomics.notify(control, CLOSINGS);
}

/** Some of those that were just closed will die later, when their slots belong to others. */
function keepHalf({ clock, mask, group, size, oldGroup, oldSize }: Core): void {
  const upTo = clock[CLOSED] as number;
  const others = mask >> 1;
  const first = (upTo - others) & mask;
  // The last slot of the half is a multiple of its length: index 0.
  oldGroup.set(group.subarray(first, first + others), 1);
  oldGroup[0] = group[upTo & mask] as number;
  oldSize.set(size.subarray(first, first + others), 1);
  oldSize[0] = size[upTo & mask] as number;
}

/** Closes everything that is still open, at the end of the thread. Probes may go on; what they note is lost. */
export function closeAll(core: Core): void {
  sweep(core, core.clock[NOW] as number);
}
