/**
 * Stamps: the private names by which an object's life is known, and the probes that read or write one. They stand in one
 * class, since only its text can name them; what is hot has copies of its own (`trace/variants.ts`).
 */
import type { Alike } from "./alike.js";
import type { Core } from "./core.js";
import * as at from "./core.js";
import type { Groups } from "./groups.js";
import * as natives from "./intrinsics.js";
import type { OperationTallies } from "./operation-tallies.js";
import type { OperationProbe, Operations } from "./operations.js";
import type { Templates, Use } from "./probe-copies.js";
import { textOf } from "./probe-text.js";
import type { State } from "./slow-context.js";
import type { SlowPaths } from "./slow-paths.js";
import { LASTING, NO_STAMP, type Stamps } from "./stamps.js";

class Returned {
  // The derived class's fields are put on what this returns.
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is the point of the class.
    return target;
  }
}

interface Stamping {
  core: Core;
  groups: Groups;
  /** What `new` makes, by what `core.alike` says of a site. */
  records: readonly Alike[];
  state: State;
  /** Puts an argument on the list of those that are being handed over. */
  hand(value: object, position: number): void;
  /** By the number of a property's name, 1 when array objects have it. */
  F: Uint8Array;
  tallies: OperationTallies;
  /** How many arrays are being handed over, see `probes.ts`. */
  S: Int32Array;
}

/** What is there only later. */
export interface Late {
  slow: SlowPaths;
  operations: Operations;
  /** Another probe for the copy of this name, which has met strangers: objects or values that are none. */
  replace(copy: string, objects: boolean): void;
}

export interface StampClass extends Stamps, Templates {
  use<T>(value: T): T;
  /** {@link Stamps.peek} with what V8 has learnt for itself alone. */
  peekingAlone(): (value: unknown) => number;
  /** Stamps what a native is taken to have just made; `id` is its tick when that was reserved. False: see the method. */
  claim(site: number, own: boolean, value: unknown[], id: number): boolean;
}

export interface Made {
  Stamp: StampClass;
  /** Clock of the birth of so many bytes, less than 4 GB, in a group. */
  birth(bytes: number, of: number): number;
}

