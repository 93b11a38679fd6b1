/**
 * Traces of threads that have ended, folded into one: a program may start a thousand times as many threads as anybody
 * wants to hear of, and their figures need no more room than one thread's.
 *
 * A site is the same when its file, position and kind are. Threads share no buffer, so what they need adds up.
 */
import type { BlameGroup, GroupFigures, SiteRef, ThreadTrace, TraceFile } from "../trace/format.js";

interface MergedFile {
  file: TraceFile;
  index: number;
}

export class MergedThreads {
  private readonly files = new Map<string, MergedFile>();
  private readonly sites = new Map<string, ThreadTrace["sites"][number]>();
  private readonly blamed = new Map<string, BlameGroup>();
  private readonly operations = new Map<string, ThreadTrace["operations"][number]>();
  private readonly pools = new Map<string, ThreadTrace["pools"][number]>();
  private readonly notSeen = new Map<string, ThreadTrace["notSeen"][number]>();
  private first: ThreadTrace | null = null;
  private threads = 0;
  private clock = 0;
  private closed = 0;
  private instrumented = 0;

  /** True when the trace can be folded in: lifetimes were followed in all of them, or in none. */
  takes(trace: ThreadTrace): boolean {
    return this.first === null || this.first.mode === trace.mode;
  }

  add(trace: ThreadTrace): void {
    this.first ??= trace;
    this.threads += trace.threads ?? 1;
    this.clock += trace.clock;
    this.closed += trace.window.closed;
    this.instrumented = Math.max(this.instrumented, trace.instrumented);
    const files = trace.files.map((file) => this.file(file));
    const moved = (ref: SiteRef): SiteRef => ({ file: (files[ref.file] as MergedFile).index, site: ref.site });
    for (const group of trace.sites) fold(this.sites, { ...group, site: moved(group.site) });
    for (const group of trace.blamed) {
      fold(this.blamed, { ...group, site: moved(group.site), blame: group.blame && moved(group.blame) });
    }
    for (const operation of trace.operations) {
      const own = { ...operation, site: moved(operation.site) };
      const key = JSON.stringify([own.site, own.receiver, own.result]);
      const known = this.operations.get(key);
      if (known === undefined) this.operations.set(key, own);
      else {
        known.calls += own.calls;
        known.made += own.made;
        known.existing += own.existing;
      }
    }
    for (const pool of trace.pools) {
      const key = JSON.stringify([pool.type, pool.size]);
      const sum = this.pools.get(key);
      if (sum === undefined) this.pools.set(key, { ...pool });
      else {
        sum.needed += pool.needed;
        sum.exact &&= pool.exact;
      }
    }
    for (const entry of trace.notSeen) this.notSeen.set(JSON.stringify(entry), entry);
  }

  /** Null when nothing was added. */
  trace(): ThreadTrace | null {
    if (this.first === null) return null;
    return {
      ...this.first,
      threads: this.threads,
      script: null,
      ended: { by: "exit", code: null },
      clock: this.clock,
      window: { ...this.first.window, closed: this.closed },
      files: [...this.files.values()].map(({ file }) => file),
      sites: [...this.sites.values()],
      blamed: [...this.blamed.values()],
      operations: [...this.operations.values()],
      pools: [...this.pools.values()],
      notSeen: [...this.notSeen.values()],
      instrumented: this.instrumented,
    };
  }

  private file(file: TraceFile): MergedFile {
    // A file that was changed between two threads has other sites.
    const key = JSON.stringify([file.path, file.dependency, file.sites, file.loops.map(({ line }) => line)]);
    const known = this.files.get(key);
    if (known === undefined) {
      const loops = file.loops.map((loop) => ({ ...loop }));
      const functions = file.functions.map((found) => ({ ...found }));
      const made = { file: { ...file, loops, functions }, index: this.files.size };
      this.files.set(key, made);
      return made;
    }
    file.loops.forEach((loop, i) => {
      const sum = known.file.loops[i];
      if (sum !== undefined) sum.iterations += loop.iterations;
    });
    file.functions.forEach(({ calls }, i) => {
      const sum = known.file.functions[i];
      if (sum !== undefined) sum.calls += calls;
    });
    return known;
  }
}

function fold<Group extends GroupFigures & { site: SiteRef; blame?: SiteRef | null }>(
  into: Map<string, Group>,
  group: Group,
): void {
  const key = JSON.stringify([group.site, group.blame ?? null, group.type, group.size]);
  const sum = into.get(key);
  if (sum === undefined) {
    into.set(key, { ...group });
    return;
  }
  sum.threads = (sum.threads ?? 1) + (group.threads ?? 1);
  sum.allocated += group.allocated;
  sum.objects += group.objects;
  sum.needed += group.needed;
  sum.inPlace += group.inPlace;
  sum.bytes += group.bytes;
  sum.escaped += group.escaped;
  sum.unused += group.unused;
  sum.temporary += group.temporary;
  sum.peakBytes += group.peakBytes;
  if (sum.within && group.within) {
    sum.within = {
      iteration: sum.within.iteration + group.within.iteration,
      call: sum.within.call + group.within.call,
    };
  }
  sum.lifetimeSum += group.lifetimeSum;
  sum.lifetimeMax = Math.max(sum.lifetimeMax, group.lifetimeMax);
  sum.exact &&= group.exact;
}
