/**
 * The Go benchmark format, for benchstat: https://golang.org/design/14313-benchmark-format
 *
 * `assume=exact` tells it that one run is enough and that any difference is real. There are no configuration lines,
 * since runs that differ in one would not be compared.
 */
import type { Counts, Report } from "../report.js";

const UNITS: readonly { unit: string; figure: keyof Counts; lifetimes: boolean }[] = [
  { unit: "allocs/op", figure: "allocated", lifetimes: false },
  { unit: "B/op", figure: "bytes", lifetimes: false },
  { unit: "needed/op", figure: "needed", lifetimes: true },
  { unit: "reusable/op", figure: "reusable", lifetimes: true },
];

export function renderBenchstat(report: Report): string {
  const units = UNITS.filter(({ lifetimes }) => report.mode === "full" || !lifetimes);
  const row = (name: string, counts: Counts): string =>
    [`Benchmark${name}`, "1", ...units.flatMap(({ unit, figure }) => [String(counts[figure]), unit])].join(" ");
  const expressions = report.files.flatMap(({ lines }) => lines.flatMap((line) => line.expressions));
  return [
    ...units.map(({ unit }) => `Unit ${unit} better=lower assume=exact`),
    row(`Total/script=${field(report.script)}`, report.totals),
    ...expressions.map((expression) => row(`Alloc/site=${field(expression.key)}`, expression)),
    "",
  ].join("\n");
}

/**
 * Percent-encoded are white space and what cannot be seen, the characters that part a name (`/`) and its own, and a
 * dash before last digits, which would be read as GOMAXPROCS.
 */
function field(text: string): string {
  return text
    .replace(/[\p{White_Space}\p{C}%/]/gu, (character) => percentEncoded(character))
    .replace(/-(?=\d+$)/, "%2D");
}

function percentEncoded(character: string): string {
  return /\p{Cs}/u.test(character)
    ? "%EF%BF%BD"
    : [...new TextEncoder().encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join("");
}
