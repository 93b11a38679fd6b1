/** `alloc-trace merge *.json`: one report of several. */
import { mergeReports, NotMergeable } from "../analysis/merge.js";
import type { CommandModule } from "./commands.js";
import { loadConfig } from "./config.js";
import { deliverReport } from "./deliver.js";
import type { Host } from "./host.js";
import { readReport } from "./report-file.js";
import { reportTargets } from "./report-targets.js";
import { addReportOptions, formatsHelp, typedSettings } from "./run-options.js";
import { workingDirectory } from "./run-script.js";
import { DEFAULTS, type Settings } from "./settings.js";
import { UserError } from "./user-error.js";

const EXAMPLES = `
Examples:
  alloc-trace merge shard-*.json -o all.json      the shards of a CI matrix as one report
  alloc-trace merge shard-*.json --format text    and what it says

Figures of the same expression add up; needed too, since the runs share no buffer.
The exit code is 0, or 2 for a mistake in the command or in a report.`;

export const build: CommandModule["build"] = (command, host) => {
  addReportOptions(
    command
      .description("Makes one report of several that --json has saved.")
      .usage("[options] <report.json>…")
      .argument("<reports...>", "the reports")
      .helpOption("-h, --help", "print this help")
      .addHelpText("after", () => `${formatsHelp()}\n${EXAMPLES}`)
      .optionsGroup("Report:"),
    "the merged report to FILE instead of stdout, as JSON if nothing else is said",
  ).action(async (names: string[]) => {
    await merge(host, names, typedSettings(command));
  });
};

async function merge(host: Host, names: readonly string[], flags: Partial<Settings>): Promise<void> {
  const cwd = workingDirectory(host);
  const read = [];
  for (const name of names) read.push(await readReport(name, cwd));
  const { top, sort, by, all, min, frames, color } = { ...DEFAULTS, ...(await loadConfig(cwd)).settings, ...flags };
  const { format, output } = { ...DEFAULTS, ...flags };
  const wanted = format.length > 0 ? format : [{ format: "json" as const, file: null }];
  const source = { path: read[0]?.path ?? "", what: "the report that is read" };
  const targets = reportTargets({ format: wanted, output }, cwd, source, host);
  for (const { to } of targets) {
    if (typeof to === "object" && read.some(({ path }) => path === to.path)) {
      throw new UserError("the merged report would replace one of those it is made of", "name another file");
    }
  }
  try {
    const report = mergeReports(read.map((one) => one.report));
    await deliverReport(
      report,
      { settings: { top, sort, by, all, min, frames, color }, targets, cwd, confined: true },
      host,
    );
  } catch (error) {
    if (!(error instanceof NotMergeable)) throw error;
    throw new UserError(error.message, error.mend);
  }
}
