/** Finds the script as `node` would, and says in a sentence why it cannot be run. */
import { accessSync, constants, existsSync, readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { quote } from "./quote.js";
import { UserError } from "./user-error.js";

/** What Node itself tries for a name without an extension, and what it leaves to us. */
const NODE_EXTENSIONS = [".js", ".json", ".node"];
const OUR_EXTENSIONS = [".ts", ".mjs", ".cjs", ".mts", ".cts", ".tsx", ".jsx"];

export interface Script {
  /** What the child's Node is given: as typed where Node would find it, so that `process.argv` is the same. */
  word: string;
  /** Absolute path of the file. */
  path: string;
}

export function findScript(typed: string, cwd: string, commandNames: readonly string[]): Promise<Script> | Script {
  const path = resolve(cwd, typed);
  const stat = statOf(path, typed);
  if (stat && !stat.isDirectory()) return readable({ word: safeWord(typed, path), path }, typed);
  for (const extension of NODE_EXTENSIONS) {
    if (isFile(path + extension)) return readable({ word: safeWord(typed, path), path: path + extension }, typed);
  }
  for (const extension of OUR_EXTENSIONS) {
    if (isFile(path + extension)) return readable({ word: path + extension, path: path + extension }, typed);
  }
  if (stat) {
    throw new UserError(`the script ${quote(typed)} is a folder`, "name the file in it that is to run");
  }
  return missing(typed, path, commandNames);
}

/** A name that starts with a dash would be taken for a flag of Node. */
function safeWord(typed: string, path: string): string {
  return typed.startsWith("-") ? path : typed;
}

function statOf(path: string, typed: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UserError(
      `the script ${quote(typed)} cannot be read (${code})`,
      "check its name and its folder's rights",
    );
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function readable(script: Script, typed: string): Script {
  try {
    accessSync(script.path, constants.R_OK);
  } catch {
    throw new UserError(`the script ${quote(typed)} cannot be read`, "give yourself the right to read it (chmod +r)");
  }
  return script;
}

async function missing(typed: string, path: string, commandNames: readonly string[]): Promise<never> {
  const { didYouMean } = await import("./suggestion.js");
  const folder = dirname(path);
  const siblings = existsSync(folder) ? readdirSync(folder) : [];
  const bare = /^[\w-]+$/.test(typed) ? commandNames : [];
  throw new UserError(
    `the script ${quote(typed)} does not exist`,
    didYouMean(basename(typed), [...siblings.map((name) => quote(name).slice(1, -1)), ...bare]) ||
      `check its name; it was looked for in ${quote(existsSync(folder) ? folder : dirname(folder))}`,
  );
}
