/** The window's size, and what figures are kept by. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, makeCore, PARENT, SLOT_BYTES, slotsFor } from "../../src/runtime/core.js";
import { Groups } from "../../src/runtime/groups.js";
import { doesArithmetic } from "../../src/trace/arithmetic.js";

describe("slotsFor", () => {
  it("gives the largest power of two that fits: 1,024 where none does, and 2²⁸ at most", () => {
    const check = (bytes: number): void => {
      const slots = slotsFor(bytes);
      expect(Math.log2(slots) % 1).toBe(0);
      expect(slots).toBeGreaterThanOrEqual(1024);
      expect(slots * SLOT_BYTES <= bytes || slots === 1024).toBe(true);
      expect(slots * 2 * SLOT_BYTES > bytes || slots === 2 ** 28).toBe(true);
    };
    fc.assert(fc.property(fc.double({ min: 0, max: 2 ** 34, noNaN: true }), check), { seed: 1 });
  });

  it("makes a window of 8,388,608 lives of the default 256 MB", () => {
    expect(slotsFor(256 * 1024 * 1024)).toBe(8_388_608);
  });
});

describe("groups", () => {
  const core = makeCore(0);

  it("are one for a site, a blamed line and a size class", () => {
    const groups = new Groups(core);
    const one = groups.find(1, 1, "Float64Array", "9", false);
    expect(groups.find(1, 1, "Float64Array", "9", false)).toBe(one);
    const others = [
      groups.find(2, 2, "Float64Array", "9", false),
      groups.find(1, 1, "Float32Array", "9", false),
      groups.find(1, 1, "Float64Array", "10", false),
      groups.find(1, 5, "Float64Array", "9", false),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
  });

  it("have one above them where somebody else is to blame", () => {
    const groups = new Groups(core);
    const here = groups.find(1, 5, "Array", null, false);
    const there = groups.find(1, 6, "Array", null, false);
    const above = count(core, here, PARENT);
    expect(count(core, there, PARENT)).toBe(above);
    expect(groups.list[above]).toEqual({ site: 1, blame: 1, type: "Array", size: null });
    expect([groups.isAbove(above), groups.isAbove(here)]).toEqual([true, false]);
    expect(groups.find(1, 1, "Array", null, false)).toBe(above);
    expect(count(core, above, PARENT)).toBe(0);
  });
});

describe("doesArithmetic", () => {
  it.each([
    [["add", "sub"], "two that could be"],
    [["mul"], "one that is nothing else"],
    [["scale", "toString"], "one among others"],
    [["addScalar", "x"], "a word with an ending"],
    [["imul_"], "in place, by an underscore"],
    [["mmul", "transpose"], "a matrix's own"],
  ])("%j does: %s", (names) => {
    expect(doesArithmetic(names)).toBe(true);
  });

  it.each([
    [["add", "has", "delete", "clear"], "a Set"],
    [["add", "format"], "a date"],
    [["push", "pop"], "a stack"],
    [["address", "scalene", "dotted", "timeslot"], "words that only begin so"],
    [[], "nothing"],
  ])("%j does not: %s", (names) => {
    expect(doesArithmetic(names)).toBe(false);
  });
});
