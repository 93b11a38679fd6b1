/** Reads the command line: finds the command, parses its options, and turns Commander's complaints into ours. */
import { Command, CommanderError } from "commander";
import { bareFlags } from "./bare-flags.js";
import { commands, DEFAULT_COMMAND } from "./commands.js";
import type { Ending, Host } from "./host.js";
import { quote } from "./quote.js";
import { EXIT, UserError } from "./user-error.js";

export async function runCommandLine(host: Host, typed: readonly string[]): Promise<Ending> {
  const first = typed[0];
  const named = first !== undefined && Object.hasOwn(commands, first);
  const name = named ? first : DEFAULT_COMMAND;
  const entry = commands[name];
  if (entry === undefined) throw new Error(`no command ${name}`);
  const { build } = await entry.load();

  let ending: Ending = { code: EXIT.clean };
  const command = new Command(name === DEFAULT_COMMAND ? "alloc-trace" : `alloc-trace ${name}`)
    .exitOverride()
    // The value goes behind the `=` alone, so the help must not show a blank there.
    .configureHelp({ optionTerm: (option) => option.flags.replace(" [=", "[=") })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      // Commander's own wording goes through UserError, as every other mistake does.
      writeErr: () => {},
      getOutHelpWidth: () => host.stdout.columns ?? 80,
      getOutHasColors: () => host.stdout.isTTY === true && !host.env.NO_COLOR,
    });
  build(command, host, (end) => {
    ending = end;
  });
  try {
    await command.parseAsync(bareFlags(named ? typed.slice(1) : typed, command.options, name === DEFAULT_COMMAND), {
      from: "user",
    });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { code: EXIT.clean };
    throw await usageError(error, command);
  }
  return ending;
}

/** Commander's complaint as one sentence that names a way out. */
async function usageError(error: CommanderError, command: Command): Promise<UserError> {
  const help = `see ${command.name()} --help`;
  if (error.code === "commander.unknownOption") {
    const typed = /'(.*)'/s.exec(error.message)?.[1] ?? "";
    const flag = typed.split("=", 1)[0] ?? typed;
    const known = command.options.flatMap((option) => (option.hidden || !option.long ? [] : [option.long]));
    const { didYouMean } = await import("./suggestion.js");
    return new UserError(`unknown option ${quote(flag)}`, didYouMean(flag, [...known, "--help"]) || help);
  }
  if (error.code === "commander.missingArgument") {
    return new UserError("no script given", `type the script to run, as in: alloc-trace script.ts (${help})`);
  }
  const invalid = /^error: option '(?:-\w, )?(--[\w-]+).*?' argument '(.*)' is invalid\. it (.*)$/s.exec(error.message);
  if (invalid) {
    const [, flag = "", value = "", wanted = ""] = invalid;
    return new UserError(`${flag} ${wanted}`, `it is ${quote(value)}`);
  }
  const sentence = error.message.replace(/^error: /, "").replace(/\.?\s*$/, "");
  return new UserError(sentence.replaceAll(/\s*\n\s*/g, " "), help);
}
