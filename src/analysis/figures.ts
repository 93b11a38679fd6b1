/** Sums of group figures: what a site, an expression or a line made, by size class. */
import type { Counts, Lives, ReportType } from "../report/report.js";
import type { GroupFigures } from "../trace/format.js";
import { byText } from "./source-sites.js";

/** Running sums; closed by {@link counts} and {@link types}. */
export class Figures {
  allocated = 0;
  needed = 0;
  inPlace = 0;
  bytes = 0;
  objects = 0;
  peakBytes = 0;
  temporary = 0;
  escaped = 0;
  unused = 0;
  /** Null where nobody asked. */
  inIteration: number | null = null;
  inCall: number | null = null;
  lifetimeSum = 0;
  longestLifetime = 0;
  exact = true;
  readonly #types = new Map<string, ReportType>();
  readonly #inPlace = new Map<string, number>();

  /**
   * Adds one group of one thread. Groups of several threads or size classes share no buffer, so `needed` adds up.
   * @param followed false for a thread whose lifetimes were not followed: all it made may have been needed.
   */
  add(group: GroupFigures, followed: boolean): void {
    const needed = followed ? Math.min(group.needed, group.allocated) : group.allocated;
    this.allocated += group.allocated;
    this.needed += needed;
    this.bytes += group.bytes;
    this.objects += group.objects;
    const identity = JSON.stringify([group.type, group.size]);
    if (followed) {
      this.#inPlace.set(identity, (this.#inPlace.get(identity) ?? 0) + group.inPlace);
      this.inPlace += group.inPlace;
      this.temporary += group.temporary;
      this.peakBytes += group.peakBytes;
      this.escaped += group.escaped;
      this.unused += group.unused;
      if (group.within) {
        this.inIteration = (this.inIteration ?? 0) + group.within.iteration;
        this.inCall = (this.inCall ?? 0) + group.within.call;
      }
      this.lifetimeSum += group.lifetimeSum;
      this.longestLifetime = Math.max(this.longestLifetime, group.lifetimeMax);
    }
    this.exact &&= followed && group.exact;
    const peakBytes = followed ? group.peakBytes : group.bytes;
    const type = this.#types.get(identity);
    if (type === undefined) {
      const { type: name, size, storage } = group;
      this.#types.set(identity, {
        type: name,
        size,
        ...(storage ? { storage } : {}),
        allocated: group.allocated,
        needed,
        peakBytes,
        objects: group.objects,
      });
    } else {
      type.allocated += group.allocated;
      type.needed += needed;
      type.peakBytes += peakBytes;
      type.objects += group.objects;
    }
  }

  get reusable(): number {
    return this.allocated - this.needed;
  }

  /** In clock units; 0 when nothing was made. */
  get meanLifetime(): number {
    return this.allocated === 0 ? 0 : this.lifetimeSum / this.allocated;
  }

  counts(): Counts {
    const { allocated, needed, reusable, inPlace, bytes } = this;
    return { allocated, needed, reusable, inPlace, bytes };
  }

  lives(): Lives {
    const { escaped, unused, temporary, inIteration, inCall, peakBytes, meanLifetime, longestLifetime } = this;
    return { escaped, unused, temporary, inIteration, inCall, peakBytes, meanLifetime, longestLifetime };
  }

  /** Of some size classes alone: the rest are arrays made on the way to a result. */
  inPlaceOf(wanted: (type: ReportType) => boolean): number {
    let sum = 0;
    for (const [identity, type] of this.#types) if (wanted(type)) sum += this.#inPlace.get(identity) ?? 0;
    return sum;
  }

  /** Size classes, most allocated first. */
  types(): ReportType[] {
    return [...this.#types.values()]
      .map((type) => ({ ...type }))
      .sort((a, b) => b.allocated - a.allocated || byText(a.type, b.type) || byText(a.size ?? "", b.size ?? ""));
  }
}

/** Sums of sums: a file's lines, a report's files. */
export function sumCounts(parts: readonly Counts[]): Counts {
  const sum = { allocated: 0, needed: 0, reusable: 0, inPlace: 0, bytes: 0 };
  for (const part of parts) {
    sum.allocated += part.allocated;
    sum.needed += part.needed;
    sum.reusable += part.reusable;
    sum.inPlace += part.inPlace;
    sum.bytes += part.bytes;
  }
  return sum;
}
