/**
 * The order of deaths in a window that another thread fills: lives by the clock at which they were last used, as a sweep puts
 * them in and takes them out.
 *
 * A life is known by its slot. Chains end with 0, so what stands in them is the slot + 1.
 */
import { type Core, HEAD, NEXT, SLOTS } from "./core.js";

/** The most clocks of one bucket, before they are told apart. */
const MOST_BITS = 8;

/**
 * Beside those of a thread that goes on: its chains are read, and nothing in its tables is written. Lives that are put in
 * are kept by periods of the clock, and told apart when a period begins: four bytes a slot are all that this takes.
 */
export class DeathsBeside {
  /** By slot: what follows it in its chain, and above that bits what the period does not say of the clock. */
  private readonly next: Uint32Array;
  private readonly linkMask: number;
  private readonly linkBits: number;
  /** Clocks of a period, less one. */
  private readonly periodMask: number;
  private readonly periodBits: number;
  /** Buckets of all periods, and of the clocks of the one at hand. */
  private readonly periods: Int32Array;
  private readonly clocks: Int32Array;
  private period = -1;
  /** What follows the lives that were put in: those of the thread's own chain. */
  private others = 0;
  private amongOthers = false;
  private steps = 0;

  constructor(
    private readonly core: Pick<Core, "slots" | "mask">,
    /** The last clock that will be asked for. */
    private last = 0,
  ) {
    const slots = core.mask + 1;
    this.next = new Uint32Array(slots);
    this.linkBits = 32 - Math.clz32(slots);
    this.linkMask = 2 ** this.linkBits - 1;
    this.periodBits = Math.min(MOST_BITS, 32 - this.linkBits);
    this.periodMask = 2 ** this.periodBits - 1;
    // One more: the first period and the last may be parts.
    this.periods = new Int32Array(Math.ceil(slots / 2 ** this.periodBits) + 1);
    this.clocks = new Int32Array(2 ** this.periodBits);
  }

  /** Empty again, for a sweep up to the clock `last`. */
  restart(last: number): void {
    this.periods.fill(0);
    this.clocks.fill(0);
    this.last = last;
    this.period = -1;
    this.steps = 0;
  }

  /** That slot's life ends at `clock`, which the sweep has not passed. */
  put(slot: number, clock: number): void {
    // The thread may have gone on, and used an array after the last clock that is asked for.
    if (clock > this.last) return;
    const period = this.periodOf(clock);
    const within = clock & this.periodMask;
    if (period === this.period) this.link(slot, within, this.clocks, within);
    else this.link(slot, within, this.periods, period % this.periods.length);
  }

  /** The first whose life ended at `clock`, or 0. Each clock is asked for once, in order. */
  take(clock: number): number {
    const { core, clocks } = this;
    const period = this.periodOf(clock);
    if (period !== this.period) this.enter(period);
    const at = clock & this.periodMask;
    const first = clocks[at] as number;
    clocks[at] = 0;
    this.others = core.slots[((clock & core.mask) << SLOTS) + HEAD] as number;
    this.amongOthers = first === 0;
    return first === 0 ? this.others : first;
  }

  /** The one behind it in its chain. */
  after(slot: number): number {
    if (!this.amongOthers) {
      const following = (this.next[slot] as number) & this.linkMask;
      if (following !== 0) return following;
      this.amongOthers = true;
      return this.others;
    }
    // A closing that begins meanwhile spoils the sweep, and may bend the chain that is read here into a circle.
    if (++this.steps > this.core.mask) return 0;
    return this.core.slots[(slot << SLOTS) + NEXT] as number;
  }

  /** The clock may be beyond 32 bits. */
  private periodOf(clock: number): number {
    return Math.floor(clock / (this.periodMask + 1));
  }

  private enter(period: number): void {
    this.period = period;
    const { next, periods, clocks, linkMask, linkBits } = this;
    const at = period % periods.length;
    let link = periods[at] as number;
    periods[at] = 0;
    while (link !== 0) {
      const slot = link - 1;
      const kept = next[slot] as number;
      link = kept & linkMask;
      this.link(slot, kept >>> linkBits, clocks, kept >>> linkBits);
    }
  }

  private link(slot: number, within: number, buckets: Int32Array, at: number): void {
    this.next[slot] = (buckets[at] as number) | (within << this.linkBits);
    buckets[at] = slot + 1;
  }
}
