/** One thread as its watcher sees it: when its figures are due to be written down, and the writing. */
import { join } from "node:path";
import type { Sweep } from "../runtime/closing.js";
import { type Core, NOW, SWEPT } from "../runtime/core.js";
import { Groups } from "../runtime/groups.js";
import { Registry } from "../runtime/registry.js";
import { Snapshots } from "../runtime/snapshot.js";
import { makeSweep } from "../runtime/sweep.js";
import { makeTally } from "../runtime/tally.js";
import type { ThreadTrace } from "../trace/format.js";
import { Journal } from "./journal.js";
import { type ThreadTotals, totalsOf } from "./live-line.js";
import { putTrace, type Seen, traceName, traceOf } from "./trace-file.js";
import { FINAL, GONE, type ProcessShare, type ThreadShare } from "./watch-words.js";

/** How old what is written down may become while the thread makes arrays: what is missing must stay below a second. */
const PERIOD_MS = 800;
/** Once a thread has stopped making any, it is written down sooner, but not all the time. */
const QUIET_PERIOD_MS = 100;
/** What was swept is as good while it is no older than this. The older figures are, the sooner the next are due. */
const FRESH_MS = 700;
/** How far apart the thread's clock is written down, and how often at most: for longer than figures may be old. */
const TICK_APART_MS = 20;
const MOST_TICKS = 256;
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
  private readonly snapshots: Snapshots;
  /** What the thread has closed is swept here, if it leaves the time for that. */
  readonly sweep: Sweep;
  private readonly seen = new Map<string, Seen>();
  private lastClock = -1;
  /** The moment of the figures that are written down. */
  private reachedAt = Date.now();
  private took = 0;
  /** What the thread's clock was when. */
  private readonly ticks: [clock: number, at: number][] = [];

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
      alone: () => undefined,
      full: () => undefined,
    };
    this.sweep = process.options.countOnly ? makeTally(core) : makeSweep(core);
    const groups = new Groups(core);
    const registry = new Registry();
    const journals = share.journals.map((memory) => ({ journal: new Journal(memory), read: 0 }));
    this.snapshots = new Snapshots({
      core,
      groups,
      registry,
      countOnly: process.options.countOnly,
      scopes: process.options.scopes,
      update: () => {
        for (const one of journals) {
          one.read = one.journal.read(one.read, (note) => {
            if ("group" in note) groups.restore(note.index, note.group);
            else if ("file" in note) registry.add(note.first, note.file);
            else this.seen.set(note.seen.path, note.seen);
          });
        }
      },
    });
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
    this.tick(clock);
    const began = Date.now();
    if (!now && !gone && !this.due(still)) return;
    const swept = core.clock[SWEPT] as number;
    const sweptOnly = !now && !still && swept > 0 && began - this.reached(swept) <= FRESH_MS;
    const made = this.snapshots.take({ still, gone, sweptOnly });
    if (made === null) return;
    if (this.process.options.live !== null) this.totals = totalsOf(made);
    const trace = traceOf(made, this.seen.values(), this.process.options, {
      thread: this.share.number,
      script: this.share.script,
      ended: gone ? { by: "exit", code: null } : { by: "unknown", code: null },
      ...(gone ? {} : { checkpoint: true as const }),
    } satisfies Pick<ThreadTrace, "thread" | "script" | "ended"> & { checkpoint?: true });
    this.reachedAt = this.reached(made.clock);
    putTrace(this.process.folder, traceName(this.process.name, this.share.thread), trace, ending, this.reachedAt);
    this.took = Date.now() - began;
    this.current = still;
  }

  private tick(clock: number): void {
    const { ticks } = this;
    const now = Date.now();
    if (now - (ticks.at(-1)?.[1] ?? 0) < TICK_APART_MS) return;
    ticks.push([clock, now]);
    if (ticks.length > MOST_TICKS) ticks.shift();
  }

  /** When the thread had made no more than what is born by this clock. The very last may be left out of figures of now. */
  private reached(clock: number): number {
    const { ticks } = this;
    const last = ticks.findLast(([then]) => then <= clock + 1) ?? ticks[0];
    return last?.[1] ?? Date.now();
  }

  private due(still: boolean): boolean {
    const since = Date.now() - this.reachedAt;
    if (this.current) return false;
    if (!still) return since >= PERIOD_MS;
    return since >= Math.min(PERIOD_MS, Math.max(QUIET_PERIOD_MS, this.took / MOST_SHARE_OF_TIME));
  }
}
