/**
 * `alloc-trace __render <session folder> <pid>`: the text report of traces that are already there, on stderr.
 *
 * Hidden. A program that runs under `node --import alloc-trace/register` has no launching side; as it ends it calls
 * this, so that it need not load the renderers itself.
 */
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { readTraces } from "../session/index.js";
import type { ThreadTrace } from "../trace/format.js";
import { SESSION_FILE, type SessionOptions } from "../trace/session.js";
import type { CommandModule } from "./commands.js";
import { loadConfig } from "./config.js";
import { deliver } from "./deliver.js";
import type { Host } from "./host.js";
import { quote } from "./quote.js";
import { DEFAULTS } from "./settings.js";
import { UserError } from "./user-error.js";
import { toolVersion } from "./version.js";

export const build: CommandModule["build"] = (command, host) => {
  command
    .argument("<folder>")
    .argument("<pid>")
    .action((folder: string, pid: string) => render(folder, Number(pid), host));
};

async function render(folder: string, pid: number, host: Host): Promise<void> {
  if (!existsSync(folder)) throw new UserError(`there is no session folder ${quote(folder)}`, "name an existing one");
  const { traces, broken, unwritten } = readTraces(folder, pid);
  const [main] = traces;
  const cwd = main?.cwd ?? sessionCwd(folder) ?? host.cwd();
  const settings = { ...DEFAULTS, ...(await loadConfig(cwd)).settings };
  await deliver(
    {
      launched: {
        ...endedAs(main),
        abandoned: false,
        timedOut: false,
        endedAt: Date.now(),
        traces,
        broken,
        unwritten,
        kept: null,
        took: 0,
      },
      settings,
      targets: [{ format: "text", to: "stderr" }],
      script: main?.script ?? "(no script)",
      cwd,
      tool: toolVersion(),
    },
    host,
  );
}

function endedAs(main: ThreadTrace | undefined): { code: number | null; signal: NodeJS.Signals | null } {
  const name = main?.ended.signal;
  const signal = Object.keys(constants.signals).find((known) => known === name) as NodeJS.Signals | undefined;
  return { code: main?.ended.code ?? null, signal: signal ?? null };
}

function sessionCwd(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, SESSION_FILE), "utf8")) as Partial<SessionOptions>).cwd;
  } catch {
    return undefined;
  }
}
