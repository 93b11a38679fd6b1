/** What Node must be started with so that a script is traced. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFolder } from "./cache.js";

const PRELOAD = fileURLToPath(new URL("./preload.cjs", import.meta.url));
const COMPILED = fileURLToPath(new URL("./compiled.cjs", import.meta.url));

/**
 * Node's flags for a session folder that holds its `session.json`. A file of the folder is preloaded rather than ours, for
 * `--require` can hand nothing on: the folder's own name tells which session it is. `starter` is the path of a module
 * with an `attach(folder)` of its own, for a run that is not traced. `cache` is a folder for compiled code.
 */
export function preloadFlags(folder: string, cache: string | null, starter?: string): string[] {
  const path = join(folder, "attach.cjs");
  const words = starter === undefined ? "__dirname" : `__dirname, ${JSON.stringify(starter)}`;
  const kept = JSON.stringify(cache !== null && ownFolder(cache) ? cache : null);
  const preload = `require(${JSON.stringify(COMPILED)}).compiled(${JSON.stringify(PRELOAD)}, ${kept}, module)`;
  // Node's own thread for loader hooks runs preloaded modules as well: nothing is to be loaded there for nothing.
  const text = `const { isMainThread, parentPort } = require("node:worker_threads");
if (isMainThread || parentPort !== null) ${preload}.attach(${words});\n`;
  writeFileSync(path, text, { mode: 0o600 });
  return ["--require", path, ...(starter === undefined ? moreStack() : [])];
}

/**
 * Frames of probed code are larger, by 2.5 times at most of what was measured, and a program is to recurse as deeply as
 * without us. V8 takes 984 kB of the main thread's stack by default: https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h
 */
export const MORE_STACK = "--stack-size=2952";
/** Of the 8 MB that Linux gives by default, what natives need beyond V8's limit is left as it was, and more. */
const LEAST_STACK_BYTES = 7 * 2 ** 20;

/** Only where the system's own limit can be read, and is far away. */
function moreStack(): string[] {
  if (process.platform !== "linux") return [];
  try {
    const limit = /^Max stack size\s+(\S+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
    return limit === "unlimited" || Number(limit) >= LEAST_STACK_BYTES ? [MORE_STACK] : [];
  } catch {
    return [];
  }
}
