/** Single values, and which word belongs to which flag: the readers that flags and configuration share. */

import { Command, Option } from "commander";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareFlags } from "../../src/cli/bare-flags.js";
import { quote } from "../../src/cli/quote.js";
import { didYouMean } from "../../src/cli/suggestion.js";
import { byteSize, dependencies, Misfit, wholeNumber, wrapped } from "../../src/cli/values.js";

describe("sizes", () => {
  test.each([
    ["1MB", 1_048_576],
    ["256mb", 268_435_456],
    ["1.5 GiB", 1_610_612_736],
    ["2048k", 2_097_152],
    ["1048576", 1_048_576],
    ["8G", 8_589_934_592],
  ])("%s", (text, bytes) => expect(byteSize(text)).toBe(bytes));

  test.each(["", "MB", "1", "-1MB", "1e9", "9GB", "1MBB", "0x100000", "1_000_000", "Infinity"])("not %j", (text) => {
    expect(() => byteSize(text)).toThrow(Misfit);
  });
});

describe("numbers and names", () => {
  test.each([
    ["lib", "lib", null],
    ["lib:Matrix", "lib", "Matrix"],
    ["@scope/lib/sub:$A", "@scope/lib/sub", "$A"],
    ["./vendor/lib.js:Matrix", "./vendor/lib.js", "Matrix"],
    ["C:\\lib.js", "C:\\lib.js", null],
  ])("a module to wrap: %s", (text, module, name) => expect(wrapped(text)).toEqual({ module, name }));

  test.each(["", ":Matrix", "lib:", "a b", "lib:1"])("%j is no module to wrap", (text) => {
    expect(() => wrapped(text)).toThrow(Misfit);
  });

  test.each(["", "-1", "1.5", "1e3", "0x10", " 1", "9007199254740993"])("%j is no number of lines", (text) => {
    expect(() => wholeNumber(text, 0)).toThrow(Misfit);
  });

  test("packages", () => {
    expect(dependencies("all")).toBe("all");
    expect(dependencies("none")).toBe("none");
    expect(dependencies("three, @scope/a.b")).toEqual(["three", "@scope/a.b"]);
    for (const text of ["", "a,", "../x", "@a", "a b"]) expect(() => dependencies(text)).toThrow(Misfit);
  });
});

describe("flags whose value comes through = alone", () => {
  const options = new Command()
    .addOption(new Option("--json [=FILE]"))
    .addOption(new Option("-o, --output <FILE>"))
    .addOption(new Option("-q, --quiet")).options;

  test.each([
    [
      ["--json", "s.js"],
      ["--json=", "s.js"],
    ],
    [
      ["--json=f", "s.js"],
      ["--json=f", "s.js"],
    ],
    [
      ["-o", "--json", "--json", "s"],
      ["-o", "--json", "--json=", "s"],
    ],
    [
      ["-qo", "--json", "s", "--json"],
      ["-qo", "--json", "s", "--json"],
    ],
    [
      ["-qof", "--json", "s"],
      ["-qof", "--json=", "s"],
    ],
    [
      ["--output=x", "--json", "--", "--json"],
      ["--output=x", "--json=", "--", "--json"],
    ],
    [
      ["s", "--json"],
      ["s", "--json"],
    ],
    [
      ["-", "--json"],
      ["-", "--json"],
    ],
  ])("%j", (typed, read) => expect(bareFlags(typed, options, true)).toEqual(read));

  test("where scripts are operands like others, flags may follow them", () => {
    expect(bareFlags(["s", "--json", "t", "--", "--json"], options, false)).toEqual([
      "s",
      "--json=",
      "t",
      "--",
      "--json",
    ]);
  });
});

test("a quoted name holds nothing that a terminal obeys", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(quote(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test("a suggestion is near, or there is none", () => {
  expect(didYouMean("--jsn", ["--json", "--top"])).toBe("did you mean --json?");
  expect(didYouMean("frame", ["frames", "top"])).toBe("did you mean frames?");
  expect(didYouMean("elephant", ["frames", "top"])).toBe("");
  expect(didYouMean("x", [])).toBe("");
});
