/** What the traced side is told, made from the settings. */
import { resolve } from "node:path";
import { cacheFolder } from "../session/index.js";
import type { SessionOptions } from "../trace/session.js";
import type { Host } from "./host.js";
import type { Settings } from "./settings.js";
import { isFile } from "./values.js";

/** For our own tests: a stack trace each time that so many arrays were made. */
const AUDIT = "ALLOC_TRACE_AUDIT";

export function sessionOptions(
  settings: Settings,
  cwd: string,
  tool: string,
  host: Pick<Host, "env" | "stderr">,
): SessionOptions {
  const { env, stderr } = host;
  const audit = Number(env[AUDIT]);
  return {
    version: 1,
    tool,
    cwd,
    deps: settings.deps,
    include: settings.include,
    exclude: settings.exclude,
    countOnly: settings.countOnly,
    scopes: settings.scopes && !settings.countOnly,
    arrayClasses: settings.arrayClasses,
    wrap: settings.wrap.map(({ module, name }) => ({ module: isFile(module) ? resolve(cwd, module) : module, name })),
    window: settings.window,
    ...(Number.isSafeInteger(audit) && audit > 0 ? { audit } : {}),
    follow: settings.follow,
    live: settings.progress && stderr.isTTY === true && !env.CI ? (stderr.columns ?? 80) : null,
    launcher: process.pid,
    cache: settings.cache ? cacheFolder(env) : null,
  };
}

/**
 * Node's flags that we were started with ourselves (`node --expose-gc …/alloc-trace.js script`) are meant for the
 * script; a debugger's port is taken by this process already.
 */
export function inheritedFlags(execArgv: readonly string[]): string[] {
  return execArgv.filter((flag) => !flag.startsWith("--inspect"));
}
