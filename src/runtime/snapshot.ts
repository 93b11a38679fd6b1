/**
 * The trace of a thread that goes on running, made by another thread from its shared memory.
 *
 * The tables by group are copied, and the lives that are still open are swept onto the copy, with an order of deaths of its
 * own. Only a closing changes the tables, so one that came in between spoils the copy. Then the window fills quickly, and
 * what the closing itself left in the tables is as good: it is no older than the attempt. What is noted of lives meanwhile
 * only makes them longer. The thread never waits.
 */
import { CLOSED, CLOSINGS, type Core, NOW } from "./core.js";
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
  return {
    ...core,
    clock,
    alive: core.alive.slice(0, groups),
    peak: core.peak.slice(0, groups),
    allocated: core.allocated.slice(0, groups),
    extra: core.extra.slice(0, groups),
    bytes: core.bytes.slice(0, groups),
    inPlace: core.inPlace.slice(0, groups),
    escaped: core.escaped.slice(0, groups),
    unused: core.unused.slice(0, groups),
    late: core.late.slice(0, groups),
    bytesAlive: core.bytesAlive.slice(0, groups),
    bytesPeak: core.bytesPeak.slice(0, groups),
    bytesLate: core.bytesLate.slice(0, groups),
    newest: core.newest.slice(0, groups),
    temporary: core.temporary.slice(0, groups),
    lifetimeSum: core.lifetimeSum.slice(0, groups),
    lifetimeMax: core.lifetimeMax.slice(0, groups),
    // Who shares a life with whom is known on the thread itself alone: such an array is taken to be in use still.
    shared: (slot) => {
      const group = core.group[slot] as number;
      bounded.add(group);
      const above = core.parent[group] as number;
      bounded.add(above);
      bounded.add(core.pool[above === 0 ? group : above] as number);
      return upTo;
    },
  };
}
