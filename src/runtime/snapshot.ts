/**
 * The trace of a thread that goes on running, made by another thread from its shared memory.
 *
 * The tables by group are copied, and the lives that are still open are swept onto the copy, with an order of deaths of its
 * own. Only a sweep changes the tables, so one that the thread itself has made in between spoils the copy. Then the window
 * fills quickly, and what has been swept is taken alone: the trace says by its clock how far it reaches. What is noted of
 * lives meanwhile only makes them longer. The thread never waits.
 */
import type { Sweep } from "./closing.js";
import { CLOSINGS, type Core, count, FIGURES, GROUP, NOW, PARENT, POOL, SLOTS, SWEPT, WITHIN } from "./core.js";
import { DeathsBeside } from "./deaths.js";
import type { Groups } from "./groups.js";
import type { Registry } from "./registry.js";
import { makeSweep } from "./sweep.js";
import { makeTally } from "./tally.js";
import { makeTrace, type RuntimeTrace, type Wanted } from "./trace.js";

const ATTEMPTS = 20;
const LONGEST_CLOSING_MS = 2000;

export interface Watched extends Wanted {
  /** The other thread's. */
  core: Core;
  groups: Groups;
  registry: Registry;
  /** Brings groups and registry up to what the thread has noted by now. */
  update(): void;
}

export interface Moment {
  /** The thread is known to make nothing now; else its last birth may be half written, and is left out. */
  still: boolean;
  /** The thread is no more. */
  gone: boolean;
  /** Without the lives that have not been swept yet: that takes next to no time. */
  sweptOnly: boolean;
}

/** Room for as many groups at first. */
const LEAST_GROUPS = 1024;

export class Snapshots {
  /** The same ones for every snapshot: they take an eighth of what the window takes. */
  private readonly deaths: DeathsBeside;
  /** The same one as long as it is large enough: V8 compiles a sweep for its tables. */
  private copy: Copy;

  constructor(private readonly watched: Watched) {
    this.deaths = new DeathsBeside(watched.core);
    this.copy = new Copy(watched, this.deaths, LEAST_GROUPS);
  }

  /** Null when the thread kept sweeping in between, or was ended in the middle of that. */
  take({ still, gone, sweptOnly }: Moment): RuntimeTrace | null {
    const { control } = this.watched.core;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = Atomics.load(control, CLOSINGS);
      if (before % 2 !== 0) {
        if (gone) return null;
        Atomics.wait(control, CLOSINGS, before, LONGEST_CLOSING_MS);
        continue;
      }
      const trace = this.attempt(still, !sweptOnly && attempt === 0);
      if (Atomics.load(control, CLOSINGS) === before) return trace;
    }
    return null;
  }

  /** `open`: with the lives that have not been swept yet. */
  private attempt(still: boolean, open: boolean): RuntimeTrace {
    const { core, groups, registry, update } = this.watched;
    const now = core.clock[NOW] as number;
    const swept = core.clock[SWEPT] as number;
    const upTo = open ? Math.max(swept, still ? now : now - 1) : swept;
    update();
    const known = groups.list.length;
    if (this.copy.groups < known) this.copy = new Copy(this.watched, this.deaths, known * 2);
    const { copy, deaths } = this;
    copy.take(upTo);
    if (open) {
      deaths.restart(upTo);
      copy.sweep.sweep(upTo);
    }
    return makeTrace(copy.core, groups, registry, undefined, undefined, this.watched, copy.bounded);
  }
}

class Copy {
  readonly core: Core;
  readonly sweep: Sweep;
  /** Groups whose needs are known as upper bounds only. */
  readonly bounded = new Set<number>();

  constructor(
    private readonly watched: Watched,
    deaths: DeathsBeside,
    /** For how many there is room. */
    readonly groups: number,
  ) {
    const { core, countOnly } = watched;
    const figures = new Float64Array(groups << FIGURES);
    const within = new Float64Array(groups << WITHIN);
    this.core = {
      ...core,
      clock: core.clock.slice(),
      figures,
      counts: new Int32Array(figures.buffer),
      within,
      // Who shares a life with whom is known on the thread itself alone: such an array is taken to be in use still.
      shared: (slot) => {
        const group = core.slots[(slot << SLOTS) + GROUP] as number;
        this.bounded.add(group);
        const above = count(core, group, PARENT);
        this.bounded.add(above);
        this.bounded.add(count(core, above === 0 ? group : above, POOL));
        return this.core.clock[NOW] as number;
      },
    };
    this.sweep = countOnly ? makeTally(this.core) : makeSweep(this.core, deaths);
  }

  /** The tables as they are now, for a sweep up to the clock `upTo`. */
  take(upTo: number): void {
    const { core } = this.watched;
    this.bounded.clear();
    this.core.clock.set(core.clock);
    this.core.clock[NOW] = upTo;
    this.core.figures.set(core.figures.subarray(0, this.core.figures.length));
    this.core.within.set(core.within.subarray(0, this.core.within.length));
  }
}
