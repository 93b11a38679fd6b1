/** Where what is kept from one run to the next lies. */
import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The user's own cache folder: shared by projects, and nobody else can put probed text into it. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, "alloc-trace");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "alloc-trace");
  if (process.platform === "win32" && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, "alloc-trace", "Cache");
  return join(homedir(), ".cache", "alloc-trace");
}

/** Code is read from here and run: a folder that somebody else could write to is no cache. */
export function ownFolder(folder: string): boolean {
  try {
    makeFolder(folder);
    const stat = lstatSync(folder);
    if (!stat.isDirectory()) return false;
    return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
  } catch {
    return false;
  }
}

/**
 * Not by `recursive`, which goes up at ENOENT and down again at EEXIST, and so never returns where nothing can be made
 * (`/proc`): `MKDirpSync` in https://github.com/nodejs/node/blob/v20.x/src/node_file.cc
 */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(folder) === folder || existsSync(dirname(folder))) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}
