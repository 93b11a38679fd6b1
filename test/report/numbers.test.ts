import { describe, expect, test } from "vitest";
import { bytes, count, counted, percent, rate } from "../../src/report/numbers.js";
import { typeLabel } from "../../src/report/type-label.js";
import { visible, visibleSource } from "../../src/report/visible.js";

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [999_999, "999,999"],
  [1_000_002, "1,000,002"],
  [9_007_199_254_740_991, "9,007,199,254,740,991"],
])("count %i", (value, text) => {
  expect(count(value)).toBe(text);
});

test("one and many", () => {
  expect([counted(1, "array"), counted(0, "array"), counted(2, "class", "classes")]).toEqual([
    "1 array",
    "0 arrays",
    "2 classes",
  ]);
});

describe("percent", () => {
  test.each([
    [0, 10, "0 %"],
    [10, 10, "100 %"],
    [0, 0, "0 %"],
    [1, 3, "33.3 %"],
    [999_999, 1_000_000, "99.9 %"],
    [1, 1_000_000, "<0.1 %"],
    [1, 2, "50 %"],
  ])("%i of %i", (part, whole, text) => {
    expect(percent(part, whole)).toBe(text);
  });
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [999_499, "999 kB"],
  [999_500, "1 MB"],
  [72_000_144, "72 MB"],
  [1_234_567_890, "1.23 GB"],
])("%i bytes", (value, text) => {
  expect(bytes(value)).toBe(text);
});

test.each([
  [1000, 1000, "1"],
  [1500, 1000, "1.5"],
  [1, 3, "0.33"],
  [1, 1000, "<0.01"],
  [123_456, 1, "123,456"],
  [5, 0, ""],
])("%i in %i iterations", (part, whole, text) => {
  expect(rate(part, whole)).toBe(text);
});

test.each([
  ["Array", null, "Array"],
  ["Float64Array", "9", "Float64Array(9)"],
  ["NdArray", "3×3", "NdArray 3×3"],
])("size class %s %s", (type, size, text) => {
  expect(typeLabel(type, size)).toBe(text);
});

describe("outside text", () => {
  test.each([
    ["escape sequences", "\x1b[31mred\x1b]8;;u\x07", "\\x1b[31mred\\x1b]8;;u\\x07"],
    ["C1 controls", "\x9b2J\x7f", "\\x9b2J\\x7f"],
    ["line ends and tabs", "a\r\n\tb", "a\\r\\n\\tb"],
    ["direction overrides", "if (a\u202e)", "if (a\\u202e)"],
    ["invisible characters", "a\u200bb\ufeff\u{e0041}", "a\\u200bb\\ufeff\\u{e0041}"],
    ["lone surrogates", "\ud83d!", "\\ud83d!"],
    [
      "letters of any script stay",
      "größe 速度 한국어 скорость 😀 e\u0301 → ×",
      "größe 速度 한국어 скорость 😀 e\u0301 → ×",
    ],
  ])("%s", (_name, raw, shown) => {
    expect(visible(raw)).toBe(shown);
  });

  test("a tab in source is two columns", () => {
    expect(visibleSource("\ta\tb")).toBe("  a  b");
  });
});
