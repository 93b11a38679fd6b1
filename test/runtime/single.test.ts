/** Where Node is told to compile no strings there are no copies of our functions: slower, and the same figures. */
import { expect, it } from "vitest";
import { single } from "../../src/runtime/single.js";
import { traced } from "../traced-script.js";

it("gives the maker itself once, and copies of it after that", () => {
  const make = (by: number) => (value: number) => value * by;
  expect(single(make)).toBe(make);
  const copy = single(make);
  expect(copy).not.toBe(make);
  expect(copy(3)(7)).toBe(21);
});

it("the same is counted where no copies can be made", () => {
  // More than a window's worth, so that it is swept while the program runs.
  const words = ["-q", "--window", "1MB"];
  const script = "fixtures/numpy-loop-plain.ts";
  const { report } = traced(script, words);
  const without = traced(script, [...words, "--node-arg=--disallow-code-generation-from-strings"]);
  expect(without.ran.stderr).toBe("");
  expect(without.report.totals).toEqual(report.totals);
  expect(without.report.files).toEqual(report.files);
  expect(report.totals.allocated).toBeGreaterThan(16_384);
});
