/**
 * From births and last uses to how many buffers would have served: a sweep along the clock.
 *
 * Lives are closed intervals [birth, last use] on the clock; the fewest buffers that serve the lives of one size class
 * is the most that overlap at any birth (interval graph colouring; Poletto and Sarkar, "Linear Scan Register
 * Allocation", 1999, rests on the same fact). Births are consecutive clock values and deaths are bucketed by clock, so
 * n slots are swept in O(n).
 *
 * The window holds the last n births. When it is full its oldest quarter is closed: what those objects' last uses are now
 * is what is swept. An object that is used again after that (`late`) may have been called finished too early, so its
 * group's need is raised by one for good: at no moment can more objects be alive than those that the sweep counted and
 * those that came back. The figure is then an upper bound, and says so.
 */
import { closing, type Sweep } from "./closing.js";
import type { Core } from "./core.js";
import * as at from "./core.js";
import type { DeathsBeside } from "./deaths.js";
import * as natives from "./intrinsics.js";
import { AFTER_CALL, AFTER_ITERATION, OPERAND } from "./marks.js";

/**
 * The sweep over the tables of `core`. Deaths are put into buckets that the window's slots hold, unless they are kept
 * `beside`: then nothing is written into the window, which is another thread's.
 *
 * Written for V8: few tables, which then stay in registers with their lengths, and whole numbers for all that is not a clock.
 */
