/** Bounds from samples hold as often as they say, and a sample's weight makes the sum unbiased. */
import { expect, test } from "vitest";
import { estimate, intervalFor, weightOf } from "../../src/engine/poisson.js";

/** Deterministic: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** As V8 samples: after a stretch of bytes that is exponentially distributed. */
function sampled(size: number, count: number, interval: number, random: () => number): number[] {
  const given: number[] = [];
  const times = Math.floor(1 / (1 - Math.exp(-size / interval)) + 0.5);
  for (let i = 0; i < count; i++) if (random() < 1 - Math.exp(-size / interval)) given.push(size * times);
  return given;
}

test.each([
  [64, 20_000, 1600],
  [64, 400, 6720],
  [200, 5000, 1600],
  [4096, 300, 1600],
])("objects of %i bytes, %i of them, a sample in %i bytes", (size, count, interval) => {
  const random = makeRandom(size + count);
  const runs = 400;
  let sum = 0;
  let held = 0;
  for (let run = 0; run < runs; run++) {
    let bytes = 0;
    let squares = 0;
    for (const given of sampled(size, count, interval, random)) {
      const { weight, square } = weightOf(given, interval);
      bytes += weight;
      squares += square;
    }
    const { low, high } = estimate(bytes, squares, interval);
    sum += bytes;
    if (low <= size * count && size * count <= high) held++;
  }
  expect(sum / runs / (size * count)).toBeGreaterThan(0.97);
  expect(sum / runs / (size * count)).toBeLessThan(1.03);
  expect(held / runs).toBeGreaterThan(0.96);
});

test("nothing seen does not mean nothing there", () => {
  const { value, low, high } = estimate(0, 0, 1600);
  expect({ value, low }).toEqual({ value: 0, low: 0 });
  // −ln(0.005) samples: what is there once in two hundred times without being seen.
  expect(high).toBeGreaterThan(5.29 * 1600);
  expect(high).toBeLessThan(5.5 * 1600);
});

test("boxed numbers look like nothing else", () => {
  for (const bytes of [0, 40e6, 120e6, 200e6, 400e6, 600e6, 2e9, 4e9, 8e9, 20e9]) {
    const interval = intervalFor(bytes);
    const given = 16 * Math.floor(1 / (1 - Math.exp(-16 / interval)) + 0.5);
    expect(weightOf(given, interval)).toMatchObject({ size: 16 });
    for (let size = 24; size < 4096; size += 8) {
      const other = size * Math.floor(1 / (1 - Math.exp(-size / interval)) + 0.5);
      expect(weightOf(other, interval).size, `${size} at ${interval}`).not.toBe(16);
    }
  }
});
