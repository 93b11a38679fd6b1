/** What Node must be started with so that a script is traced. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PRELOAD = fileURLToPath(new URL("./preload.cjs", import.meta.url));

/**
 * Node's flags for a session folder that holds its `session.json`. A file of the folder is preloaded rather than ours, for
 * `--require` can hand nothing on: the folder's own name tells which session it is. `starter` is the path of a module
 * with an `attach(folder)` of its own, for a run that is not traced.
 */
export function preloadFlags(folder: string, starter?: string): string[] {
  const path = join(folder, "attach.cjs");
  const words = starter === undefined ? "__dirname" : `__dirname, ${JSON.stringify(starter)}`;
  // Node's own thread for loader hooks runs preloaded modules as well: nothing is to be loaded there for nothing.
  const text = `const { isMainThread, parentPort } = require("node:worker_threads");
if (isMainThread || parentPort !== null) require(${JSON.stringify(PRELOAD)}).attach(${words});\n`;
  writeFileSync(path, text, { mode: 0o600 });
  return ["--require", path];
}
