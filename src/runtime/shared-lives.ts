/**
 * One life for all that look at one buffer.
 *
 * A typed array's storage is read through every view of it, so a buffer and all views of it are used together: each of
 * them is alive until the last use of any. Their slots in the window are marked (NaN), and the sweep asks here.
 */
import { OwnMap } from "./collections.js";
import { CLOSED, type Core, LIVES, NOW } from "./core.js";
import { isNotANumber } from "./intrinsics.js";
import { unmarked } from "./marks.js";

interface Member {
  id: number;
  group: number;
  bytes: number;
}

export interface Life {
  last: number;
  escaped: boolean;
  /** Those whose slots are still in the window, oldest first. */
  open: Member[];
  /** Those whose slots were closed since the last use. */
  closed: Member[];
}

export class SharedLives {
  private readonly bySlot = new OwnMap<number, Life>();

  constructor(
    private readonly core: Core,
    /** An object whose slot was closed is used again. */
    private readonly comeBack: (group: number, bytes: number) => void,
  ) {
    core.shared = (slot) => this.close(slot);
    core.settle = (upTo) => this.settle(upTo);
  }

  start(): Life {
    return { last: 0, escaped: false, open: [], closed: [] };
  }

  /** Makes the object with this id part of the life. */
  join(life: Life, id: number, group: number, bytes: number): void {
    const { clock, lives, mask } = this.core;
    if (id <= (clock[CLOSED] as number)) {
      if (id > 0) life.closed[life.closed.length] = { id, group, bytes };
      return;
    }
    const slot = id & mask;
    const used = unmarked(lives[slot << LIVES] as number);
    if (used === Infinity) life.escaped = true;
    else if (used > life.last) life.last = used;
    lives[slot << LIVES] = Number.NaN;
    this.bySlot.set(slot, life);
    life.open[life.open.length] = { id, group, bytes };
  }

  use(life: Life): void {
    life.last = this.core.clock[NOW] as number;
    const { closed } = life;
    for (let i = 0; i < closed.length; i++) {
      const { group, bytes } = closed[i] as Member;
      this.comeBack(group, bytes);
    }
    closed.length = 0;
  }

  escape(life: Life): void {
    this.use(life);
    life.escaped = true;
  }

  private settle(upTo: number): void {
    if (this.bySlot.size === 0) return;
    const { clock, lives, mask } = this.core;
    const from = clock[CLOSED] as number;
    for (let i = (upTo - from) | 0; i > 0; i--) {
      const slot = (from + i) & mask;
      if (isNotANumber(lives[slot << LIVES])) lives[slot << LIVES] = this.close(slot);
    }
  }

  /** The sweep reaches a marked slot: when was it last used? */
  private close(slot: number): number {
    const life = this.bySlot.get(slot);
    if (life === undefined) return 0;
    this.bySlot.delete(slot);
    const { mask } = this.core;
    const { open, closed } = life;
    // None of the array methods: the program may have put its own in their place.
    let at = 0;
    while (at < open.length && ((open[at] as Member).id & mask) !== slot) at++;
    const member = open[at];
    if (member !== undefined) {
      for (; at < open.length - 1; at++) open[at] = open[at + 1] as Member;
      open.length--;
      if (!life.escaped) closed[closed.length] = member;
    }
    return life.escaped ? Infinity : life.last;
  }
}
