/** `alloc-trace [run] <script>` as the command line and its help have it. */
import type { CommandModule } from "./commands.js";
import { addRunOptions, formatsHelp, typedSettings } from "./run-options.js";
import { runScript } from "./run-script.js";
import { toolVersion } from "./version.js";

const EXAMPLES = `
Examples:
  alloc-trace sim.ts                       run sim.ts, then say which lines make arrays for nothing
  alloc-trace sim.ts --steps 1000          what follows the script is the script's own
  alloc-trace --json=report.json sim.ts    the same figures for programs to read
  alloc-trace --format html=report.html sim.ts
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
      .addHelpText("after", () => `${formatsHelp()}\n${EXAMPLES}`),
  ).action(async (script: string, args: string[]) => {
    finish(await runScript(host, typedSettings(command), script, args));
  });
};
