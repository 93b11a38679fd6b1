/** The table of sites, loops and functions of one file, filled while it is instrumented. */
import type { SiteKind, TraceFunction, TraceLoop, TraceSite } from "../trace/format.js";
import { NotInstrumented } from "./contract.js";

/** Each takes some 1,700 bytes of heap while its file is probed. TypeScript 5.9, in one file, has 81,000. */
const MOST_SITES = 250_000;

export class Sites {
  readonly sites: TraceSite[] = [];
  readonly loops: Omit<TraceLoop, "iterations">[] = [];
  readonly functions: Omit<TraceFunction, "calls">[] = [];
  /** Offsets at which lines begin; a line break is what V8 counts as one (ECMA-262, LineTerminator). */
  private readonly lineStarts: number[] = [0];
  private lastLine = 0;

  readonly bodies: { line: number; column: number; endLine: number; endColumn: number }[] = [];

  constructor(private readonly source: string) {
    for (let i = 0; i < source.length; i++) {
      const unit = source.charCodeAt(i);
      if (unit === 10 || unit === 0x2028 || unit === 0x2029 || (unit === 13 && source.charCodeAt(i + 1) !== 10)) {
        this.lineStarts.push(i + 1);
      }
    }
  }

  position(offset: number): { line: number; column: number } {
    const line = this.lineOf(offset);
    return { line: line + 1, column: this.columnIn(line, offset) };
  }

  /** From 0. */
  private lineOf(offset: number): number {
    const { lineStarts } = this;
    // Most are in the line that was asked for last, or after it: a file is walked from its beginning to its end.
    let low = (lineStarts[this.lastLine] as number) <= offset ? this.lastLine : 0;
    let high = lineStarts.length - 1;
    if (low + 1 > high || offset < (lineStarts[low + 1] as number)) high = low;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    this.lastLine = low;
    return low;
  }

  private columnIn(line: number, offset: number): number {
    return offset - (this.lineStarts[line] as number) + 1;
  }

  private span(from: number, to: number): { line: number; column: number; endLine: number; endColumn: number } {
    const line = this.lineOf(from);
    const endLine = this.lineOf(to);
    return {
      line: line + 1,
      column: this.columnIn(line, from),
      endLine: endLine + 1,
      endColumn: this.columnIn(endLine, to),
    };
  }

  /**
   * Adds a site. `at` is where its line is taken from (a literal's `[`, a call's callee name …); `from` and `to` span
   * the whole expression.
   */
  add(kind: SiteKind, at: number, from: number, to: number, fn: string, loop: number, owner: number): number {
    if (this.sites.length === MOST_SITES) {
      throw new NotInstrumented(`it has more than ${MOST_SITES / 1000} thousand sites`);
    }
    const line = this.lineOf(at);
    const endLine = this.lineOf(to);
    this.sites.push({
      line: line + 1,
      column: this.columnIn(line, at),
      endLine: endLine + 1,
      endColumn: this.columnIn(endLine, to),
      kind,
      fn,
      loop,
      owner,
      text: this.text(from, to),
    });
    return this.sites.length - 1;
  }

  /** What stands there on one line, cut to 80 characters. */
  private text(from: number, to: number): string {
    const short = onOneLine(this.source.slice(from, Math.min(to, from + 100)));
    // Most of a longer slice would be thrown away.
    const text =
      short.length > 80 || from + 100 >= to ? short : onOneLine(this.source.slice(from, Math.min(to, from + 400)));
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
  }

  /** The body of an array class: what is made in it is put down to whoever calls it. */
  addBody(from: number, to: number): void {
    this.bodies.push(this.span(from, to));
  }

  addLoop(from: number, to: number): number {
    this.loops.push(this.span(from, to));
    return this.loops.length - 1;
  }

  addFunction(from: number, to: number): number {
    this.functions.push(this.span(from, to));
    return this.functions.length - 1;
  }
}

/** Most have nothing to replace, and asking is quicker. */
function onOneLine(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text;
}
