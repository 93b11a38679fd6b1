/** From a position in emitted text back to the one in the file. Nothing is parsed before somebody asks. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import type { Emitter, Record } from "./emit.js";

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

  /** `refresh` brings in what another thread has emitted in the meantime. */
  constructor(
    private readonly emitter: Pick<Emitter, "steps">,
    private readonly refresh: () => void,
  ) {}

  note(record: Record): void {
    this.records.set(record.path, record);
    this.lookups.delete(record.path);
    this.paths.clear();
  }

  all(): IterableIterator<Record> {
    this.refresh();
    return this.records.values();
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
    return readText(path)?.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? null;
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
    return record && (record.why === null || record.job.compiler !== null) ? path : null;
  }

  private load(path: string): Lookup | null {
    const record = this.records.get(path);
    const source = readText(path);
    const steps = record && source !== null ? this.emitter.steps(record, source) : null;
    if (!steps || steps.length === 0) return null;
    const maps = steps.map(
      (mappings) => new SourceMap({ file: "", version: 3, sources: [path], sourcesContent: [], names: [], mappings, sourceRoot: "" }),
    );
    return (line, column) => {
      let at = { line: line - 1, column: column - 1 };
      for (const map of maps) {
        const entry = findEntry.call(map, at.line, at.column);
        if (!("originalLine" in entry) || entry.originalLine === undefined) return null;
        at = { line: entry.originalLine, column: entry.originalColumn };
      }
      return { line: at.line + 1, column: at.column + 1 };
    };
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
