/**
 * `alloc-trace __session`: what a run in this folder is told, as JSON on stdout.
 *
 * Hidden. A program that runs under `node --import alloc-trace/register` has no launching side that reads the
 * configuration; it calls this, so that it need not load what reads one.
 */
import type { CommandModule } from "./commands.js";
import { loadConfig } from "./config.js";
import { sessionOptions } from "./session-options.js";
import { DEFAULTS } from "./settings.js";
import { toolVersion } from "./version.js";

export const build: CommandModule["build"] = (command, host) => {
  command.action(async () => {
    const cwd = host.cwd();
    const settings = { ...DEFAULTS, ...(await loadConfig(cwd)).settings };
    const options = sessionOptions(settings, cwd, toolVersion(), host);
    host.stdout.write(JSON.stringify({ ...options, live: null, launcher: null }));
  });
};
