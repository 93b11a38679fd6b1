/** Laws are found exactly, or not at all; and laws as budgets mean what they say. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOf } from "../../src/baseline/growth.js";
import { LawFault, parseLaw } from "../../src/baseline/law.js";

const DOUBLING = [1000, 2000, 4000, 8000];

function grown(sizes: readonly number[], f: (n: number) => number) {
  return growthOf(
    sizes.map((n) => ({ n, value: f(n) })),
    "N",
  );
}

describe("growth", () => {
  test.each([
    ["constant", "7", (_n: number) => 7],
    ["constant", "0", (_n: number) => 0],
    ["linear", "2*N + 3", (n: number) => 2 * n + 3],
    ["linear", "N - 1", (n: number) => n - 1],
    ["linear", "N/2", (n: number) => n / 2],
    ["quadratic", "N^2/2 - N/2", (n: number) => (n * (n - 1)) / 2],
    ["quadratic", "N^2 + 1", (n: number) => n * n + 1],
    ["logarithmic", "3*log2(N/1000) + 10", (n: number) => 3 * Math.log2(n / 1000) + 10],
    ["n log n", "N*log2(N/1000) + 5*N", (n: number) => n * Math.log2(n / 1000) + 5 * n],
    ["n log n", "N*floor(log2(N)) + 2", (n: number) => n * Math.floor(Math.log2(n)) + 2],
  ])("%s: %s", (kind, text, f) => {
    // Where sizes double, the logarithm by doublings is found first, which is the same law.
    const sizes = text.includes("floor") ? [10, 30, 70, 100, 1000] : DOUBLING;
    expect(grown(sizes, f)).toMatchObject({ kind, text, exact: true });
  });

  test("a cubic needs five sizes, since four fit any", () => {
    const cubic = (n: number) => n ** 3 + n;
    expect(grown([1, 2, 4, 8], cubic)).toMatchObject({ kind: "unknown", exact: false, at: null });
    expect(grown([1, 2, 4, 8, 16], cubic)).toMatchObject({ kind: "cubic", text: "N^3 + N", exact: true });
  });

  test("one array off is no law, and it says so", () => {
    const law = grown(DOUBLING, (n) => 2 * n + (n === 4000 ? 1 : 0));
    expect(law).toMatchObject({ kind: "unknown", exact: false });
    expect(law.text).toContain("no law holds");
  });

  test("two sizes can only show that nothing grows", () => {
    expect(grown([10, 20], () => 4)).toMatchObject({ kind: "constant", exact: true });
    expect(grown([10, 20], (n) => n)).toMatchObject({ kind: "unknown", exact: false });
  });

  test("any polynomial of degree two is found in four points, and gives every one of them", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 1000 }), fc.nat({ max: 100_000 })),
        fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 4, maxLength: 6 }),
        ([a, b, c], unsorted) => {
          const sizes = unsorted.sort((x, y) => x - y);
          const law = grown(sizes, (n) => a * n * n + b * n + c);
          expect(law.exact).toBe(true);
          for (const n of sizes) expect(law.at?.(n)).toBeCloseTo(a * n * n + b * n + c, 3);
        },
      ),
    );
  });
});

describe("laws as budgets", () => {
  test.each([
    ["allocated <= 2*N + 3", 100, 203],
    ["reusable <= 0", 5, 0],
    ["needed<=N^2/4 - 1", 10, 24],
    ["bytes <= 8 * N * log2(N)", 16, 512],
    ["allocated <= -(-N) ** 2", 3, -9],
    ["perIteration <= 1.5", 1, 1.5],
    ["allocated <= 2*(N + 1)/2 - 1", 9, 9],
    ["allocated <= 10 - 2 - 3", 9, 5],
    ["allocated <= ceil(sqrt(N))", 10, 4],
  ])("%s at %i", (text, n, limit) => {
    expect(parseLaw(text).limit(new Map([["N", n]]))).toBe(limit);
  });

  test("what has no value is no number, so nothing passes by it", () => {
    const law = parseLaw("allocated <= 2*M");
    expect([...law.variables]).toEqual(["M"]);
    expect(law.limit(new Map())).toBeNaN();
  });

  test.each([
    "allocated < 3",
    "allocated <=",
    "made <= 3",
    "allocated <= 2 N",
    "allocated <= (N",
    "allocated <= N)",
    "allocated <= log2 N",
    "allocated <= 2 +",
    "allocated <= $",
    "",
    "<= 3",
  ])("refuses %j", (text) => {
    expect(() => parseLaw(text)).toThrow(LawFault);
  });
});
