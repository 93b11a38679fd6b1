/** `alloc-trace [run] <script>`: runs the script under the tracer and reports when it has ended. */
import type { Command } from "commander";
import { launch } from "../session/index.js";
import { type CommandModule, visibleCommands } from "./commands.js";
import { loadConfig } from "./config.js";
import { endingOf } from "./ending.js";
import type { Ending, Host } from "./host.js";
import { reportTargets } from "./report-targets.js";
import { addRunOptions, settingsFrom } from "./run-options.js";
import { findScript } from "./script.js";
import { inheritedFlags, sessionOptions } from "./session-options.js";
import { toolVersion } from "./version.js";

const EXAMPLES = `
Examples:
  alloc-trace sim.ts                       run sim.ts, then say which lines make arrays for nothing
  alloc-trace sim.ts --steps 1000          what follows the script is the script's own
  alloc-trace --json=report.json sim.ts    the same figures for programs to read
  alloc-trace --deps none --top 30 sim.ts  only your own code, thirty lines of it
  alloc-trace --count-only sim.ts          how many arrays, not how long they live; faster
  alloc-trace --node-arg=--max-old-space-size=8000 sim.ts

Defaults can be kept in alloc-trace.config.{ts,js,json}, or under "alloc-trace" in package.json.
The exit code is the script's own; 2 is a mistake in the command, 70 a fault of ours.`;

export const build: CommandModule["build"] = (command, host, finish) => {
  addRunOptions(
    command
      .description("Runs a script as node does and reports, line by line, how many arrays it made and needed.")
      .usage("[options] <script> [script arguments…]")
      .argument("<script>", "the script to run: .ts .mts .cts .tsx .js .mjs .cjs .jsx")
      .argument("[args...]", "arguments for the script")
      .passThroughOptions()
      .version(toolVersion(), "-v, --version", "print the version")
      .helpOption("-h, --help", "print this help")
      .addHelpText("after", EXAMPLES),
  ).action(async (script: string, args: string[]) => {
    finish(await run(command, host, script, args));
  });
};

async function run(command: Command, host: Host, typed: string, args: string[]): Promise<Ending> {
  const cwd = host.cwd();
  const script = await findScript(typed, cwd, visibleCommands());
  const settings = settingsFrom(command, (await loadConfig(cwd)).settings);
  const targets = reportTargets(settings, cwd, script.path);
  const tool = toolVersion();

  // Renderers cost more to load than everything before the child: they load while it runs.
  let delivery: Promise<typeof import("./deliver.js")> | undefined;
  const launched = await launch(
    {
      execPath: host.execPath,
      nodeArgs: [...inheritedFlags(host.execArgv), ...settings.nodeArgs],
      script: script.word,
      args,
      env: host.env,
      stdoutToStderr: targets.jsonToStdout,
      session: sessionOptions(settings, cwd, tool, host.env),
    },
    host,
    () => {
      delivery = import("./deliver.js");
    },
  );
  if (!launched.abandoned) {
    const { deliver } = await (delivery ?? import("./deliver.js"));
    await deliver({ launched, settings, targets, script: script.path, cwd, tool }, host);
  }
  return endingOf(launched);
}
