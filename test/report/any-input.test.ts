/** Whatever the source, the names and the figures are, the text fits its width and cannot touch the terminal. */
import { stripVTControlCharacters } from "node:util";
import { Chalk } from "chalk";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { codeFrame } from "../../src/report/code-frame.js";
import { cutEnd, cutStart, wrap } from "../../src/report/fit.js";
import { BYS, type RenderOptions, SORTS } from "../../src/report/index.js";
import { renderJson } from "../../src/report/json.js";
import { renderText } from "../../src/report/text.js";
import { visible, visibleSource } from "../../src/report/visible.js";
import { hostileText, tracesArbitrary } from "../trace-arbitrary.js";
import { reportOf } from "./sample-runs.js";

const chalk = new Chalk({ level: 0 });

/** All that must never reach a terminal from outside, line ends of our own aside. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

const unsafeIn = (text: string): string[] => text.split("\n").filter((line) => UNSAFE.test(line));
const tooWide = (text: string, columns: number): string[] =>
  text.split("\n").filter((line) => stringWidth(line) > columns);

const optionsArbitrary: fc.Arbitrary<Omit<RenderOptions, "readSource" | "color" | "pathPrefix">> = fc.record({
  columns: fc.integer({ min: 60, max: 200 }),
  top: fc.nat({ max: 5 }),
  sort: fc.constantFrom(...SORTS),
  all: fc.boolean(),
  min: fc.nat({ max: 1000 }),
  by: fc.constantFrom(...BYS),
  frames: fc.boolean(),
});

const sourceArbitrary = fc.array(hostileText(60), { maxLength: 25 }).map((lines) => lines.join("\n"));

test("no line of a report is wider than asked for, and none holds a character that a terminal would obey", () => {
  fc.assert(
    fc.property(tracesArbitrary(hostileText(30)), optionsArbitrary, sourceArbitrary, (traces, options, source) => {
      const text = renderText(reportOf(...traces), { ...options, color: false, readSource: () => source });
      expect(tooWide(text, options.columns)).toEqual([]);
      expect(unsafeIn(text)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("colour adds escape sequences and nothing else", () => {
  let coloured = 0;
  fc.assert(
    fc.property(tracesArbitrary(hostileText(10)), optionsArbitrary, sourceArbitrary, (traces, options, source) => {
      const report = reportOf(...traces);
      const given = { ...options, readSource: () => source };
      const text = renderText(report, { ...given, color: true });
      if (text.includes("\x1b")) coloured++;
      // Trailing blanks inside a coloured cell are the only place where the two may differ.
      const bare = (drawn: string): string => drawn.replace(/ +$/gm, "");
      expect(bare(stripVTControlCharacters(text))).toBe(bare(renderText(report, { ...given, color: false })));
    }),
  );
  expect(coloured).toBeGreaterThan(0);
});

test("a code frame of any text fits, and its marks stand inside it", () => {
  const spanArbitrary = fc.record({
    line: fc.integer({ min: 1, max: 8 }),
    column: fc.integer({ min: 1, max: 400 }),
    height: fc.nat({ max: 10 }),
    endColumn: fc.integer({ min: 1, max: 500 }),
    text: hostileText(20),
  });
  const long = fc.array(hostileText(300), { minLength: 1, maxLength: 20 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(long, spanArbitrary, fc.integer({ min: 60, max: 200 }), (source, { height, ...span }, columns) => {
      const frame = codeFrame(source, { ...span, endLine: span.line + height }, columns, chalk);
      if (frame === null) return;
      expect(tooWide(frame.join("\n"), columns)).toEqual([]);
      expect(unsafeIn(frame.join("\n"))).toEqual([]);
    }),
  );
});

test("what is cut fits, keeps one of its ends, and is left alone when it fits already", () => {
  fc.assert(
    fc.property(hostileText(40), fc.integer({ min: 1, max: 60 }), (raw, columns) => {
      const text = visible(raw);
      for (const cut of [cutEnd(text, columns), cutStart(text, columns)]) {
        expect(stringWidth(cut)).toBeLessThanOrEqual(columns);
        expect(text.includes(cut.replace(/^…|…$/g, ""))).toBe(true);
      }
      const fits = [...text].reduce((sum, character) => sum + stringWidth(character), 0) <= columns;
      if (fits) expect([cutEnd(text, columns), cutStart(text, columns)]).toEqual([text, text]);
    }),
  );
});

test("wrapped text fits and loses nothing but blanks", () => {
  fc.assert(
    fc.property(hostileText(120), fc.integer({ min: 20, max: 60 }), fc.nat({ max: 4 }), (raw, columns, indent) => {
      const text = visible(raw);
      const lines = wrap(text, columns, indent, 4);
      expect(tooWide(lines.join("\n"), columns)).toEqual([]);
      expect(lines.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
    }),
  );
});

test("every code point is as wide for the table's measure as terminals draw it, or is escaped", () => {
  // East Asian Wide and default-emoji characters take two columns: https://www.unicode.org/reports/tr11/
  const wide = /[\p{Emoji_Presentation}\u{17000}-\u{187f7}\u4dc0-\u4dff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]/u;
  for (let code = 0; code < 0x110000; code++) {
    const character = String.fromCodePoint(code);
    const shown = visibleSource(character);
    if (UNSAFE.test(shown)) expect.fail(`U+${code.toString(16)} is shown as it is`);
    if (shown === character && wide.test(character) && stringWidth(shown) < 2 && !/\p{RI}/u.test(character)) {
      expect.fail(`U+${code.toString(16)} is two columns wide and measured as one`);
    }
  }
});

test("JSON comes back as the report it was made from, in characters that no terminal obeys", () => {
  fc.assert(
    fc.property(tracesArbitrary(hostileText(30)), (traces) => {
      const report = reportOf(...traces);
      const text = renderJson(report);
      expect(JSON.parse(text)).toEqual(report);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
