/** `alloc-trace report A.json`: a report that a run has saved, rendered again. */
import type { CommandModule } from "./commands.js";
import { loadConfig } from "./config.js";
import { deliverReport } from "./deliver.js";
import type { Host } from "./host.js";
import { readReport } from "./report-file.js";
import { reportTargets } from "./report-targets.js";
import { addReportOptions, formatsHelp, typedSettings } from "./run-options.js";
import { DEFAULTS, type Settings } from "./settings.js";
import { UserError } from "./user-error.js";

const EXAMPLES = `
Examples:
  alloc-trace --json=report.json sim.ts              save one
  alloc-trace report report.json                     the text, as the run printed it
  alloc-trace report report.json --format sarif=out.sarif --format markdown=summary.md
  alloc-trace report report.json --format pprof=alloc.pb.gz && go tool pprof -http=: alloc.pb.gz

Code is shown as the files under the working directory have it now. The exit code is 0, or 2 for a mistake in the
command or in the report.`;

export const build: CommandModule["build"] = (command, host) => {
  addReportOptions(
    command
      .description("Renders a report that --json has saved.")
      .usage("[options] <report.json>")
      .argument("[report]", "the JSON report; - for stdin")
      .helpOption("-h, --help", "print this help")
      .addHelpText("after", () => `${formatsHelp()}\n${EXAMPLES}`)
      .optionsGroup("Report:"),
    "report to FILE instead of stdout",
  ).action(async (name: string | undefined) => {
    await renderAgain(host, name, typedSettings(command));
  });
};

async function renderAgain(host: Host, name: string | undefined, flags: Partial<Settings>): Promise<void> {
  if (name === undefined) {
    throw new UserError("no report given", "name a saved one, as in: alloc-trace report report.json");
  }
  const cwd = host.cwd();
  const { report, path } = await readReport(name, cwd);
  // Where a run's reports go is not where this one goes: of the configuration, only how it looks.
  const { top, sort, by, all, min, frames, color } = { ...DEFAULTS, ...(await loadConfig(cwd)).settings, ...flags };
  const { format, output } = { ...DEFAULTS, ...flags };
  const targets = reportTargets({ format, output }, cwd, { path, what: "the report that is read" }, host);
  await deliverReport(
    report,
    { settings: { top, sort, by, all, min, frames, color }, targets, cwd, confined: true },
    host,
  );
}