export function makeSweep(core: Core, beside: DeathsBeside | null = null): Sweep {
  const { ALIVE, ALLOCATED, BYTES, BYTES_ALIVE, BYTES_PEAK, COUNTS, ESCAPED, FIGURES, GROUP, HEAD } = at;
  const { IN_PLACE, LIFETIME_MAX, LIFETIME_SUM, LIVES, NEWEST, NEXT, OLD, OPERAND_OF, PARENT, PEAK, POOL } = at;
  const { SIZE, SLOTS, SWEPT, TEMPORARY, UNUSED, heldBy } = at;
  const { IN_CALL, IN_ITERATION, WITHIN } = at;
  const { clock, mask, lives, slots, figures, counts, within } = core;
  const { isNotANumber } = natives;
  const part = at.partOf(core);
  /** Of those closed last, the first that is to die yet, its slot + 1; the others hang on it by `OPERAND_OF`. */
  let survivors = 0;

  function sweep(upTo: number): void {
    const from = clock[SWEPT] as number;
    if (upTo <= from) return;
    const births = (upTo - from) | 0;
    const first = (from + 1) & mask;
    survivors = 0;
    for (let i = 0; i < births; i++) {
      const slot = (first + i) & mask;
      const dead = beside === null ? take((slot - 1) & mask) : beside.take(from + i);
      if (dead !== 0) finish(i, from, first, dead);
      const its = slot << SLOTS;
      const of = slots[its + GROUP] as number;
      if (of === 0) continue;
      let noted = lives[slot << LIVES] as number;
      // It shares its life with others.
      if (isNotANumber(noted)) noted = core.shared(slot);
      // Ticks from its birth to its last use.
      const life = noted - from - 1 - i;
      const held = heldBy(slots[its + SIZE] as number);
      // Eighths beside the clock.
      const marks = ((noted - Math.floor(noted)) * 8) | 0;
      if (marks !== 0) {
        if (marks >= OPERAND && life > 0) addInPlace(slots[its + OPERAND_OF] as number);
        if (marks !== OPERAND) addWithin(of, marks);
      }
      begin(of, held, Math.floor(life), from + 1 + i);
      // Finished with before anything else is made, or never.
      if (life < 1 || life === Infinity) continue;
      const whole = Math.floor(life) | 0;
      if (beside !== null) beside.put(slot, from + 1 + i + whole);
      else {
        const bucket = (((slot + whole) & mask) << SLOTS) + HEAD;
        slots[its + NEXT] = slots[bucket] as number;
        slots[bucket] = slot + 1;
        if (i + whole >= births) {
          slots[its + OPERAND_OF] = survivors;
          survivors = slot + 1;
        }
      }
    }
    const dead = beside === null ? take(upTo & mask) : beside.take(upTo);
    if (dead !== 0) finish(births, from, first, dead);
    clock[SWEPT] = upTo;
  }

  /** The first whose life ended at this slot's clock, or 0. */
  function take(slot: number): number {
    const bucket = (slot << SLOTS) + HEAD;
    const dead = slots[bucket] as number;
    if (dead !== 0) slots[bucket] = 0;
    return dead;
  }

  /**
   * One of the group is born, and lives for `life` ticks: less than 0 says unused. Where nothing else is made while it lives,
   * it is alive for the moment of its birth.
   */
  function begin(group: number, held: number, life: number, born: number): void {
    const stays = life >= 1;
    let pool = 0;
    for (let of = group; of !== 0; ) {
      const row = of << FIGURES;
      const its = of << COUNTS;
      more(its, stays);
      figures[row + ALLOCATED] = (figures[row + ALLOCATED] as number) + 1;
      if (held !== 0) {
        figures[row + BYTES] = (figures[row + BYTES] as number) + held;
        moreBytes(row, held, stays);
      }
      if (!stays) {
        figures[row + NEWEST] = 0;
        figures[row + TEMPORARY] = (figures[row + TEMPORARY] as number) + 1;
        if (life < 0) figures[row + UNUSED] = (figures[row + UNUSED] as number) + 1;
      } else if (life === Infinity) {
        figures[row + NEWEST] = 0;
        figures[row + ESCAPED] = (figures[row + ESCAPED] as number) + 1;
      } else {
        figures[row + NEWEST] = born;
        figures[row + LIFETIME_SUM] = (figures[row + LIFETIME_SUM] as number) + life;
        if (life > (figures[row + LIFETIME_MAX] as number)) figures[row + LIFETIME_MAX] = life;
      }
      pool = counts[its + POOL] as number;
      of = counts[its + PARENT] as number;
    }
    more(pool << COUNTS, stays);
    if (held !== 0) moreBytes(0, held, stays);
  }

  function more(its: number, stays: boolean): void {
    const alive = ((counts[its + ALIVE] as number) + 1) | 0;
    if (stays) counts[its + ALIVE] = alive;
    if (alive > (counts[its + PEAK] as number)) counts[its + PEAK] = alive;
  }

  function moreBytes(row: number, held: number, stays: boolean): void {
    const most = (figures[row + BYTES_ALIVE] as number) + held;
    if (stays) figures[row + BYTES_ALIVE] = most;
    if (most > (figures[row + BYTES_PEAK] as number)) figures[row + BYTES_PEAK] = most;
  }

  /** `chain` and what follows it was last used just before the `i`th birth after `from`. */
  function finish(i: number, from: number, first: number, chain: number): void {
    for (let dead = chain; dead !== 0; ) {
      const slot = dead - 1;
      // Not born in this pass but in an earlier one: by now its slot belongs to a younger object.
      const offset = (slot - first) & mask;
      const old = offset >= i;
      const born = old ? from + offset - mask : from + 1 + offset;
      const kept = (keptAt(slot) << SLOTS) + OLD;
      const freed = heldBy(slots[old ? kept + (part << SLOTS) : (slot << SLOTS) + SIZE] as number);
      let pool = 0;
      for (let of = slots[old ? kept : (slot << SLOTS) + GROUP] as number; of !== 0; ) {
        const row = of << FIGURES;
        const its = of << COUNTS;
        counts[its + ALIVE] = ((counts[its + ALIVE] as number) - 1) | 0;
        if (freed !== 0) figures[row + BYTES_ALIVE] = (figures[row + BYTES_ALIVE] as number) - freed;
        if (figures[row + NEWEST] === born) {
          figures[row + NEWEST] = 0;
          figures[row + TEMPORARY] = (figures[row + TEMPORARY] as number) + 1;
        }
        pool = counts[its + POOL] as number;
        of = counts[its + PARENT] as number;
      }
      const its = pool << COUNTS;
      counts[its + ALIVE] = ((counts[its + ALIVE] as number) - 1) | 0;
      if (freed !== 0) figures[BYTES_ALIVE] = (figures[BYTES_ALIVE] as number) - freed;
      dead = beside === null ? (slots[(slot << SLOTS) + NEXT] as number) : beside.after(slot);
    }
  }

  /** Neither the iteration nor the call, whichever is over, has seen it used again. */
  function addWithin(group: number, marks: number): void {
    for (let of = group; of !== 0; of = counts[(of << COUNTS) + PARENT] as number) {
      const row = of << WITHIN;
      if ((marks & AFTER_ITERATION) !== 0) within[row + IN_ITERATION] = (within[row + IN_ITERATION] as number) + 1;
      if ((marks & AFTER_CALL) !== 0) within[row + IN_CALL] = (within[row + IN_CALL] as number) + 1;
    }
  }

  function addInPlace(group: number): void {
    for (let of = group; of !== 0; of = counts[(of << COUNTS) + PARENT] as number) {
      const row = (of << FIGURES) + IN_PLACE;
      figures[row] = (figures[row] as number) + 1;
    }
  }

  /**
   * Where the group of what was born in a slot is kept, and its size a part further: the window holds two parts of each. A
   * life ends before three more parts have been born, so those of two parts are to be kept at a time.
   */
  function keptAt(slot: number): number {
    const at = (slot - 1) & mask;
    return (at & (part - 1)) + ((at & part) << 1);
  }

  /** Some of those that were just closed will die later, when their slots belong to others. */
  function keep(): void {
    for (let chain = survivors; chain !== 0; ) {
      const its = (chain - 1) << SLOTS;
      const kept = (keptAt(chain - 1) << SLOTS) + OLD;
      slots[kept] = slots[its + GROUP] as number;
      slots[kept + (part << SLOTS)] = slots[its + SIZE] as number;
      chain = slots[its + OPERAND_OF] as number;
    }
    survivors = 0;
  }

  return closing(core, sweep, keep);
}
