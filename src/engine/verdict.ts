/** What can be said for certain of the arrays of a line, from what its functions allocated with and without the optimizer. */
import type { EngineFigures, EngineRange, EngineVerdict } from "../report/engine.js";
import type { Piece } from "./asked.js";
import { addSums, type HeapByFunction, noSums, type Sums } from "./heap-by-function.js";
import { type Estimate, estimate } from "./poisson.js";

/** The functions on whose frames the arrays may have been allocated. */
export interface Region {
  keys: ReadonlySet<string>;
  /** Least bytes of all arrays that are counted in any of them. */
  asked: number;
  /** Arrays of the region whose elements are of the sizes in question, null where the sizes are not known. */
  pieces: readonly Piece[] | null;
  /** Some of them allocate other things than arrays as well. */
  others: boolean;
}

/** `asked`: bytes on the heap, if all the arrays are made; `firm`: every one of them takes its share of that. */
interface Judged {
  asked: number;
  firm: boolean;
  region: Region;
  names: readonly string[];
}

export interface Verdict {
  verdict: EngineVerdict;
  elided: EngineRange | null;
  why: string;
  together: EngineFigures["together"];
}

export interface Runs {
  plain: HeapByFunction;
  /** With escape analysis off, null when there was no such run. */
  control: HeapByFunction | null;
}

/** Fewer samples than this, were all arrays made, say nothing. */
const LEAST_SAMPLES = 12;
/** From this share on something was taken away: run by run the optimizer starts sooner or later. */
const SOME = 0.2;
/** Up to this share the most of it was made. */
const HALF = 0.5;
/** Of the bytes that a region was asked for: with less, what V8 made beside them may be other lines'. */
const MINE = 0.9;
/** V8 makes so many times what is asked for, or it is not called far more. */
const FAR_MORE = 1.5;

/**
 * Two bounds, neither of which takes a guess at what was inlined where:
 *
 * - arrays that were made lie on a frame of the region, so no more can have been made than the region allocated;
 * - what the optimizer takes away comes back when its escape analysis is off, so no more can have been taken away than
 *   the region allocated less than in that run.
 */
export function judge({ asked, firm, region, names }: Judged, runs: Runs): Verdict {
  const { interval } = runs.plain;
  const together = null;
  const expected = asked / interval;
  if (expected < LEAST_SAMPLES) {
    const whole = Math.round(expected);
    const about = expected < 1 ? "less than one sample" : `about ${whole} sample${whole === 1 ? "" : "s"}`;
    return undecidable(`too few samples: were all made, they would be ${about}, one in ${interval} bytes`);
  }
  const plain = sumOver(runs.plain, region);
  const arrays = withoutBoxed(plain, interval);
  const low = clamp(1 - arrays.high / asked);
  if (!runs.control) {
    if (low >= SOME)
      return { verdict: "elided", elided: { low, high: 1 }, why: "no control run to bound it from above", together };
    return undecidable("no control run tells whether the optimizer took some away");
  }
  const control = withoutBoxed(sumOver(runs.control, region), runs.control.interval);
  const bySize = bySizes(plain, region.pieces, interval);
  const high = Math.min(clamp(difference(control, arrays) / asked), bySize ?? 1);
  if (low > high && firm && low >= SOME) {
    return { verdict: "elided", elided: { low, high: 1 }, why: "without escape analysis too", together };
  }
  if (low > high) {
    return undecidable(
      "V8 allocated less than the arrays ask for, and no more without escape analysis: it shares their elements " +
        "(copy on write) or makes them in another way",
    );
  }
  const elided = { low, high };
  if (low >= SOME) return { verdict: "elided", elided, why: "", together };
  const more = asked >= MINE * region.asked ? farMore(plain, arrays, region) : null;
  if (more !== null) return { verdict: "hidden", elided, why: more, together };
  if (high <= HALF) return { verdict: "allocated", elided, why: high === bySize ? BY_SIZE : "", together };
  if (names.length <= 1) {
    return undecidable("its function allocates other things, which the optimizer may have taken away instead", elided);
  }
  const whole = { low: clamp(1 - arrays.high / region.asked), high: clamp(difference(control, arrays) / region.asked) };
  return {
    ...undecidable(`any of these may be inlined into another: ${listed(names)}`, elided),
    together: whole.low <= whole.high ? { asked: region.asked, elided: whole } : null,
  };
}

/** Functions by name, those that ask for most first. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join(", ");
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown;
}

/** More would drown the sentence; the JSON report has them in `region`. */
const NAMED = 3;

const BY_SIZE = "as many objects are made as these arrays have elements' stores, and of the same size";

/**
 * The most that was taken away, going by how many objects of just the size of the elements were made: beside their array,
 * or in one piece with it. Elements of two take as much as an array's own object, and each counts twice.
 */
function bySizes(plain: Sums, pieces: readonly Piece[] | null, interval: number): number | null {
  if (pieces === null || pieces.length === 0) return null;
  const shares = pieces.map(({ size, count }) => {
    const own = madeOf(plain, size, interval) / (size === ARRAY ? 2 : 1);
    return (own + madeOf(plain, size + ARRAY, interval)) / count;
  });
  return clamp(1 - Math.min(...shares));
}

/** Bytes of an array's own object. */
const ARRAY = 32;

/** Least number of objects of one size. */
function madeOf({ sizes }: Sums, size: number, interval: number): number {
  const sums = sizes.get(size);
  return sums ? estimate(sums.bytes, sums.squares, interval).low / size : 0;
}

/** How much more V8 allocated than the source shows, in words; null where it did not. */
function farMore(plain: Sums, arrays: Estimate, region: Region): string | null {
  if (plain.boxed > plain.bytes - plain.boxed && plain.samples >= LEAST_SAMPLES) {
    return `boxed numbers take ${times(plain.boxed, region.asked)} the arrays' bytes`;
  }
  if (region.others || arrays.low <= FAR_MORE * region.asked) return null;
  return `${times(arrays.value, region.asked)} the arrays' bytes are allocated around them`;
}

function times(part: number, whole: number): string {
  return `${(part / whole).toFixed(1)} times`;
}

function undecidable(why: string, elided: EngineRange | null = null): Verdict {
  return { verdict: "undecidable", elided, why, together: null };
}

export function sumOver(run: HeapByFunction, region: Region): Sums {
  const sums = noSums();
  for (const key of region.keys) addSums(sums, run.own.get(key));
  return sums;
}

/** A boxed number is no array, and no other object is as small. */
function withoutBoxed({ bytes, squares, boxed }: Sums, interval: number): Estimate {
  const share = bytes === 0 ? 0 : (bytes - boxed) / bytes;
  return estimate(bytes * share, squares * share, interval);
}

/** The most by which one can be above the other. Their errors are independent. */
function difference(more: Estimate, less: Estimate): number {
  return Math.max(0, more.value - less.value) + Math.hypot(more.high - more.value, less.value - less.low);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
