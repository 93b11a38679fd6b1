/** What Node must be started with so that a script is traced. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PRELOAD = fileURLToPath(new URL("./preload.cjs", import.meta.url));

/**
 * Node's flags for a session folder that holds its `session.json`. A file of the folder is preloaded rather than ours, for
 * `--require` can hand nothing on: the folder's own name tells which session it is.
 */
export function preloadFlags(folder: string): string[] {
  const path = join(folder, "attach.cjs");
  writeFileSync(path, `require(${JSON.stringify(PRELOAD)}).attach(__dirname);\n`, { mode: 0o600 });
  return ["--require", path];
}
