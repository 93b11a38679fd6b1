/** Which files the user wants traced. */
import { relative, sep } from "node:path";
import type { SessionOptions } from "../trace/session.js";
import { loadOurs } from "./ours.js";

/** Why a file is left out because somebody asked for it, null when it is to be traced. */
export type Selection = (path: string, dependency: string | null) => string | null;

export function selectionOf(
  options: Pick<SessionOptions, "cwd" | "deps" | "include" | "exclude" | "plain">,
): Selection {
  if (options.plain) return () => "run without probes";
  const { deps } = options;
  const included = matcher(options.include);
  const excluded = matcher(options.exclude);
  const wanted = deps === "all" || deps === "none" ? null : new Set(deps);
  return (path, dependency) => {
    if (dependency !== null && (deps === "none" || (wanted && !wanted.has(dependency)))) return "left out by --deps";
    if (!included && !excluded) return null;
    const local = relative(options.cwd, path).split(sep).join("/");
    if (included && !included(local)) return "not in --include";
    return excluded?.(local) ? "left out by --exclude" : null;
  };
}

function matcher(globs: string[]): ((path: string) => boolean) | null {
  if (globs.length === 0) return null;
  const picomatch = loadOurs<{ default?: unknown }>("picomatch") as unknown as typeof import("picomatch");
  return picomatch(globs, { dot: true });
}
