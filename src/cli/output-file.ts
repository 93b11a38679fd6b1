/** Files that reports go to: checked before the script runs, written beside themselves and renamed after it. */
import {
  appendFileSync,
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
import { type FormatName, formatOf, type Rendered } from "../report/formats/index.js";
import { quote } from "./quote.js";
import type { Source } from "./report-targets.js";
import { UserError } from "./user-error.js";

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|wasm|node)$/i;

export interface OutputFile {
  /** As typed, for sentences. */
  name: string;
  /** Absolute, links followed. */
  path: string;
  /** A device or a pipe (`/dev/stderr`) is written to, never replaced. */
  special: boolean;
  /** Added to: a step's summary has what other commands of the step wrote. */
  append: boolean;
}

/** Refuses a file that would be lost by mistake. `flag` is the option that named it. */
export function outputFile(
  name: string,
  flag: string,
  format: FormatName,
  cwd: string,
  source: Source,
  env: NodeJS.ProcessEnv,
): OutputFile {
  const typed = resolve(cwd, name);
  const stat = statOf(typed, flag, name);
  if (!stat) {
    if (!statOf(dirname(typed), flag, name)?.isDirectory()) {
      throw new UserError(`${flag} names ${quote(name)}, but its folder does not exist`, "make the folder first");
    }
    return { name, path: typed, special: false, append: false };
  }
  if (stat.isDirectory()) {
    throw new UserError(`${flag} names ${quote(name)}, which is a folder`, "name a file in it");
  }
  if (!stat.isFile()) return { name, path: typed, special: true, append: false };
  if (env.GITHUB_STEP_SUMMARY && typed === resolve(env.GITHUB_STEP_SUMMARY)) {
    return { name, path: typed, special: false, append: true };
  }
  const path = realpathSync(typed);
  if (path === source.path || path === realpathSync(source.path)) {
    throw new UserError(`${flag} names ${source.what} itself, ${quote(name)}`, "give the report a file of its own");
  }
  if (SOURCE.test(path) || (stat.size > 0 && !isOneOf(path, format))) {
    throw new UserError(
      `${flag} names ${quote(name)}, which exists and is not a report`,
      "name another file, or remove this one first",
    );
  }
  return { name, path, special: false, append: false };
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

/** A format is known by how its files begin; where any text will do, JSON is somebody's data. */
function isOneOf(path: string, format: FormatName): boolean {
  const head = Buffer.alloc(4096);
  const file = openSync(path, "r");
  try {
    const text = head.toString("utf8", 0, readSync(file, head, 0, head.length, 0));
    const { begins } = formatOf(format);
    return begins === null ? !/^\s*(?:\{\s*["}]|\[\s*["[{\]])/.test(text) : begins.test(text);
  } finally {
    closeSync(file);
  }
}

/** All or nothing: a reader sees the old text or the new one, and a full disk leaves the old one. */
export function writeOutput(file: OutputFile, text: Rendered): void {
  try {
    if (file.append) appendFileSync(file.path, text);
    else if (file.special) writeFileSync(file.path, text);
    else replaceFile(file.path, text);
  } catch (error) {
    throw new UserError(
      `the report could not be written to ${quote(file.name)} (${codeOf(error)})`,
      "name another file",
    );
  }
}

export function replaceFile(path: string, text: Rendered): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.${Date.now().toString(36)}`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
