/** What mending the dearest lines would save, of the bytes that V8 really allocated for arrays. */
import type { EngineReport } from "../report/engine.js";
import type { Report } from "../report/report.js";
import { askedBytes, outsideBytes } from "./asked.js";
import type { Sizes } from "./sizes.js";

const LINES = 3;
/** A line below this share of the bytes is not worth naming. */
const LEAST_SHARE = 0.01;

/** Arrays of lines whose verdict is open count as made, and are not among those that are worth mending. */
export function priceOf(report: Report, sizes: Sizes): EngineReport["price"] {
  let of = 0;
  const lines: { file: string; line: number; bytes: number }[] = [];
  for (const file of report.files) {
    for (const line of file.lines) {
      const asked = line.expressions.reduce((sum, one) => sum + askedBytes(one, sizes) + outsideBytes(one, sizes), 0);
      const { verdict, elided } = line.engine ?? {};
      const decided = verdict !== undefined && verdict !== "undecidable" && elided != null;
      const made = decided ? asked * (1 - (elided.low + elided.high) / 2) : asked;
      of += made;
      if (!decided || line.allocated === 0) continue;
      lines.push({ file: file.path, line: line.line, bytes: (made * line.reusable) / line.allocated });
    }
  }
  const dearest = lines
    .filter(({ bytes }) => bytes > LEAST_SHARE * of)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, LINES);
  if (dearest.length === 0) return null;
  return {
    lines: dearest.map(({ file, line }) => ({ file, line })),
    bytes: dearest.reduce((sum, { bytes }) => sum + bytes, 0),
    of,
  };
}
