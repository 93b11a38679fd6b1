/**
 * The memory that probes write: the clock, the window of recent lives, the tables of sites and groups.
 *
 * Everything is a view of shared memory, so that a watcher thread can read it while this thread sits in a loop. The
 * tables are as large as they may ever become: untouched pages cost address space only, and a table that never moves
 * can be a constant to the optimizer.
 */
import { Flags, Integers, Numbers } from "./tables.js";

/** Indices into {@link Core.clock}. */
export const NOW = 0;
/** Lives born at or before this clock are closed: their last uses are taken to be what they are now. */
export const CLOSED = 1;
/** The last clock whose slot is free: a birth beyond it closes a part of the window first. */
export const LIMIT = 2;
/** Number of parts closed so far. */
export const PARTS = 3;

/** The last clock for which there is room; {@link LIMIT} may come before it. */
export const ROOM = 4;
/** The clock at whose birth the blame is checked against a stack trace. */
export const AUDIT = 5;
/** Lives born at or before this clock are in the figures: their slots have been given to others. */
export const SWEPT = 6;

/** Indices into {@link Core.control}. */
/** Counts the begins and ends of sweeps: odd while one is under way. */
export const CLOSINGS = 0;
/** Who sweeps: see `closing.ts`. */
export const TURN = 1;

/** The most sites and the most (site, blame, size class) groups of one thread. */
export const MAX_SITES = 1 << 21;
export const MAX_GROUPS = 1 << 21;

/**
 * A slot of the window is a record of 32 bytes, so that a birth writes to one place and a sweep reads one. Its first number
 * is the last use; these are its 32-bit integers.
 */
export const GROUP = 2;
/** Bytes of element storage, unsigned, as {@link heldBy} reads them. */
export const SIZE = 3;
/** From here on a size is a number of megabytes, rounded up. */
const IN_MEGABYTES = 0xf0000000;
const MEGABYTE = 2 ** 20;
/** For an operand whose last use is `clock + 0.5`: the group of the result. A closed slot's: see `sweep.ts`. */
export const OPERAND_OF = 4;
/** Deaths bucketed by clock: first slot of each bucket + 1, and the chain. Used by the sweep alone. */
export const HEAD = 5;
export const NEXT = 6;
/** Of what was swept and is to die yet: groups in one part of the window, sizes in the next. */
export const OLD = 7;
export const SLOT_BYTES = 32;
/** By how many bits a slot's number is shifted for its numbers and its integers. */
export const LIVES = 2;
export const SLOTS = 3;

/** A group is a record of sixteen numbers, the first two of which are four integers. `ALIVE`, `PEAK` and `LATE` also by pool. */
export const ALIVE = 0;
export const PEAK = 1;
/** The same objects by site and size class, whoever is to blame: another group, or 0 when it would be the same. */
export const PARENT = 2;
/** Pool of a group that has nothing above it: all groups of its size class, whatever their line. */
export const POOL = 3;
export const ALLOCATED = 2;
export const BYTES = 3;
/** Bytes of those that are alive now, the most that were, and of those that came back late; group 0 is the whole program. */
export const BYTES_ALIVE = 4;
export const BYTES_PEAK = 5;
/**
 * Clock at which the life of the one born last ends, Infinity where it never does, 0 before the first; and how many were
 * finished with before the next.
 */
export const NEWEST = 6;
export const TEMPORARY = 7;
export const LIFETIME_SUM = 8;
export const LIFETIME_MAX = 9;
export const IN_PLACE = 10;
export const ESCAPED = 11;
export const UNUSED = 12;
export const LATE = 13;
export const BYTES_LATE = 14;
/** Physical objects beyond the logical ones. */
export const EXTRA = 15;
/** By how many bits a group's number is shifted for its numbers and its integers. */
export const FIGURES = 4;
export const COUNTS = 5;

/** Two numbers by group: arrays that were finished with in the iteration, and in the call, that made them. */
export const IN_ITERATION = 0;
export const IN_CALL = 1;
export const WITHIN = 1;

/** What was done at a site, a record of four numbers: see `operation-tallies.ts`. The last are two integers. */
export const OPERATIONS = 2;
export const OPERATED = 3;

/** Bytes of the tables by group: its records, an index and a flag; by site: a number, two indices and a record. */
const GROUP_BYTES = 16 * 8 + 2 * 8 + 4 + 1;
const SITE_BYTES = 8 + 4 + 4 + 4 * 8;

/** Slots of the largest window, 8 GB: all of its integers have indices below 2³¹. */
const MOST_SLOTS = 2 ** 28;

/** A slot that no group owns: a tick without a birth, or storage that belongs to an array class's instance. */
export const NO_GROUP = 0;

/** What stands in a slot for so many bytes. */
export function sizeOf(bytes: number): number {
  return bytes < IN_MEGABYTES ? bytes : IN_MEGABYTES + Math.ceil(bytes / MEGABYTE);
}

