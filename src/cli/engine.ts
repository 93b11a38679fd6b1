/** `alloc-trace engine <script>`: a traced run and then one without probes, to see what V8 really did. */
import type { CommandModule } from "./commands.js";
import { addRunOptions, typedSettings } from "./run-options.js";
import { runScript } from "./run-script.js";

export const build: CommandModule["build"] = (command, host, finish) => {
  addRunOptions(
    command
      .description(
        "Runs a script traced, then again without probes, and reports what V8 really allocated, and its price.",
      )
      .usage("[options] <script> [script arguments…]")
      .argument("<script>", "the script to run")
      .argument("[args...]", "arguments for the script")
      .passThroughOptions()
      .helpOption("-h, --help", "print this help"),
  ).action(async (script: string, args: string[]) => {
    finish(await runScript(host, { engine: "ask", ...typedSettings(command) }, script, args));
  });
};
