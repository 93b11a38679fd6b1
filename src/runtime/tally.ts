/** Without lifetimes: births by group, and their bytes, in the same window as {@link makeSweep}'s. */
import { closing, type Sweep } from "./closing.js";
import type { Core } from "./core.js";
import * as at from "./core.js";

export function makeTally(core: Core): Sweep {
  const { ALLOCATED, BYTES, COUNTS, FIGURES, GROUP, PARENT, SIZE, SLOTS, SWEPT, heldBy } = at;
  const { clock, mask, slots, figures, counts } = core;

  function sweep(upTo: number): void {
    const from = clock[SWEPT] as number;
    if (upTo <= from) return;
    const births = (upTo - from) | 0;
    const first = (from + 1) & mask;
    for (let i = 0; i < births; i++) {
      const slot = ((first + i) & mask) << SLOTS;
      const held = heldBy(slots[slot + SIZE] as number);
      for (let of = slots[slot + GROUP] as number; of !== 0; of = counts[(of << COUNTS) + PARENT] as number) {
        const row = of << FIGURES;
        figures[row + ALLOCATED] = (figures[row + ALLOCATED] as number) + 1;
        if (held !== 0) figures[row + BYTES] = (figures[row + BYTES] as number) + held;
      }
    }
    clock[SWEPT] = upTo;
  }

  return closing(core, sweep, () => undefined);
}