/** Bytes by what stands in a slot. */
export function heldBy(size: number): number {
  const unsigned = size >>> 0;
  return unsigned < IN_MEGABYTES ? unsigned : (unsigned - IN_MEGABYTES) * MEGABYTE;
}

export interface Core {
  clock: Float64Array;
  /** By which a thread that copies the tables knows whether they have changed meanwhile. */
  control: Int32Array;
  /** Slots of the window less one: `id & mask` is an object's slot. */
  mask: number;
  /**
   * By slot: the clock of the last use. Whole numbers are uses; `id − 0.5` says never used; `clock + 0.5` says that the
   * last use was as the operand of an operation that made a result of the same size class; Infinity says escaped; NaN
   * says that `shared` knows. A quarter and an eighth more say that the iteration and the call that made it are over: see
   * `scopes.ts`.
   */
  lives: Float64Array;
  /** The same memory: a slot's integers. */
  slots: Int32Array;
  /** By group: its numbers, and in the same memory its integers. */
  figures: Float64Array;
  counts: Int32Array;
  /** By group: see {@link IN_ITERATION}. */
  within: Float64Array;
  /** By group: the number of its type in `Groups.types`. */
  typeOf: Int32Array;
  /** 1 for an array class's group: its objects own their storage. */
  classLike: Uint8Array;
  /** Iterations by a loop's number, calls by a function's. */
  iterations: Float64Array;
  /** Number of the (site, `Array`) group that blames itself, by site; 0 when there is none yet. */
  ownArray: Int32Array;
  /** What a site makes, as far as that is known, 0 at first: see `alike.ts`. */
  alike: Int32Array;
  /** By site: its record of operations, and in the same memory that one's integers. */
  operations: Float64Array;
  operated: Int32Array;
  /** Last use of a slot that is marked as sharing its life with others; such a slot is asked for once. */
  shared(slot: number): number;
  /** Writes down the last uses of all such slots that were born at or before `upTo`: they are about to be closed. */
  settle(upTo: number): void;
  /** A part of the window is to be swept: tells whoever may do that on another thread. */
  handOver(): void;
  /** Waits until no other thread is changing figures: some of a group's are this thread's to write at any time, others not. */
  alone(): void;
  /** Set by the probes: the clock has come to {@link LIMIT} at the birth of one of this group. */
  full(group: number): void;
}

/** Largest power of two of slots that fits into `bytes`, at least 1,024 and at most `MOST_SLOTS`. */
export function slotsFor(bytes: number): number {
  let slots = 1024;
  while (slots < MOST_SLOTS && slots * 2 * SLOT_BYTES <= bytes) slots *= 2;
  return slots;
}

export function makeCore(windowBytes: number): Core {
  const slots = slotsFor(windowBytes);
  // One piece of memory: of smaller ones the C library keeps what a thread that has ended leaves, and clears it for the
  // next by writing to it, so that pages which nobody touches cost memory after all.
  const memory = new SharedArrayBuffer(slots * SLOT_BYTES + MAX_GROUPS * GROUP_BYTES + MAX_SITES * SITE_BYTES + 4096);
  let at = 0;
  const take = (n: number, bytes: number): [SharedArrayBuffer, number, number] => {
    const from = at;
    at += Math.ceil((n * bytes) / 64) * 64;
    return [memory, from, n];
  };
  const f64 = (n: number) => new Numbers(...take(n, 8));
  const i32 = (n: number) => new Integers(...take(n, 4));
  const clock = f64(8);
  const control = i32(8);
  const lives = f64(slots * 4);
  const figures = f64(MAX_GROUPS * 16);
  const operations = f64(MAX_SITES * 4);
  const core: Core = {
    clock,
    control,
    mask: slots - 1,
    lives,
    slots: new Integers(memory, lives.byteOffset, slots * 8),
    figures,
    counts: new Integers(memory, figures.byteOffset, MAX_GROUPS * 32),
    within: f64(MAX_GROUPS * 2),
    typeOf: i32(MAX_GROUPS),
    classLike: new Flags(...take(MAX_GROUPS, 1)),
    iterations: f64(MAX_SITES),
    ownArray: i32(MAX_SITES),
    alike: i32(MAX_SITES),
    operations,
    operated: new Integers(memory, operations.byteOffset, MAX_SITES * 8),
    shared: () => 0,
    settle: () => undefined,
    handOver: () => undefined,
    alone: () => undefined,
    full: () => undefined,
  };
  core.clock[LIMIT] = slots - partOf(core);
  return core;
}

/** Births that are closed together: a quarter of the window. */
export function partOf({ mask }: Pick<Core, "mask">): number {
  return (mask + 1) / 4;
}

/** One of a group's numbers, for what is not hot. */
export function figure({ figures }: Core, group: number, field: number): number {
  return figures[(group << FIGURES) + field] as number;
}

/** One of a group's integers. */
export function count({ counts }: Core, group: number, field: number): number {
  return counts[(group << COUNTS) + field] as number;
}

export function addTo({ figures }: Core, group: number, field: number, more: number): void {
  const at = (group << FIGURES) + field;
  figures[at] = (figures[at] as number) + more;
}
