/** Where what is kept from one run to the next lies. */
import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

/**
 * The user's own cache folder: shared by projects, and nobody else can put probed text into it. Null for a user who has no
 * home (a number in a container that no name goes with). A relative path is none:
 * https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheFolder(
  env: NodeJS.ProcessEnv,
  home: () => string = homedir,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = env;
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, "alloc-trace");
  if (platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "alloc-trace", "Cache");
  const folder = homeFolder(home);
  if (folder === null) return null;
  if (platform === "darwin") return join(folder, "Library", "Caches", "alloc-trace");
  return join(folder, ".cache", "alloc-trace");
}

/** Null for a user who has none: Node throws then, or gives an empty text. */
export function homeFolder(home: () => string = homedir): string | null {
  try {
    const folder = home();
    return isAbsolute(folder) ? folder : null;
  } catch {
    return null;
  }
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
