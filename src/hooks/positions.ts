/** From a position in emitted text back to the one in the file. Nothing is parsed before somebody asks. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import { digest } from "./cache.js";
import type { Emitter, Record } from "./emit.js";
import { propertyColumn } from "./source-position.js";

/** 1-based, in UTF-16 units, as V8 counts. */
export interface Position {
  line: number;
  column: number;
}

type Lookup = (line: number, column: number) => Position | null;

// Kept from before anyone can put another in its place; `fatal.ts` does.
const { findEntry } = SourceMap.prototype;

export class Positions {
  private readonly records = new Map<string, Record>();
  private readonly lookups = new Map<string, Lookup | null>();
  private readonly paths = new Map<string, string | null>();
  private readonly sources = new Map<string, string | null>();

  /** `refresh` brings in what another thread has emitted in the meantime. */
  constructor(
    private readonly emitter: Pick<Emitter, "steps">,
    private readonly refresh: () => void,
  ) {}

  note(record: Record): void {
    this.records.set(record.path, record);
    this.lookups.delete(record.path);
    this.sources.delete(record.path);
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
    return lookup?.(line, column) ?? null;
  }

  /** A line of the file as it is on disk now, null when it cannot be read. */
  sourceLine(path: string, line: number): string | null {
    return readText(path)?.split(LINE_BREAK)[line - 1] ?? null;
  }

  /** Text of a probed file, null when it is not on disk any more as it was then. */
  source(path: string): string | null {
    let text = this.sources.get(path);
    if (text === undefined) {
      this.refresh();
      const now = readText(path);
      text = now !== null && digest(now) === this.records.get(path)?.source ? now : null;
      this.sources.set(path, text);
    }
    return text;
  }

  private find(script: string): string | null {
    let path = script;
    if (script.startsWith("file:")) {
      try {
        path = fileURLToPath(script);
      } catch {
        return null;
      }
    }
    const record = this.records.get(path);
    return record && !record.mapped && (record.why === null || record.job.compiler !== null) ? path : null;
  }

  private load(path: string): Lookup | null {
    const record = this.records.get(path);
    const source = readText(path);
    const steps = record && source !== null ? this.emitter.steps(record, source) : null;
    if (!steps || steps.length === 0) return null;
    const maps = steps.map(
      (mappings) =>
        new SourceMap({
          file: "",
          version: 3,
          sources: [path],
          sourcesContent: [],
          names: [],
          mappings,
          sourceRoot: "",
        }),
    );
    const lines = source?.split(LINE_BREAK) ?? [];
    return (line, column) => {
      let at = { line: line - 1, column: column - 1 };
      for (const map of maps) {
        const found = step(map, at.line, at.column);
        if (!found) return null;
        at = found;
      }
      return { line: at.line + 1, column: propertyColumn(lines[at.line] ?? "", at.column) + 1 };
    };
  }
}

/** V8's line breaks: https://tc39.es/ecma262/#sec-line-terminators */
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/** All 0-based. Text that a step has put in belongs to what is before it on its line, else to what comes next. */
function step(map: SourceMap, line: number, column: number): Position | null {
  const before = findEntry.call(map, line, column);
  if ("originalLine" in before && before.generatedLine === line) {
    return { line: before.originalLine, column: before.originalColumn };
  }
  // The last entry that is not beyond the line's end is the first of the line, or one of an earlier line.
  for (let at = column + 1; at < column + REACH; at++) {
    const next = findEntry.call(map, line, at);
    if ("originalLine" in next && next.generatedLine === line)
      return { line: next.originalLine, column: next.originalColumn };
  }
  return "originalLine" in before ? { line: before.originalLine, column: before.originalColumn } : null;
}

/** Units of text that a step may put in before the first of a line's own. */
const REACH = 512;

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
