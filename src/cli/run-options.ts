/** The options of `run`: strings in, typed settings out. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { FORMAT_NAMES, formatOf } from "../report/formats/index.js";
import { SORTS } from "../report/options.js";
import { DEFAULTS, type EngineWish, type Settings, STDOUT } from "./settings.js";
import {
  byKey,
  byteSize,
  dependencies,
  duration,
  engineWish,
  fileName,
  followed,
  format,
  glob,
  Misfit,
  nodeFlag,
  sortKey,
  wholeNumber,
  wrapped,
} from "./values.js";

/** Adds the options; {@link typedSettings} reads them back. */
export function addRunOptions(command: Command): Command {
  command
    .optionsGroup("Report:")
    .addOption(new Option("--json [=FILE]", "JSON report to FILE, or to stdout").argParser(fitted(jsonFile)));
  addReportOptions(command, "text report to FILE instead of stderr").addOption(
    new Option("-q, --quiet", "no text report on stderr"),
  );
  return addTracingOptions(command);
}

/** What is traced, and how: for every command that runs a script. */
export function addTracingOptions(command: Command): Command {
  return command
    .optionsGroup("Tracing:")
    .addOption(new Option("--deps <LIST>", "trace all, none or these packages (all)").argParser(fitted(dependencies)))
    .addOption(new Option("--include <GLOB>", "trace only files that match; repeatable").argParser(gathered(glob)))
    .addOption(new Option("--exclude <GLOB>", "leave files that match plain; repeatable").argParser(gathered(glob)))
    .addOption(
      new Option("--wrap <MODULE[:EXPORT]>", "count a class that no probe can reach; repeatable").argParser(
        gathered(wrapped),
      ),
    )
    .addOption(new Option("--count-only", "count arrays made, not how long they live; faster"))
    .addOption(new Option("--scopes", "which arrays end in the iteration and call that made them"))
    .addOption(new Option("--window <SIZE>", "memory for lifetimes (256MB)").argParser(fitted(byteSize)))
    .addOption(new Option("--follow <LIST>", "trace workers, children, all or none (all)").argParser(fitted(followed)))
    .addOption(new Option("--every <TIME>", "a line of JSON about the run so far, as 5s").argParser(fitted(duration)))
    .addOption(new Option("--every-to <FILE>", "appends these to FILE instead of stderr").argParser(fitted(fileName)))
    .addOption(new Option("--no-progress", "no live line on the terminal"))
    .addOption(new Option("--timeout <TIME>", "end the script after so long, as 30s or 5m").argParser(fitted(duration)))
    .addOption(new Option("--no-cache", "instrument every file afresh"))
    .optionsGroup("V8, in a second run without probes:")
    .addOption(
      new Option("--engine [=WHEN]", "what V8 really allocated: ask first, or yes, or no").argParser(fitted(engine)),
    )
    .addOption(
      new Option("--profile-out <DIR>", "its .cpuprofile and .heapprofile, to DIR").argParser(fitted(fileName)),
    )
    .addOption(new Option("--retained", "what is still alive at its end, by line"))
    .optionsGroup("Node:")
    .addOption(new NodeArgs("--node-arg <FLAG>", "flag for Node; repeatable").argParser(gathered(nodeFlag)));
}

/** What a report looks like and where it goes: for every command that gives one. */
export function addReportOptions(command: Command, output: string): Command {
  return command
    .addOption(new Option("--format <NAME>", "NAME or NAME=FILE: see below; repeatable").argParser(gathered(format)))
    .addOption(new Option("-o, --output <FILE>", output).argParser(fitted(fileName)))
    .addOption(new Option("--top <N>", `lines in the table (${DEFAULTS.top})`).argParser(fitted(atLeast(1))))
    .addOption(new Option("--all", "every line, not only the top ones"))
    .addOption(new Option("--min <N>", "leave out lines with fewer arrays made").argParser(fitted(atLeast(0))))
    .addOption(new Option("--sort <COLUMN>", `order by ${SORTS.join(", ")}`).argParser(fitted(sortKey)))
    .addOption(
      new Option("--by <ORIGIN>", "list by line that is to blame, site that makes, or thread").argParser(fitted(byKey)),
    )
    .addOption(new Option("--no-frames", "no code frames under the table"))
    .addOption(new Option("--color", "colours even when it is not for a terminal"))
    .addOption(new Option("--no-color", "no colours"));
}

/** Where findings go, and how the text shows them. */
export function addGateReportOptions(command: Command): Command {
  return command
    .addOption(new Option("--json [=FILE]", "findings as JSON to FILE, or to stdout").argParser(fitted(jsonFile)))
    .addOption(new Option("--format <NAME>", "NAME or NAME=FILE: see below; repeatable").argParser(gathered(format)))
    .addOption(new Option("-o, --output <FILE>", "the text to FILE instead of stdout").argParser(fitted(fileName)))
    .addOption(new Option("-q, --quiet", "no text"))
    .addOption(new Option("--all", "every finding, not only the first ones"))
    .addOption(new Option("--no-frames", "no code"))
    .addOption(new Option("--color", "colours even when it is not for a terminal"))
    .addOption(new Option("--no-color", "no colours"));
}

/** For the end of a command's help. */
export function formatsHelp(): string {
  const names = FORMAT_NAMES.map((name) => `  ${name.padEnd(13)}${formatOf(name).what}`);
  return `\nFormats (--format NAME for stdout, --format NAME=FILE for a file), and who reads them:\n${names.join("\n")}`;
}

/** What was typed and nothing else: Commander's own defaults (`--no-…` is true) would hide the configuration's word. */
export function typedSettings(command: Command): Partial<Settings> {
  const all: Record<string, unknown> = command.opts();
  return Object.fromEntries(Object.entries(all).filter(([name]) => command.getOptionValueSource(name) === "cli"));
}

/** One flag each time it is typed, a list in the settings. */
class NodeArgs extends Option {
  override attributeName(): string {
    return "nodeArgs";
  }
}

/** An empty value is what `--json` without `=FILE` comes in as: see bare-flags.ts. */
function jsonFile(text: string): string {
  return text === "" ? STDOUT : fileName(text);
}

function engine(text: string): EngineWish {
  return text === "" ? "ask" : engineWish(text);
}

function atLeast(least: number): (text: string) => number {
  return (text) => wholeNumber(text, least);
}

export function fitted<T>(read: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return read(text);
    } catch (error) {
      throw error instanceof Misfit ? new InvalidArgumentError(`it must be ${error.wanted}`) : error;
    }
  };
}

export function gathered<T>(read: (text: string) => T): (text: string, earlier: T[] | undefined) => T[] {
  const one = fitted(read);
  return (text, earlier) => [...(earlier ?? []), one(text)];
}
