/** The scripts that a gate runs: as typed, or as the configuration's patterns find them. */
import { type Dirent, existsSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { isInside } from "../baseline/read-baseline.js";
import { visibleCommands } from "./commands.js";
import { quote } from "./quote.js";
import { findScript, type Script } from "./script.js";
import type { ScriptEntry } from "./settings.js";
import { UserError } from "./user-error.js";

export interface FoundScript {
  script: Script;
  args: string[];
}

const RUNNABLE = /\.[cm]?[jt]sx?$/;
const DECLARATION = /\.d\.[cm]?ts$/;

/** Each script once, by path; of several entries that name it the last one's arguments hold. */
export async function findScripts(entries: readonly ScriptEntry[], cwd: string): Promise<FoundScript[]> {
  const found = new Map<string, FoundScript>();
  for (const { glob, args } of entries) {
    for (const name of namesOf(glob, cwd)) {
      const script = await findScript(name, cwd, visibleCommands());
      const local = relative(cwd, script.path).split(sep).join("/");
      if (!isInside(local)) {
        throw new UserError(
          `the script ${quote(name)} lies outside of the project, ${quote(cwd)}`,
          "run alloc-trace check in a folder that holds it",
        );
      }
      found.set(local, { script, args });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, script]) => script);
}

/** A name that exists is no pattern, whatever characters are in it. */
function namesOf(glob: string, cwd: string): string[] {
  if (existsSync(resolve(cwd, glob)) || !picomatch.scan(glob).isGlob) return [glob];
  const matches = picomatch(glob.replace(/^\.\//, ""));
  const names = filesBelow(cwd, "").filter((name) => matches(name) && RUNNABLE.test(name) && !DECLARATION.test(name));
  if (names.length === 0) {
    throw new UserError(`no script matches ${quote(glob)}`, `patterns are relative to ${quote(cwd)}: mend it`);
  }
  return names;
}

function filesBelow(root: string, folder: string): string[] {
  return entriesOf(join(root, folder)).flatMap((entry) => {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return entry.isFile() ? [name] : [];
    return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : filesBelow(root, name);
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
