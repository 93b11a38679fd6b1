/** Without lifetimes: births by group, and their bytes, in the same window as {@link makeSweep}'s. */
import { closing, type Sweep } from "./closing.js";
import type { Core } from "./core.js";
import * as at from "./core.js";
import { single } from "./single.js";

export function makeTally(core: Core): Sweep {
  return single(tallyOver)(core, { at, closing });
}

function tallyOver(
  core: Core,
  { at, closing }: { at: typeof import("./core.js"); closing: typeof import("./closing.js").closing },
): Sweep {
  const { ALLOCATED, BYTES, COUNTS, FIGURES, GROUP, PARENT, SIZE, SLOTS, SWEPT, heldBy } = at;
  const { clock, mask, slots, figures, counts } = core;
  /** As in a sweep with lifetimes. */
  const STRETCH = 16_384;

  function sweep(upTo: number): void {
    const from = clock[SWEPT] as number;
    if (upTo <= from) return;
    const births = (upTo - from) | 0;
    const first = (from + 1) & mask;
    for (let i = 0; i < births; i += STRETCH) stretch(first + i, first + Math.min(births, i + STRETCH));
    clock[SWEPT] = upTo;
  }

  function stretch(begun: number, end: number): void {
    for (let i = begun; i < end; i++) {
      const slot = (i & mask) << SLOTS;
      const size = slots[slot + SIZE] as number;
      const held = size < 0 ? heldBy(size) : size;
      for (let of = slots[slot + GROUP] as number; of !== 0; of = counts[(of << COUNTS) + PARENT] as number) {
        const row = of << FIGURES;
        figures[row + ALLOCATED] = (figures[row + ALLOCATED] as number) + 1;
        figures[row + BYTES] = (figures[row + BYTES] as number) + held;
      }
    }
  }

  return closing(core, sweep, () => undefined);
}
