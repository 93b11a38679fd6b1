/** What stands in the environment of a process that belongs to a session, and how it goes again. */
import { fileURLToPath } from "node:url";

/** Names the session's folder; `child-preload.cts` reads it. */
export const FOLDER = "ALLOC_TRACE_SESSION";
export const PRELOAD = fileURLToPath(new URL("./child-preload.cjs", import.meta.url));
/** In quotes: https://nodejs.org/api/cli.html#node_optionsoptions */
export const FLAG = `--require="${PRELOAD.replaceAll(/[\\"]/g, "\\$&")}"`;

type Environment = Record<string, string | undefined>;

export function withSession<Env extends Environment>(env: Env, folder: string): Env {
  return { ...env, NODE_OPTIONS: withFlag(env.NODE_OPTIONS), [FOLDER]: folder };
}

/** Ours first: what the program preloads is traced as well. */
export function withFlag(options: string | undefined): string {
  if (options?.includes(FLAG)) return options;
  return options ? `${FLAG} ${options}` : FLAG;
}

/** As it was before; a program that was started by a traced one may be about to start a session of its own. */
export function withoutSession<Env extends Environment>(env: Env): Env {
  const plain = { ...env };
  strip(plain);
  return plain;
}

export function strip(env: Environment): void {
  delete env[FOLDER];
  const options = env.NODE_OPTIONS;
  if (!options?.includes(FLAG)) return;
  const rest = options.replace(FLAG, "").trim();
  if (rest === "") delete env.NODE_OPTIONS;
  else env.NODE_OPTIONS = rest;
}
