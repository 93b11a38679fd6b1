/**
 * One line about a run that goes on, on the terminal that its stderr is. The watcher writes it, so that it comes while the
 * program sits in a loop; the program's own thread wipes it before the program writes.
 */
import { writeSync } from "node:fs";
import { relative, sep } from "node:path";
import type { RuntimeTrace } from "../runtime/index.js";
import { liveText } from "./live-text.js";
import { LINE_SHOWN, LINE_START, LIVE, type ProcessShare } from "./watch-words.js";

const STDERR = 2;
const WIPE = "\r\u001b[2K";
/** From the begin of the run to the first line, and from line to line. */
const PERIOD_MS = 1000;

/** The line's figures for one thread. */
export interface ThreadTotals {
  allocated: number;
  reusable: number;
  hottest: { path: string; line: number; allocated: number } | null;
}

export function totalsOf(trace: RuntimeTrace): ThreadTotals {
  let allocated = 0;
  let reusable = 0;
  let hottest: ThreadTotals["hottest"] = null;
  const lines = new Map<string, NonNullable<ThreadTotals["hottest"]>>();
  for (const group of trace.blamed) {
    allocated += group.allocated;
    if (trace.mode === "full") reusable += group.allocated - Math.min(group.needed, group.allocated);
    const { file, site } = group.blame ?? group.site;
    const path = trace.files[file]?.path ?? "";
    const line = trace.files[file]?.sites[site]?.line ?? 0;
    const known = lines.get(`${line} ${path}`) ?? { path, line, allocated: 0 };
    known.allocated += group.allocated;
    lines.set(`${line} ${path}`, known);
    if (hottest === null || known.allocated > hottest.allocated) hottest = known;
  }
  return { allocated, reusable, hottest };
}

export class LiveLine {
  private readonly began = Date.now();
  private last = { at: Date.now(), allocated: 0 };

  constructor(private readonly share: ProcessShare) {}

  /** To be called often: shows a line a second, where the program's own last line is at its end. */
  show(threads: Iterable<ThreadTotals>): void {
    const { control, options } = this.share;
    const now = Date.now();
    if (Atomics.load(control, LIVE) === 0 || now - this.last.at < PERIOD_MS) return;
    const all = [...threads];
    const allocated = all.reduce((sum, one) => sum + one.allocated, 0);
    const reusable = all.reduce((sum, one) => sum + one.reusable, 0);
    const hottest = all.map((one) => one.hottest).sort((a, b) => (b?.allocated ?? 0) - (a?.allocated ?? 0))[0];
    const rate = Math.max(0, Math.round(((allocated - this.last.allocated) * 1000) / (now - this.last.at)));
    this.last = { at: now, allocated };
    if (Atomics.load(control, LINE_START) === 0) return;
    const figures = {
      allocated,
      rate,
      reusable: options.countOnly ? null : allocated === 0 ? 0 : Math.floor((reusable * 100) / allocated),
      hottest: hottest ? { path: shown(hottest.path, options.cwd), line: hottest.line } : null,
      seconds: Math.round((now - this.began) / 1000),
    };
    Atomics.store(control, LINE_SHOWN, 1);
    writeSync(STDERR, WIPE + liveText(figures, Math.max(20, (options.live || 80) - 1)));
  }
}

/** Before anything else is written to the terminal. */
export function wipeLine({ control }: ProcessShare): void {
  if (Atomics.exchange(control, LINE_SHOWN, 0) === 1) writeSync(STDERR, WIPE);
}

/** For good: the run is at its end. */
export function endLive(share: ProcessShare): void {
  Atomics.store(share.control, LIVE, 0);
  wipeLine(share);
}

/** A file's name may hold what a terminal would obey. */
function shown(path: string, cwd: string): string {
  const short = relative(cwd, path).split(sep).join("/");
  return short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?");
}
