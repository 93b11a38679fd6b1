/** What a number of samples says about the whole it was drawn from. */

/** A figure with the bounds that hold with 99 % confidence. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Two-sided 99 %: many lines are judged in one report, so it is more than the usual 95 %. */
const Z = 2.5758;

/**
 * Sum of sample weights with its bounds. The number of samples is a Poisson variable; samples of unequal weight count as
 * (Σw)² / Σw²(1 − p) equal ones, for an object that is sampled in any case (p = 1) adds nothing to the error.
 *
 * Byar's approximation of the exact limits (Rothman & Boice, "Epidemiologic Analysis with a Programmable Calculator",
 * 1979): within 1 % from ten samples on, and on the careful side below.
 *
 * @param sum Σw, in bytes
 * @param squares Σw²(1 − p), where p is the probability that such an object is sampled
 * @param unit weight of a sample where there is none to go by
 */
export function estimate(sum: number, squares: number, unit: number): Estimate {
  if (sum <= 0) return { value: 0, low: 0, high: upper(0) * unit };
  if (squares <= 0) return { value: sum, low: sum, high: sum };
  const count = sum ** 2 / squares;
  const weight = squares / sum;
  return { value: sum, low: lower(count) * weight, high: upper(count) * weight };
}

function lower(count: number): number {
  if (count <= 0) return 0;
  return Math.max(0, count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3);
}

function upper(count: number): number {
  const next = count + 1;
  return next * (1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next))) ** 3;
}

/** Bytes of the object, bytes that it stands for, and their square times the probability that it is not sampled. */
export interface Weighed {
  size: number;
  weight: number;
  square: number;
  /** No other size is as likely. */
  sure: boolean;
}

/**
 * V8 gives a sample as size × floor(1 / (1 − e^(−size / interval)) + ½), which is off by up to half an object. From that
 * number the size is found again (the smallest that fits, since most objects are small beside the interval), and with it
 * the weight that makes the sum unbiased: size / (1 − e^(−size / interval)). See `SamplingHeapProfiler::ScaleSample` in
 * https://source.chromium.org/chromium/chromium/src/+/main:v8/src/profiler/sampling-heap-profiler.cc
 */
export function weightOf(given: number, interval: number): Weighed {
  let found: Weighed | null = null;
  for (let times = Math.floor(interval / WORD) + 2; times >= 1; times--) {
    if (given % times !== 0) continue;
    const size = given / times;
    if (size < LEAST || size % WORD !== 0 || timesOf(size, interval) !== times) continue;
    found ??= weighed(size, interval, true);
    // Another size gives the same number: one that is far larger would make far more bytes than the program asks for.
    if (size !== found.size && size < ALIKE * found.size) return { ...found, sure: false };
  }
  return found ?? { size: given, weight: given, square: 0, sure: false };
}

function timesOf(size: number, interval: number): number {
  return Math.floor(1 / (1 - Math.exp(-size / interval)) + 0.5);
}

const ALIKE = 8;

function weighed(size: number, interval: number, sure: boolean): Weighed {
  const missed = Math.exp(-size / interval);
  const weight = size / (1 - missed);
  return { size, weight, square: weight ** 2 * missed, sure };
}

const WORD = 8;
const LEAST = 16;

/**
 * Intervals of which the next multiple of 16 is 16 × a prime: no other size of object then looks like 16 bytes, which are
 * boxed numbers. Of those, the ones at which the fewest sizes up to 160 bytes look like one another.
 */
const INTERVALS = [1600, 2400, 6720, 10_752, 18_432, 32_256, 67_200, 201_600, 429_120, 866_880] as const;

/** Samples that make an estimate good to 2 %. */
const WANTED = 16_000;

/** Bytes between two samples, for a program that asks for so many. */
export function intervalFor(bytes: number): number {
  const wanted = bytes / WANTED;
  let chosen: number = INTERVALS[0];
  for (const interval of INTERVALS) if (interval <= wanted) chosen = interval;
  return chosen;
}
