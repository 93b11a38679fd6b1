/**
 * The `mappings` field of a source map (ECMA-426, "Source map format", section 4): one segment at every token of every
 * slice, because readers of a map do not interpolate inside a segment.
 */
import type { Flat } from "./rope.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function vlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += DIGITS[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}

function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 36 ||
    (code >= 97 && code <= 122) ||
    code > 127
  );
}

export function encodeMappings(flat: Flat, source: string): string {
  const { code, slices } = flat;
  const out: string[] = [];
  let lineStart = 0;
  let sourceLine = 0;
  let sourceLineStart = 0;
  let lastColumn = 0;
  let lastSourceLine = 0;
  let lastSourceColumn = 0;
  let first = true;
  let generated = 0;
  let original = 0;
  const segment = () => {
    const column = generated - lineStart;
    const sourceColumn = original - sourceLineStart;
    if (!first) out.push(",");
    first = false;
    out.push(vlq(column - lastColumn), "A", vlq(sourceLine - lastSourceLine), vlq(sourceColumn - lastSourceColumn));
    lastColumn = column;
    lastSourceLine = sourceLine;
    lastSourceColumn = sourceColumn;
  };
  for (let i = 0; i < slices.length; i += 3) {
    const at = slices[i] as number;
    const from = slices[i + 1] as number;
    const size = slices[i + 2] as number;
    // Inserted text holds no line breaks, so only columns move here.
    generated = at;
    // A slice may stand before its place: a for-of head's pattern moves into the body.
    for (; original > from; original--) if (source.charCodeAt(original - 1) === 10) sourceLine--;
    for (; original < from; original++) if (source.charCodeAt(original) === 10) sourceLine++;
    sourceLineStart = source.lastIndexOf("\n", original - 1) + 1;
    if (size === 0) segment();
    let inWord = false;
    for (let k = 0; k < size; k++, generated++, original++) {
      const unit = code.charCodeAt(generated);
      if (unit === 10) {
        out.push(";");
        first = true;
        lineStart = generated + 1;
        lastColumn = 0;
        sourceLine++;
        sourceLineStart = original + 1;
        inWord = false;
        continue;
      }
      const word = isWord(unit);
      if (!(word && inWord) && unit !== 32) segment();
      inWord = word;
    }
  }
  return out.join("");
}
