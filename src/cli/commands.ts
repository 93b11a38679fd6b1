import type { Command } from "commander";
import type { Ending, Host } from "./host.js";

/** One command of the program. `build` adds options to `command` and says what to do with them. */
export interface CommandModule {
  build(command: Command, host: Host, finish: (ending: Ending) => void): void;
}

interface CommandEntry {
  load: () => Promise<CommandModule>;
  /** One line for `--help`; null keeps the command out of it. */
  summary: string | null;
}

/** Commands by the name typed first; anything else typed first is a script, which `run` takes. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  run: { load: () => import("./run.js"), summary: "run a script and report its arrays (the default)" },
  watch: { load: () => import("./watch.js"), summary: "run it again whenever a file that it loaded changes" },
  report: { load: () => import("./report.js"), summary: "render a saved JSON report, in any format" },
  engine: { load: () => import("./engine.js"), summary: "run it twice: what V8 really allocated, and what it costs" },
  check: { load: () => import("./check.js"), summary: "fail when a script allocates more than its baseline or budget" },
  diff: { load: () => import("./diff.js"), summary: "compare two saved JSON reports" },
  merge: { load: () => import("./merge.js"), summary: "one report of several: shards of a CI matrix" },
  __session: { load: () => import("./session.js"), summary: null },
  __render: { load: () => import("./render.js"), summary: null },
};

export const DEFAULT_COMMAND = "run";

/** The names that a person can type. */
export function visibleCommands(): string[] {
  return Object.keys(commands).filter((name) => commands[name]?.summary != null);
}
