/**
 * Whose line the program is on, asked of a real stack trace: for what is made where no call of the user's own leaves a
 * breadcrumb, and to check the breadcrumb now and then.
 *
 * The user's own line is the innermost one outside of the bodies of array classes.
 */
import type { AuditFigures } from "../trace/format.js";
import type { Sweep } from "./closing.js";
import { AUDIT, type Core, LIMIT, NOW, ROOM } from "./core.js";
import { type Groups, NO_BLAME } from "./groups.js";
import type { Registry } from "./registry.js";

/** A place in a file of the user's own. `text` is what is called or read there. */
export interface UserFrame {
  path: string;
  line: number;
  column: number;
  text: string;
  /** It waits for what runs, by an `await`. */
  waiting: boolean;
}

/** Innermost first; null where the stack cannot be had without being noticed. */
export type UserFrames = () => UserFrame[] | null;

/**
 * The first look comes early, so that small programs are looked at too. They get twice as far apart each time up to a few
 * thousand births, and from there on little by little, since a look takes as long as a thousand births.
 */
const FIRST = 50;
const THOUSANDS = 4096;
const MOST_APART = 65_536;
const DISAGREEMENTS_KEPT = 10;

export class Callers {
  readonly audit: AuditFigures = { sampled: 0, agreed: 0, disagreements: [] };
  private apart = FIRST;
  private seed = 0x2545f491;

  constructor(
    private readonly core: Core,
    private readonly sweep: Sweep,
    private readonly groups: Groups,
    private readonly registry: Registry,
    private readonly frames: UserFrames,
    private readonly newSite: () => number,
    /** Births between two looks, at most twice as many. */
    private readonly mostApart: number = MOST_APART,
  ) {
    core.full = (group) => this.full(group);
    core.clock[ROOM] = core.clock[LIMIT] as number;
    this.arm(1);
  }

  /**
   * Number of the site at the user's line, made if there is none; null where no user's line is on the stack, or with
   * `waiting` not even waits for what is.
   */
  site(waiting: boolean): number | null {
    const frame = this.frame();
    return frame === null || (frame.waiting && !waiting) ? null : this.registry.siteAt(frame, this.newSite);
  }

  /** The clock has come to its limit at the birth of one of `group`. */
  private full(group: number): void {
    const { clock } = this.core;
    if ((clock[NOW] as number) + 1 > (clock[ROOM] as number)) {
      clock[LIMIT] = clock[ROOM] as number;
      this.sweep.closePart();
      clock[ROOM] = clock[LIMIT] as number;
    }
    if ((clock[NOW] as number) + 1 >= (clock[AUDIT] as number)) this.look(group);
    clock[LIMIT] = Math.min(clock[ROOM] as number, (clock[AUDIT] as number) - 1);
  }

  /** Compares the line that an array is put down to with the stack's. */
  private look(index: number): void {
    const group = this.groups.list[index] ?? null;
    // A tick without an owner yet: the next birth will do.
    if (group === null) {
      this.arm(1);
      return;
    }
    this.arm(this.gap());
    const frame = this.frame();
    // What waits need not be what has called.
    if (frame === null || frame.waiting) return;
    const blamed = this.registry.placeOf(group.blame === NO_BLAME ? group.site : group.blame);
    if (blamed === null) return;
    const { audit } = this;
    audit.sampled++;
    if (blamed.path === frame.path && frame.line >= blamed.line && frame.line <= blamed.to) audit.agreed++;
    else if (audit.disagreements.length < DISAGREEMENTS_KEPT) {
      const { path, line } = frame;
      audit.disagreements[audit.disagreements.length] = {
        blamed: { path: blamed.path, line: blamed.line },
        stack: { path, line },
      };
    }
  }

  private arm(gap: number): void {
    const { clock } = this.core;
    clock[AUDIT] = (clock[NOW] as number) + gap + 1;
    clock[LIMIT] = Math.min(clock[ROOM] as number, (clock[AUDIT] as number) - 1);
  }

  /** Births until the next look: the same in every run (xorshift; Marsaglia, "Xorshift RNGs", 2003). */
  private gap(): number {
    this.seed ^= this.seed << 13;
    this.seed ^= this.seed >>> 17;
    this.seed ^= this.seed << 5;
    const { apart } = this;
    this.apart = Math.min(this.mostApart, apart < THOUSANDS ? apart * 2 : apart + (apart >> 6));
    return this.apart / 2 + ((this.seed >>> 0) % this.apart);
  }

  private frame(): UserFrame | null {
    const frames = this.frames();
    if (frames === null) return null;
    for (let i = 0; i < frames.length; i++) {
      const frame = frames[i] as UserFrame;
      if (!this.registry.isInBody(frame)) return frame;
    }
    return null;
  }
}
