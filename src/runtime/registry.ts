/** The files that probes speak of: which site number belongs to which expression. */

import type { TraceFile, TraceSite } from "../trace/format.js";
import { packTable, type SiteTable, type Span, unpackTable } from "../trace/site-table.js";
import { OwnMap } from "./collections.js";

interface Spot {
  path: string;
  line: number;
  column: number;
}

interface Entry {
  /** Number of the file's first site. */
  first: number;
  /** The table as the file carries it; taken apart when somebody asks. */
  packed: string;
  table: SiteTable | null;
  /** Of text that the program compiled by itself; null for a file. */
  source: string | null;
}

export interface Place {
  path: string;
  dependency: string | null;
  line: number;
}

export class Registry {
  private readonly entries: Entry[] = [];
  private sorted = true;
  private readonly places = new OwnMap<string, number>();

  /** `note` hears of every file's table as it comes. */
  constructor(private readonly note: (first: number, packed: string) => void = () => undefined) {}

  add(first: number, packed: string, source: string | null = null): void {
    const last = this.entries[this.entries.length - 1];
    if (last !== undefined && last.first > first) this.sorted = false;
    this.entries[this.entries.length] = { first, packed, table: null, source };
    this.note(first, packed);
  }

  /** The site of the user's own at a place: where there is none, one that `take` gives a number. */
  siteAt(place: Spot & { text: string }, take: () => number): number {
    const key = `${place.path}|${place.line}|${place.column}`;
    let found = this.places.get(key);
    if (found === undefined) {
      found = this.findAt(place) ?? this.addAt(place, take());
      this.places.set(key, found);
    }
    return found;
  }

  private findAt({ path, line, column }: Spot): number | null {
    for (let file = 0; file < this.entries.length; file++) {
      const table = this.table(file);
      if (table.path !== path) continue;
      const index = table.sites.findIndex((site) => site.line === line && site.column === column);
      if (index >= 0) return this.first(file) + index;
    }
    return null;
  }

  private addAt({ path, line, column, text }: Spot & { text: string }, number: number): number {
    const end = { endLine: line, endColumn: column + 1 };
    const site: TraceSite = { line, column, ...end, kind: "implicit", fn: "", loop: -1, owner: -1, text };
    const table = { path, dependency: null, sites: [site], loops: [], functions: [] };
    this.add(number, packTable(table));
    return number;
  }

  /** Where a site stands, and the lines of its expression from there on. */
  placeOf(site: number): (Spot & { to: number }) | null {
    const found = this.site(site);
    if (found === null) return null;
    const { line, column, endLine } = found;
    return { path: this.table(this.fileOf(site)).path, line, column, to: endLine };
  }

  /** True inside of an array class of the user's own. */
  isInBody({ path, line, column }: Spot): boolean {
    for (let file = 0; file < this.entries.length; file++) {
      const { bodies, path: own } = this.table(file);
      if (bodies === undefined || own !== path) continue;
      for (let i = 0; i < bodies.length; i++) {
        const body = bodies[i] as Span;
        if (!isBefore(line, column, body.line, body.column) && isBefore(line, column, body.endLine, body.endColumn))
          return true;
      }
    }
    return false;
  }

  get size(): number {
    return this.entries.length;
  }

  /** Index of the file that a site number belongs to, or -1. */
  fileOf(site: number): number {
    this.sort();
    let low = 0;
    let high = this.entries.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle] as Entry).first <= site) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }

  first(file: number): number {
    return (this.entries[file] as Entry).first;
  }

  table(file: number): SiteTable {
    const entry = this.entries[file] as Entry;
    entry.table ??= unpackTable(entry.packed);
    return entry.table;
  }

  site(site: number): TraceSite | null {
    const file = this.fileOf(site);
    return file < 0 ? null : (this.table(file).sites[site - this.first(file)] ?? null);
  }

  /** The file a site is in, and its line there. */
  place(site: number): Place | null {
    const file = this.fileOf(site);
    const line = this.site(site)?.line;
    if (file < 0 || line === undefined) return null;
    const { path, dependency } = this.table(file);
    return { path, dependency, line };
  }

  /** Text of the file whose first site is `first`; `read` gives it by the file's path. */
  sourceOf(first: number, read: (path: string) => string | null): string | null {
    const file = this.fileOf(first);
    if (file < 0 || this.first(file) !== first) return null;
    return (this.entries[file] as Entry).source ?? read(this.table(file).path);
  }

  /** True for the user's own code, of which array classes' bodies are part. */
  isOwn(site: number): boolean {
    const file = this.fileOf(site);
    return file < 0 || this.table(file).dependency === null;
  }

  toTrace(file: number, counted: (number: number) => number): TraceFile {
    const { path, dependency, sites, loops, functions } = this.table(file);
    const first = this.first(file);
    return {
      path,
      dependency,
      sites,
      loops: loops.map((loop, i) => ({ ...loop, iterations: counted(first - i - 1) })),
      functions: functions.map((fn, i) => ({ ...fn, calls: counted(first + i) })),
    };
  }

  private sort(): void {
    if (this.sorted) return;
    this.entries.sort((a, b) => a.first - b.first);
    this.sorted = true;
  }
}

function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn);
}
