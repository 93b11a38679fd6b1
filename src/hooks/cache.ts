/**
 * The disk cache of the pipeline: a folder of small files, each named by the hash of all that went into it.
 *
 * Nothing in it is trusted: an entry says how long it is and what its checksum is, and one that does not agree is as good
 * as absent. It is written beside its name and renamed, so that no reader sees half of it. Whatever goes wrong with the
 * folder (no space, no right, no such disk), the run goes on without it.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownFolder } from "./cache-folder.js";
import { fingerprint } from "./fingerprint.js";

/** The folder is cut back to three quarters of this when it has grown beyond it. */
const LIMIT_BYTES = 256 * 2 ** 20;
/** At most one process an hour looks at the folder's size. */
const PRUNE_EVERY_MS = 3_600_000;
const STAMP = "pruned";

export interface DiskCache {
  /** Null when there is no entry, or none that can be trusted. */
  read(key: string): { head: string; body: string } | null;
  /** Whether the entry is there now. */
  write(key: string, head: string, body: string): boolean;
}

export const NO_CACHE: DiskCache = { read: () => null, write: () => false };

export function openCache(folder: string | null): DiskCache {
  if (folder === null || !ownFolder(folder)) return NO_CACHE;
  let pruned = false;
  return {
    read(key) {
      try {
        return parseEntry(readFileSync(join(folder, key)));
      } catch {
        return null;
      }
    },
    write(key, head, body) {
      const name = join(folder, key);
      const beside = `${name}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      try {
        writeFileSync(beside, entryOf(head, body), { mode: 0o600 });
        renameSync(beside, name);
      } catch {
        rmSync(beside, { force: true });
        return false;
      }
      if (!pruned) prune(folder);
      pruned = true;
      return true;
    },
  };
}

/** What stands before an entry's head and body is as long in each, so that they begin where a word does. */
const PREFACE_BYTES = 64;

function entryOf(head: string, body: string): Buffer {
  const text = head + body;
  // Half a surrogate pair would come back as another character.
  if (/\p{Surrogate}/u.test(text)) throw new Error("the text cannot be kept as UTF-8");
  const bytes = Buffer.byteLength(text);
  const entry = Buffer.alloc(PREFACE_BYTES + bytes);
  entry.write(text, PREFACE_BYTES);
  const sum = fingerprint(entry.subarray(PREFACE_BYTES));
  entry.write(`${sum} ${Buffer.byteLength(head)} ${bytes}`.padEnd(PREFACE_BYTES - 1).concat("\n"));
  return entry;
}

function parseEntry(entry: Buffer): { head: string; body: string } | null {
  const [sum, headBytes, bytes] = entry.toString("latin1", 0, PREFACE_BYTES).split(" ");
  const kept = entry.subarray(PREFACE_BYTES);
  if (kept.length !== Number(bytes) || fingerprint(kept) !== sum) return null;
  return { head: kept.toString("utf8", 0, Number(headBytes)), body: kept.toString("utf8", Number(headBytes)) };
}

/** Oldest entries first, until the folder is small again. Two processes may prune at once: each removes what is left. */
export function prune(folder: string, limit: number = LIMIT_BYTES, everyMs: number = PRUNE_EVERY_MS): void {
  const stamp = join(folder, STAMP);
  try {
    const now = Date.now();
    if (now - (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) < everyMs) return;
    writeFileSync(stamp, "", { mode: 0o600 });
    utimesSync(stamp, now / 1000, now / 1000);
    const entries = readdirSync(folder)
      .filter((name) => name !== STAMP)
      .flatMap((name) => {
        const stat = statSync(join(folder, name), { throwIfNoEntry: false });
        return stat?.isFile() ? [{ name, size: stat.size, at: stat.mtimeMs }] : [];
      });
    let bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (bytes <= limit) return;
    entries.sort((a, b) => a.at - b.at);
    for (const entry of entries) {
      if (bytes <= limit * 0.75) return;
      rmSync(join(folder, entry.name), { force: true });
      bytes -= entry.size;
    }
  } catch {
    // A folder that cannot be tidied is tidied another day.
  }
}
