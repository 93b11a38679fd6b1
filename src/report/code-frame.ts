/** The source around an expression, with the expression underlined. */
import type { ChalkInstance } from "chalk";
import { columnsOf, cutEnd } from "./fit.js";
import { visibleSource } from "./visible.js";

export interface Span {
  line: number;
  column: number;
  endLine: number;
  /** One past the last character. */
  endColumn: number;
  text: string;
}

const CONTEXT = 2;
/** An expression over more lines than this is shown by its first lines and its last. */
const MOST_LINES = 6;
const FIRST_LINES = 4;

/** Lines of text, none wider than `columns`; null when the source has no such lines. */
export function codeFrame(source: string, span: Span, columns: number, chalk: ChalkInstance): string[] | null {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const last = Math.max(span.line, span.endLine);
  if (span.line < 1 || last > lines.length) return null;
  const from = Math.max(1, span.line - CONTEXT);
  const to = Math.min(lines.length, last + CONTEXT);
  const digits = String(to).length;
  const room = columns - digits - 5;
  const start = startIndex(lines, span);
  const frame: string[] = [];
  for (let number = from; number <= to; number++) {
    if (isFolded(span, number)) {
      if (number === span.line + FIRST_LINES) frame.push(chalk.dim(`  ${"·".repeat(digits)} |`));
      continue;
    }
    const text = lines[number - 1] ?? "";
    const within = number >= span.line && number <= last;
    const gutter = `${within ? ">" : " "} ${String(number).padStart(digits)} |`;
    const [left, right] = within ? underlined(text, number, span, start) : [0, 0];
    // Each line by itself: the neighbours of a line that reaches far to the right begin where they begin.
    const offset = windowOffset(text, left, right, room);
    const code = windowed(text, offset, room);
    const row = (code === "" ? gutter : `${gutter} ${code}`).trimEnd();
    frame.push(within ? row : chalk.dim(row));
    if (!within) continue;
    const line = underline(text, left, right, offset, room);
    if (line !== "") frame.push(`${" ".repeat(digits + 3)}| ${chalk.yellow(line)}`);
  }
  return frame;
}

/**
 * The position of a site is where a stack trace points (`mul` in `b.mul(i)`); its text, where the line holds it as it
 * is, tells where the whole expression begins. Zero-based.
 */
function startIndex(lines: readonly string[], span: Span): number {
  const start = Math.max(0, span.column - 1);
  if (span.endLine !== span.line) return start;
  const upToEnd = (lines[span.line - 1] ?? "").slice(0, Math.max(0, span.endColumn - 1));
  const cut = span.text.endsWith("…");
  const text = cut ? span.text.slice(0, -1) : span.text;
  if (text === "") return start;
  const found = cut ? upToEnd.lastIndexOf(text, start) : upToEnd.lastIndexOf(text, upToEnd.length - text.length);
  const reaches = cut || found + text.length === upToEnd.length;
  return found >= 0 && reaches ? Math.min(start, found) : start;
}

function isFolded(span: Span, number: number): boolean {
  if (span.endLine - span.line < MOST_LINES) return false;
  return number >= span.line + FIRST_LINES && number < span.endLine;
}

/** Characters to leave out on the left of a line, so that the expression is in sight: minified files need it. */
function windowOffset(line: string, start: number, end: number, room: number): number {
  // Beyond this it cannot fit, whatever the characters: no need to measure a megabyte.
  const far = start > room * 4;
  const before = far ? room : columnsOf(visibleSource(line.slice(0, start)));
  const wide = columnsOf(visibleSource(line.slice(start, Math.min(end, start + room))));
  return before + Math.min(wide, room / 2) < room ? 0 : Math.max(0, start - Math.floor(room / 4));
}

function windowed(text: string, offset: number, room: number): string {
  // A character takes at most two units and, but for marks, at least one column: more than this never shows.
  const part = text.slice(offset, offset + room * 8);
  const shown = visibleSource(part);
  return cutEnd(offset > 0 && text !== "" ? `…${shown}` : shown, room);
}

/** The part of a line that belongs to the expression, as zero-based indices. */
function underlined(text: string, number: number, span: Span, start: number): [number, number] {
  const indent = text.length - text.trimStart().length;
  const left = number === span.line ? start : indent;
  const right = number === span.endLine ? span.endColumn - 1 : text.trimEnd().length;
  return [left, right];
}

function underline(text: string, left: number, right: number, offset: number, room: number): string {
  const mark = offset > 0 ? 1 : 0;
  const from = Math.max(left, offset);
  const before = mark + columnsOf(visibleSource(text.slice(offset, Math.min(from, offset + room * 8))));
  const wide = columnsOf(visibleSource(text.slice(from, Math.min(right, from + room * 8))));
  if (before >= room || text.trim() === "") return "";
  return " ".repeat(before) + "^".repeat(Math.max(1, Math.min(wide, room - before)));
}
