/** `alloc-trace diff A.json B.json`: what B makes more than A. */
import { Option } from "commander";
import { compare } from "../baseline/compare.js";
import { inOrder } from "../baseline/judge.js";
import { snapshotOf, totalsOf } from "../baseline/site.js";
import { toleranceOf } from "../baseline/tolerance.js";
import type { Report } from "../report/report.js";
import type { CommandModule } from "./commands.js";
import { loadConfig } from "./config.js";
import { deliverFindings } from "./findings-delivery.js";
import { toleranceFlag } from "./gate-values.js";
import type { Ending, Host } from "./host.js";
import { quote } from "./quote.js";
import { readReport } from "./report-file.js";
import { gateTargets } from "./report-targets.js";
import { addGateReportOptions, fitted, formatsHelp, typedSettings } from "./run-options.js";
import { workingDirectory } from "./run-script.js";
import { DEFAULTS, type Settings } from "./settings.js";
import { EXIT, UserError } from "./user-error.js";
import { toolVersion } from "./version.js";

const EXAMPLES = `
Examples:
  alloc-trace --json=before.json sim.ts        save one, change the code, save another
  alloc-trace diff before.json after.json      what is new, what rose, what fell
  alloc-trace diff --rates before.json after.json

The exit code is 0 when nothing rose, 1 when something did, and 2 for a mistake in the command or in a report.`;

export const build: CommandModule["build"] = (command, host, finish) => {
  command
    .description("Compares two reports that --json has saved.")
    .usage("[options] <before.json> <after.json>")
    .argument("<reports...>", "the two reports")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", () => `${formatsHelp()}\n${EXAMPLES}`)
    .optionsGroup("Comparison:")
    .addOption(
      new Option("--tolerance <LIST>", "such as allocated=10,bytes=1% (none)").argParser(fitted(toleranceFlag)),
    )
    .addOption(new Option("--rates", "compare per iteration and per call, however long the runs"))
    .optionsGroup("Report:");
  addGateReportOptions(command).action(async (names: string[]) => {
    finish(await diff(host, names, typedSettings(command)));
  });
};

async function diff(host: Host, names: readonly string[], flags: Partial<Settings>): Promise<Ending> {
  const [first, second, ...others] = names;
  if (first === undefined || second === undefined || others.length > 0) {
    throw new UserError(
      `diff takes two reports, and ${names.length} were given`,
      "type: alloc-trace diff A.json B.json",
    );
  }
  const cwd = workingDirectory(host);
  const before = await readReport(first, cwd);
  const after = await readReport(second, cwd);
  const { color, tolerance, rates } = (await loadConfig(cwd)).settings;
  const chosen = {
    ...(color === undefined ? {} : { color }),
    ...(tolerance ? { tolerance } : {}),
    ...(rates ? { rates } : {}),
  };
  const settings: Settings = { ...DEFAULTS, ...chosen, ...flags };
  const targets = gateTargets(settings, cwd, { path: after.path, what: "the report that is read" }, host);
  const [old, now] = [snapshotOf(before.report, []), snapshotOf(after.report, [])];
  const compared = compare(old, now, {
    by: settings.rates ? "rates" : "counts",
    tolerance: toleranceOf(settings.tolerance),
    improvements: "note",
    reference: quote(first),
    notSeen: notSeenIn(after.report),
  });
  const findings = inOrder(compared.findings.map((finding) => ({ ...finding, mend: "" })));
  const clean = !findings.some(({ severity }) => severity === "error");
  const { unchanged, improved } = compared;
  await deliverFindings(
    {
      version: 1,
      tool: toolVersion(),
      scripts: [after.report.script],
      clean,
      findings,
      unchanged,
      improved,
      ended: [],
      totals: [{ script: after.report.script, before: totalsOf(old), after: totalsOf(now) }],
      growth: [],
    },
    { settings, targets, cwd },
    host,
  );
  return { code: clean ? EXIT.clean : EXIT.regression };
}

function notSeenIn(report: Report): Map<string, string> {
  return new Map(report.notSeen.flatMap(({ path, why }) => (path === undefined ? [] : [[path, why] as const])));
}
