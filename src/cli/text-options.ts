/** How the text report is drawn, from the settings and from where it goes. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RenderOptions } from "../report/index.js";
import type { Host } from "./host.js";
import type { Settings } from "./settings.js";

/** A file has no width of its own; this one fits a page and most editors. */
const FILE_COLUMNS = 100;

export function textOptions(settings: Settings, cwd: string, host: Host, target: "file" | "stderr"): RenderOptions {
  const { top, sort, all, min, frames } = settings;
  return {
    top,
    sort,
    all,
    min,
    frames,
    columns: columnsOf(host, target),
    color: colored(settings, host, target),
    readSource: (path) => readSource(resolve(cwd, path)),
  };
}

function columnsOf(host: Host, target: "file" | "stderr"): number {
  const told = Number(host.env.COLUMNS);
  if (target === "stderr" && host.stderr.isTTY) return host.stderr.columns ?? FILE_COLUMNS;
  return Number.isInteger(told) && told > 0 ? told : FILE_COLUMNS;
}

/** A flag or the configuration first, then https://no-color.org and FORCE_COLOR, then whether it is a terminal. */
function colored(settings: Settings, host: Host, target: "file" | "stderr"): boolean {
  if (settings.color !== null) return settings.color;
  if (host.env.NO_COLOR) return false;
  if (host.env.FORCE_COLOR !== undefined) return !["0", "false"].includes(host.env.FORCE_COLOR);
  return target === "stderr" && host.stderr.isTTY === true && host.env.TERM !== "dumb";
}

function readSource(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
