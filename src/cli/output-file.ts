/** Files that reports go to: checked before the script runs, written beside themselves and renamed after it. */
import {
  closeSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { quote } from "./quote.js";
import { UserError } from "./user-error.js";

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|wasm|node)$/i;

export interface OutputFile {
  /** As typed, for sentences. */
  name: string;
  /** Absolute, links followed. */
  path: string;
  /** A device or a pipe (`/dev/stderr`) is written to, never replaced. */
  special: boolean;
}

/** Refuses a file that would be lost by mistake. `flag` is the option that named it. */
export function outputFile(name: string, flag: string, kind: "json" | "text", cwd: string, script: string): OutputFile {
  const typed = resolve(cwd, name);
  const stat = statOf(typed, flag, name);
  if (!stat) {
    if (!statOf(dirname(typed), flag, name)?.isDirectory()) {
      throw new UserError(`${flag} names ${quote(name)}, but its folder does not exist`, "make the folder first");
    }
    return { name, path: typed, special: false };
  }
  if (stat.isDirectory()) {
    throw new UserError(`${flag} names ${quote(name)}, which is a folder`, "name a file in it");
  }
  if (!stat.isFile()) return { name, path: typed, special: true };
  const path = realpathSync(typed);
  if (path === realpathSync(script)) {
    throw new UserError(`${flag} names the script itself, ${quote(name)}`, "give the report a file of its own");
  }
  if (SOURCE.test(path) || (kind === "json" && stat.size > 0 && !isReport(path))) {
    throw new UserError(
      `${flag} names ${quote(name)}, which exists and is not a report`,
      "name another file, or remove this one first",
    );
  }
  return { name, path, special: false };
}

function statOf(path: string, flag: string, name: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new UserError(
      `${flag} names ${quote(name)}, which cannot be written (${codeOf(error)})`,
      "name another file",
    );
  }
}

/** A JSON report says who made it within its first lines. */
function isReport(path: string): boolean {
  const head = Buffer.alloc(4096);
  const file = openSync(path, "r");
  try {
    const text = head.toString("utf8", 0, readSync(file, head, 0, head.length, 0));
    return /^\s*\{\s*"version"\s*:/.test(text) && text.includes('"tool"');
  } finally {
    closeSync(file);
  }
}

/** All or nothing: a reader sees the old text or the new one, and a full disk leaves the old one. */
export function writeOutput(file: OutputFile, text: string): void {
  try {
    if (file.special) writeFileSync(file.path, text);
    else replaceFile(file.path, text);
  } catch (error) {
    throw new UserError(
      `the report could not be written to ${quote(file.name)} (${codeOf(error)})`,
      "name another file",
    );
  }
}

function replaceFile(path: string, text: string): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.${Date.now().toString(36)}`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
