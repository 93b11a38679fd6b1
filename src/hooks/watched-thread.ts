/** One thread as its watcher sees it: when its figures are due to be written down, and the writing. */
import { join } from "node:path";
import type { Sweep } from "../runtime/closing.js";
import { CLOSINGS, type Core, NOW } from "../runtime/core.js";
import { DeathsBeside } from "../runtime/deaths.js";
import { Groups } from "../runtime/groups.js";
import { Registry } from "../runtime/registry.js";
import { takeSnapshot, type Watched } from "../runtime/snapshot.js";
import { makeSweep } from "../runtime/sweep.js";
import { makeTally } from "../runtime/tally.js";
import type { ThreadTrace } from "../trace/format.js";
import { Journal } from "./journal.js";
import { type ThreadTotals, totalsOf } from "./live-line.js";
import { putTrace, type Seen, traceName, traceOf } from "./trace-file.js";
import { FINAL, GONE, type ProcessShare, type ThreadShare } from "./watch-words.js";

/** Between the begins of two writings while the thread makes arrays: what is missing must stay below a second. */
const PERIOD_MS = 700;
/** Once a thread has stopped making any, it is written down sooner, but not all the time. */
const QUIET_PERIOD_MS = 100;
/** What a closing left behind is as good as new for so long. */
const JUST_CLOSED_MS = 150;
/** A birth takes far less. */
const STILL_MS = 5;
const PAUSE = new Int32Array(new SharedArrayBuffer(4));
const MOST_SHARE_OF_TIME = 0.1;

export class WatchedThread {
  readonly place: string;
  /** What is written down is what there is. */
  current = false;
  /** Of the last writing, where a live line is shown. */
  totals: ThreadTotals = { allocated: 0, reusable: 0, hottest: null };
  private readonly watched: Watched;
  /** What the thread has closed is swept here, if it leaves the time for that. */
  readonly sweep: Sweep;
  private readonly seen = new Map<string, Seen>();
  private lastClock = -1;
  private writtenAt = Date.now();
  private took = 0;
  private closings = 0;
  private closedAt = 0;

  constructor(
    private readonly share: ThreadShare,
    private readonly process: ProcessShare,
  ) {
    this.place = join(process.folder, traceName(process.name, share.thread));
    const core: Core = {
      ...share.core,
      shared: () => 0,
      settle: () => undefined,
      handOver: () => undefined,
      full: () => undefined,
    };
    this.sweep = process.options.countOnly ? makeTally(core) : makeSweep(core);
    const groups = new Groups(core);
    const registry = new Registry();
    const journals = share.journals.map((memory) => ({ journal: new Journal(memory), read: 0 }));
    this.watched = {
      core,
      groups,
      registry,
      countOnly: process.options.countOnly,
      deaths: new DeathsBeside(core),
      update: () => {
        for (const one of journals) {
          one.read = one.journal.read(one.read, (note) => {
            if ("group" in note) groups.restore(note.index, note.group);
            else if ("file" in note) registry.add(note.first, note.file);
            else this.seen.set(note.seen.path, note.seen);
          });
        }
      },
    };
  }

  /** Nothing is left to be done for this thread. */
  over(): boolean {
    return Atomics.load(this.share.ending, FINAL) === 1;
  }

  look(now: boolean): void {
    const { ending, core } = this.share;
    const gone = Atomics.load(ending, GONE) === 1;
    // Who asks wants the very last array: a moment's look tells whether the thread is at it.
    if (now && !gone) {
      const before = core.clock[NOW] as number;
      if (before !== this.lastClock) this.current = false;
      this.lastClock = before;
      Atomics.wait(PAUSE, 0, 0, STILL_MS);
    }
    const clock = core.clock[NOW] as number;
    const still = clock === this.lastClock || gone;
    if (clock !== this.lastClock) this.current = false;
    this.lastClock = clock;
    const closings = Atomics.load(core.control, CLOSINGS);
    if (closings !== this.closings) this.closedAt = Date.now();
    this.closings = closings;
    if (!now && !gone && !this.due(still)) return;
    const began = Date.now();
    const closed = !still && began - this.closedAt < JUST_CLOSED_MS;
    const made = takeSnapshot(this.watched, { still, closed, gone });
    if (made === null) return;
    if (this.process.options.live !== null) this.totals = totalsOf(made);
    const trace = traceOf(made, this.seen.values(), this.process.options, {
      thread: this.share.number,
      script: this.share.script,
      ended: gone ? { by: "exit", code: null } : { by: "unknown", code: null },
      ...(gone ? {} : { checkpoint: true as const }),
    } satisfies Pick<ThreadTrace, "thread" | "script" | "ended"> & { checkpoint?: true });
    putTrace(
      this.process.folder,
      traceName(this.process.name, this.share.thread),
      trace,
      ending,
      closed ? this.closedAt : began,
    );
    this.writtenAt = began;
    this.took = Date.now() - began;
    this.current = still;
  }

  private due(still: boolean): boolean {
    const since = Date.now() - this.writtenAt;
    if (this.current) return false;
    if (!still) return since >= PERIOD_MS;
    return since >= Math.min(PERIOD_MS, Math.max(QUIET_PERIOD_MS, this.took / MOST_SHARE_OF_TIME));
  }
}
