/**
 * The trace of a thread that goes on running, made by another thread from its shared memory.
 *
 * The tables by group are copied, and the lives that are still open are swept onto the copy, with an order of deaths of its
 * own. Only a closing changes the tables, so one that came in between spoils the copy. Then the window fills quickly, and
 * what the closing itself left in the tables is as good: it is no older than the attempt. What is noted of lives meanwhile
 * only makes them longer. The thread never waits.
 */
import { CLOSED, CLOSINGS, type Core, count, FIGURES, GROUP, NOW, PARENT, POOL, SLOTS } from "./core.js";
import type { DeathsBeside } from "./deaths.js";
import type { Groups } from "./groups.js";
import type { Registry } from "./registry.js";
import { makeSweep } from "./sweep.js";
import { makeTally } from "./tally.js";
import { makeTrace, type RuntimeTrace } from "./trace.js";

const ATTEMPTS = 20;
const LONGEST_CLOSING_MS = 2000;

export interface Watched {
  /** The other thread's. */
  core: Core;
  groups: Groups;
  registry: Registry;
  countOnly: boolean;
  /** The same ones for every snapshot: they take a sixth of what the window takes. */
  deaths: DeathsBeside;
  /** Brings groups and registry up to what the thread has noted by now. */
  update(): void;
}

export interface Moment {
  /** The thread is known to make nothing now; else its last birth may be half written, and is left out. */
  still: boolean;
  /** The window has just been closed: do without the lives that are open. */
  closed: boolean;
}

/** Null when the thread kept closing its window in between. */
export function takeSnapshot(watched: Watched, { still, closed }: Moment): RuntimeTrace | null {
  const { control } = watched.core;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = Atomics.load(control, CLOSINGS);
    if (before % 2 !== 0) {
      Atomics.wait(control, CLOSINGS, before, LONGEST_CLOSING_MS);
      continue;
    }
    const trace = attemptSnapshot(watched, still, !closed && attempt === 0);
    if (Atomics.load(control, CLOSINGS) === before) return trace;
  }
  return null;
}

function attemptSnapshot(
  { core, groups, registry, countOnly, deaths, update }: Watched,
  still: boolean,
  open: boolean,
): RuntimeTrace {
  const now = core.clock[NOW] as number;
  const swept = core.clock[CLOSED] as number;
  const upTo = open ? Math.max(swept, still ? now : now - 1) : swept;
  update();
  const bounded = new Set<number>();
  const copy = copyOf(core, groups.list.length, upTo, bounded);
  if (open) (countOnly ? makeTally(copy) : makeSweep(copy, deaths.restart(upTo))).sweep(upTo);
  return makeTrace(copy, groups, registry, undefined, undefined, countOnly, bounded);
}

function copyOf(core: Core, groups: number, upTo: number, bounded: Set<number>): Core {
  const clock = core.clock.slice();
  clock[NOW] = upTo;
  const figures = new Float64Array(groups << FIGURES);
  figures.set(core.figures.subarray(0, figures.length));
  return {
    ...core,
    clock,
    figures,
    counts: new Int32Array(figures.buffer),
    // Who shares a life with whom is known on the thread itself alone: such an array is taken to be in use still.
    shared: (slot) => {
      const group = core.slots[(slot << SLOTS) + GROUP] as number;
      bounded.add(group);
      const above = count(core, group, PARENT);
      bounded.add(above);
      bounded.add(count(core, above === 0 ? group : above, POOL));
      return upTo;
    },
  };
}
