/** What Node must be started with so that a script is traced. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFolder } from "./cache-folder.js";
import { moreStack } from "./stack-size.js";

const FIRST = fileURLToPath(new URL("./first.cjs", import.meta.url));

/**
 * Node's flags for a session folder that holds its `session.json`. A file of the folder is preloaded rather than ours, for
 * `--require` can hand nothing on: the folder's own name tells which session it is. `starter` is the path of a module
 * with an `attach(folder)` of its own, for a run that is not traced. `cache` is a folder for compiled code.
 */
export function preloadFlags(folder: string, cache: string | null, starter?: string): string[] {
  const path = join(folder, "attach.cjs");
  const kept = cache !== null && ownFolder(cache) ? cache : null;
  const words = ["__dirname", JSON.stringify(kept), ...(starter === undefined ? [] : [JSON.stringify(starter)])];
  writeFileSync(path, `require(${JSON.stringify(FIRST)}).begin(module, ${words.join(", ")});\n`, { mode: 0o600 });
  return ["--require", path, ...(starter === undefined ? moreStack() : [])];
}
