/**
 * The memory that probes write: the clock, the window of recent lives, the tables of sites and groups.
 *
 * Everything is a view of shared memory, so that a watcher thread can read it while this thread sits in a loop. The
 * tables are as large as they may ever become: untouched pages cost address space only, and a table that never moves
 * can be a constant to the optimizer.
 */

/** Indices into {@link Core.clock}. */
export const NOW = 0;
/** Lives born at or before this clock are closed: their slots have been given to others. */
export const CLOSED = 1;
/** The last clock whose slot is free: a birth beyond it closes half of the window first. */
export const LIMIT = 2;
/** Number of half-windows closed so far. */
export const HALVES = 3;

/** The last clock for which there is room; {@link LIMIT} may come before it. */
export const ROOM = 4;
/** The clock at whose birth the blame is checked against a stack trace. */
export const AUDIT = 5;

/** Indices into {@link Core.control}. */
/** Counts the begins and ends of closings: odd while one is under way. */
export const CLOSINGS = 0;

/** The most sites and the most (site, blame, size class) groups of one thread. */
export const MAX_SITES = 1 << 21;
export const MAX_GROUPS = 1 << 21;

/** Bytes a slot of the window takes: last 8, group 4, size 4, operand 4, head 4, next 4, and half of 2 × 4 for `old`. */
export const SLOT_BYTES = 32;

/** Bytes of the tables by group: fourteen of numbers, four of indices, one of flags; by site: two. */
const GROUP_BYTES = 14 * 8 + 4 * 4 + 1;
const SITE_BYTES = 8 + 4;

/** A slot that no group owns: a tick without a birth, or storage that belongs to an array class's instance. */
export const NO_GROUP = 0;

export interface Core {
  clock: Float64Array;
  /** By which a thread that copies the tables knows whether they have changed meanwhile. */
  control: Int32Array;
  /** Slots of the window less one: `id & mask` is an object's slot. */
  mask: number;
  /**
   * Clock of the last use by slot. Whole numbers are uses; `id − 0.5` says never used; `clock + 0.5` says that the
   * last use was as the operand of an operation that made a result of the same size class; Infinity says escaped; NaN
   * says that `shared` knows.
   */
  last: Float64Array;
  /** Group by slot. */
  group: Int32Array;
  /** Bytes of element storage by slot; what is beyond 4 GB is added to the group at once. */
  size: Uint32Array;
  /** For an operand whose last use is `clock + 0.5`: the group of the result. */
  operandOf: Int32Array;
  /** Deaths bucketed by clock: first slot of each bucket + 1, and the chain. Used by the sweep alone. */
  head: Int32Array;
  next: Int32Array;
  /** `group` and `size` of the half that was closed last: its slots are given away while some of its deaths are to come. */
  oldGroup: Int32Array;
  oldSize: Uint32Array;
  /** By group. `alive`, `peak` and `late` also by pool. */
  alive: Int32Array;
  peak: Int32Array;
  allocated: Float64Array;
  extra: Float64Array;
  bytes: Float64Array;
  inPlace: Float64Array;
  escaped: Float64Array;
  unused: Float64Array;
  late: Float64Array;
  /** Bytes of those that are alive now, the most that were, and of those that came back late; 0 is the whole program. */
  bytesAlive: Float64Array;
  bytesPeak: Float64Array;
  bytesLate: Float64Array;
  /** Clock of the last birth, 0 when that one is finished with; and how many were finished with before the next. */
  newest: Float64Array;
  temporary: Float64Array;
  lifetimeSum: Float64Array;
  lifetimeMax: Float64Array;
  /** The same objects by site and size class, whoever is to blame: another group, or 0 when it would be the same. */
  parent: Int32Array;
  /** Pool of a group that has nothing above it: all groups of its size class, whatever their line. */
  pool: Int32Array;
  /** 1 for an array class's group: its objects own their storage. */
  classLike: Uint8Array;
  /** Iterations by a loop's number, calls by a function's. */
  iterations: Float64Array;
  /** Number of the (site, `Array`) group that blames itself, by site; 0 when there is none yet. */
  ownArray: Int32Array;
  /** Last use of a slot that is marked as sharing its life with others; such a slot is asked for once. */
  shared(slot: number): number;
  /** Set by the probes: the clock has come to {@link LIMIT} at the birth of one of this group. */
  full(group: number): void;
}

/** Largest power of two of slots that fits into `bytes`, at least 1,024. */
export function slotsFor(bytes: number): number {
  let slots = 1024;
  while (slots * 2 * SLOT_BYTES <= bytes) slots *= 2;
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
  const f64 = (n: number) => new Float64Array(...take(n, 8));
  const i32 = (n: number) => new Int32Array(...take(n, 4));
  const core: Core = {
    clock: f64(8),
    control: i32(8),
    mask: slots - 1,
    last: f64(slots),
    group: i32(slots),
    size: new Uint32Array(...take(slots, 4)),
    operandOf: i32(slots),
    head: i32(slots),
    next: i32(slots),
    oldGroup: i32(slots / 2),
    oldSize: new Uint32Array(...take(slots / 2, 4)),
    alive: i32(MAX_GROUPS),
    peak: i32(MAX_GROUPS),
    allocated: f64(MAX_GROUPS),
    extra: f64(MAX_GROUPS),
    bytes: f64(MAX_GROUPS),
    inPlace: f64(MAX_GROUPS),
    escaped: f64(MAX_GROUPS),
    unused: f64(MAX_GROUPS),
    late: f64(MAX_GROUPS),
    bytesAlive: f64(MAX_GROUPS),
    bytesPeak: f64(MAX_GROUPS),
    bytesLate: f64(MAX_GROUPS),
    newest: f64(MAX_GROUPS),
    temporary: f64(MAX_GROUPS),
    lifetimeSum: f64(MAX_GROUPS),
    lifetimeMax: f64(MAX_GROUPS),
    parent: i32(MAX_GROUPS),
    pool: i32(MAX_GROUPS),
    classLike: new Uint8Array(...take(MAX_GROUPS, 1)),
    iterations: f64(MAX_SITES),
    ownArray: i32(MAX_SITES),
    shared: () => 0,
    full: () => undefined,
  };
  core.clock[LIMIT] = slots;
  return core;
}
