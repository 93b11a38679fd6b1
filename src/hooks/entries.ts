/** What a thread begins with, as far as the one that starts it can tell. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { IMPORTS_LATER } from "../instrument/requests.js";
import { goalOf } from "./language.js";
import { iteratingByItself } from "./own-iteration.js";

interface Given {
  eval?: unknown;
  execArgv?: unknown;
  env?: unknown;
}

/** Flags by which Node loads, or may load, ES modules before the thread's own file or in its stead. */
const MODULE_FLAGS = /(?:^|\s)--(?:import|(?:experimental-)?loader|input-type|experimental-default-type)\b/;
/** What brought us here imports nothing else. */
const OWN_FLAG = /(?:^|\s)--import(?:=|\s+)"?[^\s"]*\balloc-trace\/(?:dist\/hooks\/)?register\b[^\s"]*/g;

/**
 * False where the thread is certain to begin with CommonJS: Node 20 then starts its thread for loader hooks when something
 * is imported, and mostly never. That takes as long as to start the worker itself.
 */
export const mayImport = iteratingByItself((file: unknown, options: Given | undefined): boolean => {
  const flags: unknown[] = Array.isArray(options?.execArgv) ? options.execArgv : process.execArgv;
  const env = typeof options?.env === "object" && options.env !== null ? options.env : process.env;
  if (importByFlags(flags, env)) return true;
  if (options?.eval === true) return typeof file !== "string" || IMPORTS_LATER.test(file);
  const path = pathOf(file);
  return path === null || goalOf(path) === "module";
});

/** The same of the process's own script: what Node starts as an ES module does not pass `require` first. */
export function mainMayImport(script: string | undefined = process.argv[1]): boolean {
  return script === undefined || goalOf(script) === "module" || importByFlags(process.execArgv, process.env);
}

function importByFlags(flags: readonly unknown[], env: { NODE_OPTIONS?: unknown }): boolean {
  const words = [...flags, env.NODE_OPTIONS].filter((word) => typeof word === "string").join(" ");
  return MODULE_FLAGS.test(words.replaceAll(OWN_FLAG, ""));
}

/** Null for what is no file, or none that Node would take: it says so by itself. */
function pathOf(file: unknown): string | null {
  try {
    if (typeof file === "string") return resolve(file);
    return file instanceof URL && file.protocol === "file:" ? fileURLToPath(file) : null;
  } catch {
    return null;
  }
}
