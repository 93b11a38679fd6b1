/** How a report is drawn, from the settings and from where it goes. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { RenderOptions } from "../report/index.js";
import type { Host } from "./host.js";
import type { Settings } from "./settings.js";

/** A file has no width of its own; this one fits a page and most editors. */
const FILE_COLUMNS = 100;

/** A larger file is a bundle: its frames would cost more than they tell. */
const MOST_SOURCE = 16 * 2 ** 20;

export type Drawn = Pick<Settings, "top" | "sort" | "by" | "all" | "min" | "frames" | "color">;

/** @param confined reads no source outside of the working directory: a report from elsewhere may name any file */
export function renderOptions(
  settings: Drawn,
  cwd: string,
  host: Host,
  target: "file" | "stdout" | "stderr",
  confined = false,
): RenderOptions {
  const { top, sort, by, all, min, frames } = settings;
  return {
    top,
    sort,
    by,
    all,
    min,
    frames,
    columns: columnsOf(host, target),
    color: colored(settings, host, target),
    readSource: (path) => readSource(resolve(cwd, path), confined ? cwd : null),
    pathPrefix: pathPrefix(cwd, host.env),
  };
}

function columnsOf(host: Host, target: "file" | "stdout" | "stderr"): number {
  const told = Number(host.env.COLUMNS);
  if (target !== "file" && host[target].isTTY) return host[target].columns ?? FILE_COLUMNS;
  return Number.isInteger(told) && told > 0 ? told : FILE_COLUMNS;
}

/** A flag or the configuration first, then https://no-color.org and FORCE_COLOR, then whether it is a terminal. */
function colored(settings: Drawn, host: Host, target: "file" | "stdout" | "stderr"): boolean {
  if (settings.color !== null) return settings.color;
  if (host.env.NO_COLOR) return false;
  if (host.env.FORCE_COLOR !== undefined) return !["0", "false"].includes(host.env.FORCE_COLOR);
  return target !== "file" && host[target].isTTY === true && host.env.TERM !== "dumb";
}

function readSource(path: string, root: string | null): string | null {
  try {
    if (root !== null && outside(realpathSync(root), realpathSync(path))) return null;
    const stat = statSync(path);
    // A pipe or a device would be waited for.
    return stat.isFile() && stat.size <= MOST_SOURCE ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}

function outside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way;
}

/** Where the working directory stands in the repository: as the CI says, else by where `.git` is. */
function pathPrefix(cwd: string, env: NodeJS.ProcessEnv): string {
  const told = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR;
  const root = told && !outside(told, cwd) ? told : gitRoot(cwd);
  const way = root === null ? "" : relative(root, cwd).split(sep).join("/");
  return way === "" ? "" : `${way}/`;
}

function gitRoot(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return null;
  }
}
