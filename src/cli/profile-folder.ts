/** Where V8's profiles go, checked before the script starts. */
import { type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { quote } from "./quote.js";
import { UserError } from "./user-error.js";

/** Refuses what is there and no folder; a folder that is not there yet is made when there is something to put in it. */
export function checkProfileFolder(name: string, cwd: string): void {
  let stat: Stats | undefined;
  try {
    stat = statSync(resolve(cwd, name), { throwIfNoEntry: false });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError(`--profile-out names ${quote(name)}, which cannot be written (${code})`, "name another folder");
  }
  if (stat && !stat.isDirectory()) {
    throw new UserError(`--profile-out names ${quote(name)}, which is no folder`, "name a folder");
  }
}
