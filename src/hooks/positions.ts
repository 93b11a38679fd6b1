/** From a position in emitted text back to the one in the file. Nothing is parsed before somebody asks. */
import { isTraceable, pathOfUrl } from "./data-modules.js";
import type { Emitter, Record } from "./emit.js";
import { LINE_BREAK, type Lookup, lineLookupOf, lookupOf } from "./places.js";
import { propertyColumn } from "./source-position.js";
import { TextPositions } from "./text-positions.js";

/** 1-based, in UTF-16 units, as V8 counts. */
export interface Position {
  line: number;
  column: number;
}

export class Positions {
  private readonly records = new Map<string, Record>();
  private readonly lookups = new Map<string, Lookup | null>();
  private readonly paths = new Map<string, string | null>();
  private readonly lines = new Map<string, string[]>();
  readonly texts = new TextPositions();

  /** `refresh` brings in what another thread has emitted in the meantime. */
  constructor(
    private readonly emitter: Pick<Emitter, "places">,
    private readonly refresh: () => void,
  ) {}

  note(record: Record): void {
    this.records.set(record.path, record);
    this.lookups.delete(record.path);
    this.lines.delete(record.path);
    this.paths.clear();
  }

  /** The files whose positions are to be had here and nowhere else. */
  all(): Record[] {
    this.refresh();
    return [...this.records.values()].filter((record) => !record.mapped);
  }

  /** Path of the file that `script` (a path, or the URL of a module) was emitted for, null when we had no hand in it. */
  pathOf(script: string): string | null {
    let path = this.paths.get(script);
    if (path === undefined) {
      this.refresh();
      path = this.find(script);
      this.paths.set(script, path);
    }
    return path;
  }

  /** True for what is instrumented and the user's own. */
  isOwn(script: string): boolean {
    const path = this.pathOf(script);
    if (path === null) return false;
    const record = this.records.get(path);
    return record !== undefined && record.why === null && record.job.dependency === null;
  }

  /** The name that V8 knows the file by. */
  scriptOf(path: string): string {
    return this.records.get(path)?.script ?? path;
  }

  map(script: string, line: number, column: number): Position | null {
    const path = this.pathOf(script);
    if (path === null) return null;
    let lookup = this.lookups.get(path);
    if (lookup === undefined) {
      lookup = this.load(path);
      this.lookups.set(path, lookup);
    }
    const at = lookup?.(line - 1, column - 1);
    return at
      ? { line: at.line + 1, column: propertyColumn(this.sourceLine(path, at.line + 1) ?? "", at.column) + 1 }
      : null;
  }

  /** For a text without probes: the line that an emitted line (1-based, both) comes from, null where it is the same. */
  lineMapper(script: string): (line: number) => number | null {
    const path = this.pathOf(script);
    const record = path === null ? undefined : this.records.get(path);
    const source = path === null ? null : this.source(path);
    if (!record || source === null) return () => null;
    const lookup = lineLookupOf(this.emitter.places(record, source));
    return (line) => {
      const found = lookup(line - 1);
      return found === null ? null : found + 1;
    };
  }

  /** A line (1-based) as the author wrote it, null when there is none. Files are taken apart once: some have 100,000. */
  sourceLine(path: string, line: number): string | null {
    let lines = this.lines.get(path);
    if (!lines) {
      const source = this.source(path);
      if (source === null) return null;
      lines = source.split(LINE_BREAK);
      this.lines.set(path, lines);
    }
    return lines[line - 1] ?? null;
  }

  /** Text of a file that was emitted, as it was then: it may have been changed while the program runs. */
  source(path: string): string | null {
    this.refresh();
    return this.records.get(path)?.source ?? null;
  }

  private find(script: string): string | null {
    let path = script;
    if (isTraceable(script)) {
      try {
        path = pathOfUrl(script);
      } catch {
        return null;
      }
    }
    const record = this.records.get(path);
    return record && !record.mapped && (record.why === null || record.job.compiler !== null) ? path : null;
  }

  private load(path: string): Lookup | null {
    const record = this.records.get(path);
    const source = this.source(path);
    const places = record && source !== null ? this.emitter.places(record, source) : null;
    return source === null || !places ? null : lookupOf(places, source);
  }
}
