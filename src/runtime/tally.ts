/** Without lifetimes: births by group, and their bytes. The same window, closed by halves as {@link makeSweep} does. */
import type { Core } from "./core.js";
import * as at from "./core.js";
import type { Sweep } from "./sweep.js";

export function makeTally(core: Core): Sweep {
  const { CLOSED, CLOSINGS, HALVES, LIMIT, NOW } = at;
  const { clock, control, mask, group, size, allocated, bytes, parent } = core;
  const half = mask >> 1;

  function sweep(upTo: number): void {
    for (let now = (clock[CLOSED] as number) + 1; now <= upTo; now++) {
      const slot = now & mask;
      const held = size[slot] as number;
      for (let owner = group[slot] as number; owner !== 0; owner = parent[owner] as number) {
        allocated[owner] = (allocated[owner] as number) + 1;
        if (held !== 0) bytes[owner] = (bytes[owner] as number) + held;
      }
    }
    if (upTo > (clock[CLOSED] as number)) clock[CLOSED] = upTo;
  }

  return {
    sweep,
    closeHalf() {
      Atomics.add(control, CLOSINGS, 1);
      sweep((clock[CLOSED] as number) + half + 1);
      clock[LIMIT] = (clock[LIMIT] as number) + half + 1;
      clock[HALVES] = (clock[HALVES] as number) + 1;
      Atomics.add(control, CLOSINGS, 1);
      Atomics.notify(control, CLOSINGS);
    },
    closeAll: () => sweep(clock[NOW] as number),
  };
}