/** What is not hot comes later: it is made of these. */
export function makeStamps(stamping: Stamping, whatComes: Readonly<Late>): Made {
  // Constants: what its `eval` compiles would read parameters at every use, and whether they have a value yet.
  const { core, groups, records, state, hand, F, S, tallies } = stamping;
  const { called, came } = tallies;
  const late = whatComes;
  const { alike, clock, lives, slots, mask, ownArray } = core;
  // An import is a cell that optimized code reads and checks at every use; a constant of this function is none.
  const { CLOSED, GROUP, LIMIT, LIVES, NOW, SIZE, SLOTS } = at;
  const { arrayPrototype, getPrototypeOf, isArray, isView } = natives;
  const lasting = LASTING;
  const none = NO_STAMP;

  // Whole numbers below this are small integers to V8, with pointer compression too.
  const small = 2 ** 30;

  /** Elements of the longest array whose size a slot keeps as it is. */
  const MOST_CLAIMED = 2 ** 27;

  /** Clock of the birth: a small integer in every tier of V8 for as long as it fits, so that no box is made for it. */
  const birth = (bytes: number, of: number): number => {
    const id = (clock[NOW] as number) + 1;
    if (id > (clock[LIMIT] as number)) core.full(of);
    clock[NOW] = id;
    const slot = id & mask;
    lives[slot << LIVES] = id - 0.5;
    slots[(slot << SLOTS) + GROUP] = of;
    slots[(slot << SLOTS) + SIZE] = bytes;
    return id < small ? id | 0 : id;
  };

  /** So many values that V8 throws for, and they are asked first: an exception takes thousands of times as long. */
  const STRANGERS = 8;
  /** An array that nobody saw being made is none of the lines' doing. */
  const fromNowhere = <T extends object>(value: T): T => {
    Stamp.put(value, lasting, 0);
    return value;
  };

  // biome-ignore lint/security/noGlobalEval: only to know it again.
  const nativeEval: unknown = globalThis.eval;

  /** What the next stamp says. A field that is defined with a number of its kind is one to V8 from then on. */
  let nextId = 0;
  let nextGroup = 0;

  class Stamp extends Returned {
    #id = nextId;
    #group = nextGroup;
    constructor(target: object, id: number, of: number) {
      nextId = id;
      nextGroup = of;
      super(target);
    }
    static has(target: object): boolean {
      return #id in target;
    }
    static id(target: object): number {
      return (target as Stamp).#id;
    }
    static group(target: object): number {
      return (target as Stamp).#group;
    }
    static put(target: object, id: number, of: number): void {
      if (state.renewing && #id in target) Stamp.move(target, id, of);
      else new Stamp(target, id, of);
    }
    static move(target: object, id: number, of: number): void {
      (target as Stamp).#id = id;
      (target as Stamp).#group = of;
    }
    /**
     * A probe that notes a use of any value, a store of the clock when it is an open array object, and gives the value.
     *
     * Nearly everything that comes to most copies is stamped. Reading the field and catching what V8 throws where it is
     * missing is a third of the instructions that it takes to look first; a copy that has met strangers gives its place to one that looks
     * first. `copy` is its name.
     */
    static using(copy: string): Use {
      let strangers = 0;
      return (value) => {
        let id: number;
        try {
          id = (value as unknown as Stamp).#id;
        } catch {
          if (++strangers === STRANGERS) late.replace(copy, typeof value === "object" && value !== null);
          return Stamp.unseen(value);
        }
        if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
        else if (id !== lasting) late.slow.use(value as object, id);
        return value;
      };
    }
    /** The same where many values are no objects. */
    static guarding(copy: string): Use {
      let strangers = 0;
      return (value) => {
        if (typeof value !== "object") return typeof value === "function" ? Stamp.use(value) : value;
        if (value === null) return value;
        let id: number;
        try {
          id = (value as unknown as Stamp).#id;
        } catch {
          if (++strangers === STRANGERS) late.replace(copy, true);
          return Stamp.unseen(value);
        }
        if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
        else if (id !== lasting) late.slow.use(value as object, id);
        return value;
      };
    }
    /**
     * The same where many values have no stamp. Arrays and views are told from other objects by their instance type, and
     * nearly all of them have one; other objects are asked first once a few of them turned out to be none, since optimized
     * code calls a builtin for `#id in value`.
     */
    static looking(): Use {
      let strangers = 0;
      let unseen = 0;
      return (value) => {
        let id: number;
        if (typeof value !== "object") {
          // A function may be an array class's instance.
          if (typeof value !== "function" || state.objects !== true || !(#id in value)) return value;
          id = (value as unknown as Stamp).#id;
        } else if (value === null) return value;
        else if (isView(value) || isArray(value)) {
          if (unseen >= STRANGERS && !(#id in value)) return fromNowhere(value);
          try {
            id = (value as unknown as Stamp).#id;
          } catch {
            unseen++;
            return fromNowhere(value);
          }
        } else if (state.objects !== true) return value;
        else if (strangers < STRANGERS) {
          try {
            id = (value as unknown as Stamp).#id;
          } catch {
            strangers++;
            return value;
          }
        } else if (#id in value) id = (value as unknown as Stamp).#id;
        else return value;
        if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
        else if (id !== lasting) late.slow.use(value, id);
        return value;
      };
    }
    /** For a copy alone, made in the middle of the program, which may have an `eval` of its own by now. */
    static alone<Probe>(text: string): Probe | null {
      const evaluate: unknown = natives.getOwnPropertyDescriptor(globalThis, "eval")?.value;
      return evaluate === nativeEval ? (Stamp.compiled<Probe>([text])?.[0] ?? null) : null;
    }
    /** Used, and without a stamp. */
    static unseen<T>(value: T): T {
      return typeof value === "object" && value !== null && (isView(value) || isArray(value))
        ? fromNowhere(value)
        : value;
    }
    /** Reads the stamp of a value that may have none, by the same means. */
    static peeking(): (value: unknown) => number {
      let strangers = 0;
      return (value) => {
        if (value === null || (typeof value !== "object" && typeof value !== "function")) return none;
        if (strangers < STRANGERS || (strangers < 2 * STRANGERS && (isView(value) || isArray(value)))) {
          try {
            return (value as unknown as Stamp).#id;
          } catch {
            strangers++;
            return none;
          }
        }
        return #id in value ? (value as unknown as Stamp).#id : none;
      };
    }
    static readonly peek = Stamp.peeking();
    /** For a place where nearly all values have a stamp, while other places meet strangers. */
    static peekingAlone(): (value: unknown) => number {
      return Stamp.compiled<(value: unknown) => number>([`${textOf(Stamp.peeking)}()`])?.[0] ?? Stamp.peek;
    }
    /** The one for places that are not hot. */
    static readonly use = Stamp.looking();
    /** A probe for a literal or rest array of the user's own code. */
    static literals(): (site: number, array: unknown[]) => unknown[] {
      return (site, array) => {
        const of = (ownArray[site] as number) || groups.own(site);
        new Stamp(array, birth(array.length * 8, of), of);
        return array;
      };
    }
    /** The same where somebody else is to blame. */
    static blamedLiterals(): (site: number, array: unknown[]) => unknown[] {
      return (site, array) => {
        const of = late.slow.blamedArray(site);
        new Stamp(array, birth(array.length * 8, of), of);
        return array;
      };
    }
    /** A probe for a literal whose tick was reserved by `b`. */
    static stamping(): (id: number, array: unknown[]) => unknown[] {
      return (id, array) => {
        if (id > (clock[CLOSED] as number)) {
          const slot = (id & mask) << SLOTS;
          slots[slot + SIZE] = array.length * 8;
          new Stamp(array, id, slots[slot + GROUP] as number);
        } else Stamp.put(array, lasting, 0);
        return array;
      };
    }
    /** A probe for an argument that is handed over. */
    static handing(): <T>(value: T, position: number) => T {
      let strangers = 0;
      return (value, position) => {
        if (typeof value !== "object" || value === null) return value;
        if (!isView(value) && !isArray(value)) {
          if (state.objects !== true) return value;
          if (strangers >= STRANGERS) {
            if (!(#id in value)) return value;
          } else {
            try {
              void (value as unknown as Stamp).#id;
            } catch {
              strangers++;
              return value;
            }
          }
        }
        hand(value, position);
        return value;
      };
    }
    /** A probe for an object of which a property of a fixed name is about to be written. */
    static writing(): <T>(value: T, name: number) => T {
      let strangers = 0;
      return (value, name) => {
        if (typeof value !== "object" || value === null) return value;
        let id: number;
        if (strangers < STRANGERS) {
          try {
            id = (value as unknown as Stamp).#id;
          } catch {
            strangers++;
            return value;
          }
        } else if ((state.objects === true || isView(value) || isArray(value)) && #id in value) {
          id = (value as unknown as Stamp).#id;
        } else return value;
        F[name] = 1;
        if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
        else if (id !== lasting) late.slow.use(value, id);
        return value;
      };
    }
    /**
     * A probe for the result of `new`. Where its site has a record, the object is stamped as what the record says, and only then
     * asked for its prototype: V8 knows from the stamp what kind of object it is, and the answer with that.
     */
    static making(): (site: number, around: number, value: object) => object {
      let strangers = 0;
      return (site, around, value) => {
        const own = around !== -2;
        if (own) state.blame = around;
        const place = alike[site] as number;
        if (place > 0 && S[0] === 0 && strangers < STRANGERS) {
          const known = records[place] as Alike;
          if (
            known.blame === state.blame &&
            (known.length < 0 || (isView(value) && (value as Uint8Array).length === known.length))
          ) {
            const id = (clock[NOW] as number) + 1;
            try {
              new Stamp(value, id < small ? id | 0 : id, known.group);
            } catch {
              // It has one already.
              strangers++;
              late.slow.made(site, value, own);
              return value;
            }
            birth(known.bytes, known.group);
            // The first says to V8 at this very place what kind of object it is.
            if ((value as Stamp).#group !== known.group || getPrototypeOf(value) !== known.prototype)
              late.slow.mistaken(site, value, own, id);
            return value;
          }
        }
        if (S[0] === 0 && typeof value === "object" && !(#id in value)) late.slow.newborn(site, value, own);
        else late.slow.made(site, value, own);
        return value;
      };
    }
    /**
     * A probe for arithmetic, see `operations.ts`. What is done on most lines is counted by what stamps say; no array goes on
     * from here, so that V8 can take it away.
     */
    static operating(): OperationProbe {
      let strangers = 0;
      return (site, before, value, receiver, a, b, c) => {
        if (strangers < STRANGERS && c === undefined) {
          try {
            const of = receiver === undefined ? none : (receiver as Stamp).#id;
            const from = receiver === undefined ? 0 : (receiver as Stamp).#group;
            const aId = typeof a === "object" && a !== null ? (a as Stamp).#id : none;
            const bId = typeof b === "object" && b !== null ? (b as Stamp).#id : none;
            const isCounted =
              typeof value === "number" || value === undefined
                ? called(site, of, from, aId, bId)
                : came(
                    site,
                    before,
                    (value as Stamp).#id,
                    value === receiver || value === a || value === b,
                    of,
                    from,
                    aId,
                    bId,
                  );
            if (isCounted) return value;
          } catch {
            strangers++;
          }
        }
        return late.operations.note(site, before, value, receiver, a, b, c);
      };
    }
    /** Stamps what a native is taken to have just made; false where it is no plain array, or has a stamp. */
    static claim(site: number, own: boolean, value: unknown[], id: number): boolean {
      // The length first: from that V8 knows what kind of object it is, and its prototype.
      const { length } = value;
      if (length > MOST_CLAIMED || getPrototypeOf(value) !== arrayPrototype) return false;
      const of = own ? (ownArray[site] as number) || groups.own(site) : late.slow.blamedArray(site);
      const isReserved = id > (clock[CLOSED] as number);
      const tick = isReserved ? id : (clock[NOW] as number) + 1;
      try {
        new Stamp(value, tick < small ? tick | 0 : tick, of);
      } catch {
        return false;
      }
      if (isReserved) {
        slots[((id & mask) << SLOTS) + GROUP] = of;
        slots[((id & mask) << SLOTS) + SIZE] = length * 8;
      } else birth(length * 8, of);
      return true;
    }
    /** Null where Node was told to compile no strings. */
    static compiled<Probe>(texts: readonly string[]): Probe[] | null {
      let list = "";
      for (let i = 0; i < texts.length; i++) list += `${texts[i]},`;
      try {
        // biome-ignore lint/security/noGlobalEval: only text within the class can name its private fields.
        return eval(`[${list}]`) as Probe[];
      } catch {
        return null;
      }
    }
  }

  return { Stamp, birth };
}
