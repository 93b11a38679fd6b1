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
import * as marks from "./marks.js";
import { single } from "./single.js";

/**
 * The sweep over the tables of `core`. Deaths are put into buckets that the window's slots hold, unless they are kept
 * `beside`: then nothing is written into the window, which is another thread's.
 */
export function makeSweep(core: Core, beside: DeathsBeside | null = null): Sweep {
  return single(sweepOver)(core, beside, { at, marks, isNotANumber: natives.isNotANumber, closing });
}

interface Given {
  at: typeof at;
  marks: typeof marks;
  isNotANumber(value: number): boolean;
  closing: typeof closing;
}

/** Written for V8: few tables, which then stay in registers with their lengths, and whole numbers for all that is not a clock. */
function sweepOver(core: Core, beside: DeathsBeside | null, { at, marks, isNotANumber, closing }: Given): Sweep {
  const { ALIVE, ALLOCATED, BYTES, BYTES_ALIVE, BYTES_PEAK, COUNTS, ESCAPED, FIGURES, GROUP, HEAD } = at;
  const { IN_PLACE, LIFETIME_MAX, LIFETIME_SUM, LIVES, NEWEST, NEXT, OLD, OPERAND_OF, PARENT, PEAK, POOL } = at;
  const { SIZE, SLOTS, SWEPT, TEMPORARY, UNUSED, heldBy } = at;
  const { IN_CALL, IN_ITERATION, WITHIN } = at;
  const { clock, mask, lives, slots, figures, counts, within } = core;
  const { AFTER_CALL, AFTER_ITERATION, OPERAND } = marks;
  /** The life of what escapes, in ticks: no window is as long. */
  const ENDLESS = 2 ** 30 - 1;
  /** The life of what is never used: half a tick before its birth. */
  const NEVER_USED = -0.5;
  /**
   * Births that are swept in one call. A function that V8 optimizes while it is in its loop does not get the tables' addresses,
   * nor what is inlined into it; one that is called again and again does. Few are needed, so that the outer loop stays cold.
   */
  const STRETCH = 16_384;
  const part = at.partOf(core);
  /** Of those closed last, the first that is to die yet, its slot + 1; the others hang on it by `OPERAND_OF`. */
  let survivors = 0;

  function sweep(upTo: number): void {
    const from = clock[SWEPT] as number;
    if (upTo <= from) return;
    const births = (upTo - from) | 0;
    const first = (from + 1) & mask;
    survivors = 0;
    for (let i = 0; i < births; i += STRETCH) stretch(i, Math.min(births, i + STRETCH) | 0, births, from, first);
    const dead = beside === null ? take(upTo & mask) : beside.take(upTo);
    if (dead !== 0) finish(births, first, dead);
    clock[SWEPT] = upTo;
  }

  /**
   * From one birth after `from` up to another. What is like the one before it, of a group that has finished with each before
   * it makes the next, changes nothing about who is alive: such births are counted first, and added up when something else comes.
   */
  function stretch(begun: number, end: number, births: number, from: number, first: number): void {
    let like = 0;
    let likeSize = 0;
    let likeLife = 0;
    let again = 0;
    for (let i = begun; i < end; i++) {
      const slot = (first + i) & mask;
      const dead = beside === null ? take((slot - 1) & mask) : beside.take(from + i);
      const its = slot << SLOTS;
      const of = slots[its + GROUP] as number;
      const born = from + 1 + i;
      // Ticks from its birth to its last use.
      const life = (lives[slot << LIVES] as number) - born;
      const size = slots[its + SIZE] as number;
      if (of === like && of !== 0 && life === likeLife && size === likeSize && dead === 0) {
        again = (again + 1) | 0;
        continue;
      }
      if (again !== 0) {
        repeat(like, likeSize, likeLife, again, born - 1);
        again = 0;
      }
      like = 0;
      if (dead !== 0) finish(i, first, dead);
      if (of === 0) continue;
      const held = size < 0 ? heldBy(size) : size;
      const whole = life | 0;
      if (whole !== life) odd(i, slot, born, births, held);
      else {
        begin(of, held, whole, born);
        if (whole > 0) willDie(i, slot, born, whole, births);
      }
      if (life === 0 || life === NEVER_USED) {
        like = of;
        likeSize = size;
        likeLife = life;
      }
    }
    if (again !== 0) repeat(like, likeSize, likeLife, again, from + end);
  }

  /** The same `again`, so many times, the last of them `born` now: each was finished with before the next, or never used. */
  function repeat(group: number, size: number, life: number, again: number, born: number): void {
    const held = size < 0 ? heldBy(size) : size;
    for (let of = group; of !== 0; of = counts[(of << COUNTS) + PARENT] as number) {
      const row = of << FIGURES;
      figures[row + ALLOCATED] = (figures[row + ALLOCATED] as number) + again;
      figures[row + BYTES] = (figures[row + BYTES] as number) + again * held;
      figures[row + TEMPORARY] = (figures[row + TEMPORARY] as number) + again;
      figures[row + NEWEST] = born;
      if (life < 0) figures[row + UNUSED] = (figures[row + UNUSED] as number) + again;
    }
  }

  /** A life that is more than a number of ticks. */
  function odd(i: number, slot: number, born: number, births: number, held: number): void {
    const its = slot << SLOTS;
    const of = slots[its + GROUP] as number;
    let noted = lives[slot << LIVES] as number;
    // It shares its life with others.
    if (isNotANumber(noted)) noted = core.shared(slot);
    const life = noted - born;
    // Eighths beside the clock.
    const ends = ((noted - Math.floor(noted)) * 8) | 0;
    if (ends !== 0) {
      if (ends >= OPERAND && life > 0) addInPlace(slots[its + OPERAND_OF] as number);
      if (ends !== OPERAND) addWithin(of, ends);
    }
    if (life === Infinity) {
      begin(of, held, ENDLESS, born);
      return;
    }
    const whole = Math.floor(life) | 0;
    begin(of, held, whole, born);
    if (whole > 0) willDie(i, slot, born, whole, births);
  }

  function willDie(i: number, slot: number, born: number, whole: number, births: number): void {
    if (beside !== null) {
      beside.put(slot, born + whole);
      return;
    }
    const its = slot << SLOTS;
    const bucket = (((slot + whole) & mask) << SLOTS) + HEAD;
    slots[its + NEXT] = slots[bucket] as number;
    slots[bucket] = slot + 1;
    if (i + whole >= births) {
      slots[its + OPERAND_OF] = survivors;
      survivors = slot + 1;
    }
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
    const stays = life > 0 ? 1 : 0;
    const staying = life > 0 ? held : 0;
    const died = life === ENDLESS ? Infinity : life < 0 ? born : born + life;
    let pool = 0;
    for (let of = group; of !== 0; ) {
      const row = of << FIGURES;
      const its = of << COUNTS;
      more(its, stays);
      figures[row + ALLOCATED] = (figures[row + ALLOCATED] as number) + 1;
      figures[row + BYTES] = (figures[row + BYTES] as number) + held;
      moreBytes(row, held, staying);
      // The one before it was finished with by now.
      const before = figures[row + NEWEST] as number;
      if (before < born && before !== 0) figures[row + TEMPORARY] = (figures[row + TEMPORARY] as number) + 1;
      figures[row + NEWEST] = died;
      if (life === ENDLESS) figures[row + ESCAPED] = (figures[row + ESCAPED] as number) + 1;
      else if (life > 0) {
        figures[row + LIFETIME_SUM] = (figures[row + LIFETIME_SUM] as number) + life;
        if (life > (figures[row + LIFETIME_MAX] as number)) figures[row + LIFETIME_MAX] = life;
      } else if (life < 0) figures[row + UNUSED] = (figures[row + UNUSED] as number) + 1;
      pool = counts[its + POOL] as number;
      of = counts[its + PARENT] as number;
    }
    more(pool << COUNTS, stays);
    moreBytes(0, held, staying);
  }

  function more(its: number, stays: number): void {
    const alive = counts[its + ALIVE] as number;
    counts[its + ALIVE] = (alive + stays) | 0;
    if (alive >= (counts[its + PEAK] as number)) counts[its + PEAK] = (alive + 1) | 0;
  }

  function moreBytes(row: number, held: number, staying: number): void {
    const alive = figures[row + BYTES_ALIVE] as number;
    figures[row + BYTES_ALIVE] = alive + staying;
    if (alive + held > (figures[row + BYTES_PEAK] as number)) figures[row + BYTES_PEAK] = alive + held;
  }

  /** `chain` and what follows it was last used just before the `i`th birth of this sweep. */
  function finish(i: number, first: number, chain: number): void {
    for (let dead = chain; dead !== 0; ) {
      const slot = dead - 1;
      // Not born in this pass but in an earlier one: by now its slot belongs to a younger object.
      const old = ((slot - first) & mask) >= i;
      const kept = (keptAt(slot) << SLOTS) + OLD;
      const size = slots[old ? kept + (part << SLOTS) : (slot << SLOTS) + SIZE] as number;
      const freed = size < 0 ? heldBy(size) : size;
      let pool = 0;
      for (let of = slots[old ? kept : (slot << SLOTS) + GROUP] as number; of !== 0; ) {
        const row = of << FIGURES;
        const its = of << COUNTS;
        counts[its + ALIVE] = ((counts[its + ALIVE] as number) - 1) | 0;
        figures[row + BYTES_ALIVE] = (figures[row + BYTES_ALIVE] as number) - freed;
        pool = counts[its + POOL] as number;
        of = counts[its + PARENT] as number;
      }
      const its = pool << COUNTS;
      counts[its + ALIVE] = ((counts[its + ALIVE] as number) - 1) | 0;
      figures[BYTES_ALIVE] = (figures[BYTES_ALIVE] as number) - freed;
      dead = beside === null ? (slots[(slot << SLOTS) + NEXT] as number) : beside.after(slot);
    }
  }

  /** Neither the iteration nor the call, whichever is over, has seen it used again. */
  function addWithin(group: number, ends: number): void {
    for (let of = group; of !== 0; of = counts[(of << COUNTS) + PARENT] as number) {
      const row = of << WITHIN;
      if ((ends & AFTER_ITERATION) !== 0) within[row + IN_ITERATION] = (within[row + IN_ITERATION] as number) + 1;
      if ((ends & AFTER_CALL) !== 0) within[row + IN_CALL] = (within[row + IN_CALL] as number) + 1;
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
