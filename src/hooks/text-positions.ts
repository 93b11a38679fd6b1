/**
 * Positions in text that the program compiled by itself. Such a script has no name, or any name that the program likes:
 * V8's hash of its text tells which one a call site is in.
 */
import type * as Crypto from "node:crypto";
import { createRequire } from "node:module";
import { asOurs } from "./ours.js";
import { LINE_BREAK, type Lookup, lookupOf, type Places } from "./places.js";
import { caret, thrownAt } from "./source-position.js";
import type { Offset, StandsFor } from "./stands-for.js";

const require = createRequire(import.meta.url);

/** V8's hash. What computes it takes a while to load, and few programs need it. */
function sha256(text: string): string {
  const { createHash } = asOurs(() => require("node:crypto") as typeof Crypto);
  return createHash("sha256").update(text).digest("hex");
}

/** Text that the program compiled by itself. */
export interface TextRecord {
  /** Of the call that compiled it. */
  site: number;
  /** Numbers of its own sites. */
  first: number;
  sites: number;
  /** What V8 was given. */
  script: string;
  source: string;
  places: Places;
  /** How far from its begin V8 is told that the text stands; nowhere else when absent. */
  offset?: Offset;
  /** The file that it stands for. */
  file?: StandsFor;
}

/** 1-based, as V8 counts. */
interface At {
  line: number;
  column: number;
}

/** `getScriptHash` is V8's, in every Node that we know: `CallSitePrototypeGetScriptHash` in src/builtins/builtins-callsite.cc. */
type Hashed = NodeJS.CallSite & { getScriptHash?(): string };

/** Where an error was made: in which text, and how V8 calls that script. */
interface Made extends At {
  record: TextRecord;
  script: string;
}

const NO_OFFSET: Offset = { lines: 0, columns: 0 };

export class TextPositions {
  private readonly made = new WeakMap<object, Made>();
  /** By hash, as soon as somebody has asked. */
  private readonly records = new Map<string, TextRecord>();
  readonly all: TextRecord[] = [];
  private hashed = 0;
  private readonly lookups = new Map<TextRecord, Lookup>();

  /** One of them at least does. */
  standsForFiles = false;

  note(record: TextRecord): void {
    this.all.push(record);
    if (record.file) this.standsForFiles = true;
  }

  of(site: NodeJS.CallSite): TextRecord | null {
    if (this.all.length === 0) return null;
    for (; this.hashed < this.all.length; this.hashed++) {
      const record = this.all[this.hashed] as TextRecord;
      this.records.set(sha256(record.script), record);
    }
    const hash = (site as Hashed).getScriptHash?.();
    return hash === undefined ? null : (this.records.get(hash) ?? null);
  }

  /** Remembers what an uncaught error's frame will be made of; `site` is the error's first. */
  noteError(error: unknown, site: NodeJS.CallSite | undefined): void {
    const record = site ? this.of(site) : null;
    if (!site || !record || typeof error !== "object" || error === null) return;
    const at = this.map(record, site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0);
    if (at) this.made.set(error, { ...at, record, script: site.getScriptNameOrSourceURL() || "<anonymous_script>" });
  }

  /** The frame that Node would print, as if the error was thrown where it was made; null when that is in no text. */
  frameOf(error: object): string | null {
    const made = this.made.get(error);
    if (!made) return null;
    const line = made.record.source.split(LINE_BREAK)[made.line - 1] ?? "";
    const thrown = thrownAt(line, made.column);
    return `${made.script}:${made.line}\n${line}\n${caret(line, made.column - thrown.length)}\n\n`;
  }

  /** The text that a site is in. */
  around(site: number): TextRecord | null {
    return this.all.find(({ first, sites }) => site >= first && site < first + sites) ?? null;
  }

  map(record: TextRecord, line: number, column: number): At | null {
    let lookup = this.lookups.get(record);
    if (lookup === undefined) {
      lookup = lookupOf(record.places, record.source);
      this.lookups.set(record, lookup);
    }
    const { lines, columns } = record.offset ?? NO_OFFSET;
    const first = line - lines === 1;
    const at = lookup(line - lines - 1, column - 1 - (first ? columns : 0));
    return at && { line: at.line + lines + 1, column: at.column + 1 + (at.line === 0 ? columns : 0) };
  }

  /** The place in the file that the text stands for; null where it stands for none, or the place is not the author's. */
  inFile(record: TextRecord, line: number, column: number): (At & { path: string }) | null {
    const { file, offset = NO_OFFSET } = record;
    const at = file && this.map(record, line, column);
    if (!file || !at) return null;
    const own = at.line - offset.lines;
    const found = file.place(own, at.column - (own === 1 ? offset.columns : 0));
    return found && { ...found, path: file.path };
  }
}
