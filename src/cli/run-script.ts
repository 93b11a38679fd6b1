/** Runs the script under the tracer and reports when it has ended. On the way to every start: keep its imports few. */
import type { Report } from "../report/index.js";
import { type Interim, launch, makeFolder, NoSessionFolder } from "../session/index.js";
import { visibleCommands } from "./commands.js";
import { loadConfig } from "./config.js";
import { endingOf } from "./ending.js";
import type { Ending, Host } from "./host.js";
import type { interim } from "./interim.js";
import { checkFlags } from "./node-flags.js";
import { checkProfileFolder } from "./profile-folder.js";
import { quote } from "./quote.js";
import { runTargets, type Target } from "./report-targets.js";
import { findScript } from "./script.js";
import { inheritedFlags, sessionOptions } from "./session-options.js";
import { DEFAULTS, type Settings } from "./settings.js";
import { UserError } from "./user-error.js";
import { toolVersion } from "./version.js";

/** A flag beats the configuration, which beats the default. `typed` is the script as it was typed. */
export async function runScript(
  host: Host,
  flags: Partial<Settings>,
  typed: string,
  args: readonly string[],
  seen?: (report: Report, loaded: readonly string[]) => void,
): Promise<Ending> {
  const cwd = workingDirectory(host);
  const script = await findScript(typed, cwd, visibleCommands());
  const settings: Settings = withEngine({ ...DEFAULTS, ...(await loadConfig(cwd)).settings, ...flags });
  const targets = runTargets(settings, cwd, { path: script.path, what: "the script" }, host);
  if (settings.profileOut !== null) checkProfileFolder(settings.profileOut, cwd);
  const tool = toolVersion();

  // Renderers cost more to load than everything before the child: they load while it runs.
  let delivery: Promise<typeof import("./deliver.js")> | undefined;
  const session = sessionOptions(settings, cwd, tool, host);
  const run = {
    execPath: host.execPath,
    nodeArgs: [...inheritedFlags(host.execArgv), ...settings.nodeArgs],
    script: script.word,
    args,
    env: host.env,
    session,
    output: null,
  };
  checkFlags([...run.nodeArgs, ...(host.env.NODE_OPTIONS ?? "").split(/\s+/)], process.versions.node);
  const twice = settings.engine !== "no" && (targets.length > 0 || settings.profileOut !== null);
  const kept = twice ? makeFolder(session) : null;
  try {
    const launched = await launch(
      {
        ...run,
        stdoutToStderr: targets.some(({ to }) => to === "stdout"),
        timeout: settings.timeout,
        interim: await interimOf({ settings, script: script.path, cwd, tool }, host),
        keep: kept?.path ?? null,
      },
      host,
      () => {
        if (targets.length > 0 || twice || seen) delivery = loadDelivery(targets);
      },
    ).catch(inWords);
    if (delivery && !launched.abandoned) {
      const { deliver } = await delivery;
      const engine = async (report: Report): Promise<void> => {
        seen?.(report, [...new Set([script.path, ...launched.traces.flatMap(({ loaded }) => loaded ?? [])])]);
        if (!twice) return;
        const { addEngineRuns } = await import("./engine-runs.js");
        await addEngineRuns(report, launched, settings, { ...run, path: script.path }, host);
      };
      await deliver(
        { launched, settings, targets, script: script.path, cwd, tool, ...(twice || seen ? { engine } : {}) },
        host,
      );
    }
    return endingOf(launched);
  } finally {
    kept?.remove();
  }
}

/** Loaded when it is needed: most runs are over before anybody asks. */
async function interimOf(run: Parameters<typeof interim>[0], host: Host): Promise<Interim> {
  const load = async (): Promise<Interim> => (await import("./interim.js")).interim(run, host);
  if (run.settings.every !== null) return load();
  return {
    every: null,
    period: () => undefined,
    asked: async (traces) => (await load()).asked(traces),
  };
}

/** What is asked of the second run asks for it. */
function withEngine(settings: Settings): Settings {
  const implied = settings.engine === "no" && (settings.profileOut !== null || settings.retained);
  return implied ? { ...settings, engine: "ask" } : settings;
}

async function loadDelivery(targets: readonly Target[]): Promise<typeof import("./deliver.js")> {
  const module = await import("./deliver.js");
  await module.prepare(targets);
  return module;
}

export function workingDirectory(host: Host): string {
  try {
    return host.cwd();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new UserError("the working directory does not exist any more", "change to one that does");
  }
}

export function inWords(error: unknown): never {
  if (!(error instanceof NoSessionFolder)) throw error;
  throw new UserError(
    `no session folder could be made in ${quote(error.parent)} (${error.code})`,
    "make room there, or name another folder in TMPDIR",
  );
}
