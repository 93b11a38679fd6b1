/** `alloc-trace check`: runs scripts and fails when they allocate more than their baseline or their budgets allow. */
import { Option } from "commander";
import type { Budget } from "../baseline/budget.js";
import { judge } from "../baseline/judge.js";
import { limitOf } from "../baseline/law.js";
import { toleranceOf } from "../baseline/tolerance.js";
import type { Findings } from "../report/finding.js";
import { BaselineStore } from "./baseline-store.js";
import { writeSnippet } from "./ci-snippet.js";
import type { CommandModule } from "./commands.js";
import { loadConfig } from "./config.js";
import { written } from "./deliver.js";
import { findScripts } from "./find-scripts.js";
import { deliverFindings } from "./findings-delivery.js";
import { budgetsFor, type GateContext, measure } from "./gate.js";
import { Abandoned, ScriptFailed } from "./gate-run.js";
import { law, scale, toleranceFlag } from "./gate-values.js";
import type { Ending, Host } from "./host.js";
import { quote } from "./quote.js";
import { renderOptions } from "./render-options.js";
import { gateTargets, type Target } from "./report-targets.js";
import {
  addGateReportOptions,
  addTracingOptions,
  fitted,
  formatsHelp,
  gathered,
  typedSettings,
} from "./run-options.js";
import { workingDirectory } from "./run-script.js";
import { DEFAULTS, type Settings } from "./settings.js";
import { EXIT, UserError } from "./user-error.js";
import { fileName, wholeNumber } from "./values.js";
import { toolVersion } from "./version.js";

const EXAMPLES = `
Examples:
  alloc-trace check --init bench/sim.ts        make the baseline, and a workflow that checks it
  alloc-trace check                            the scripts of the configuration
  alloc-trace check bench/sim.ts -- 1000       what follows -- are the script's arguments
  alloc-trace check --update                   accept what the code makes now
  alloc-trace check --max-reusable 0 sim.ts    a budget; no baseline is needed
  alloc-trace check --scale N=1000,2000,4000,8000 --budget "allocated <= 2*N + 3" sim.ts -- {N}
  alloc-trace check --runs 2 sim.ts            find out what differs from run to run

Exit codes: 0 nothing allocates more; 1 it does, or a budget is broken; 2 a mistake in the command, the configuration
or the baseline; 3 a script failed; 70 a fault of ours.`;

/** What is asked of the command alone. */
interface Flags {
  update?: true;
  init?: true;
  budget?: Budget[];
  maxAllocated?: number;
  maxReusable?: number;
  maxPerIteration?: number;
}

export const build: CommandModule["build"] = (command, host, finish) => {
  const most = (text: string): number => wholeNumber(text, 0);
  command
    .description("Fails when a script allocates more than its baseline, or than its budgets allow.")
    .usage("[options] [script…] [-- script arguments…]")
    .argument("[scripts...]", "scripts or patterns; those of the configuration if none is given")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", () => `${formatsHelp()}\n${EXAMPLES}`)
    .optionsGroup("Gate:")
    .addOption(new Option("--baseline <FILE>", `the baseline (${DEFAULTS.baseline})`).argParser(fitted(fileName)))
    .addOption(new Option("--update", "write what the scripts make now into the baseline"))
    .addOption(new Option("--init", "make a first baseline, and a workflow for GitHub"))
    .addOption(new Option("--max-allocated <N>", "most arrays that a run may make").argParser(fitted(most)))
    .addOption(new Option("--max-reusable <N>", "most of them that could have reused another").argParser(fitted(most)))
    .addOption(new Option("--max-per-iteration <N>", "most arrays per iteration of any loop").argParser(fitted(amount)))
    .addOption(new Option("--budget <LAW>", 'such as "allocated <= 2*N + 3"; repeatable').argParser(gathered(budget)))
    .addOption(
      new Option("--tolerance <LIST>", "such as allocated=10,bytes=1% (none)").argParser(fitted(toleranceFlag)),
    )
    .addOption(new Option("--ratchet", "an improvement must be written into the baseline too"))
    .addOption(new Option("--rates", "compare per iteration and per call, however long the run"))
    .addOption(new Option("--runs <K>", "run each script K times: what differs is named (1)").argParser(fitted(times)))
    .addOption(new Option("--scale <SIZES>", "such as N=1000,2000,4000: find growth laws").argParser(fitted(scale)))
    .optionsGroup("Report:");
  addGateReportOptions(command);
  addTracingOptions(command).action(async (words: string[]) => {
    const end = host.argv.indexOf("--");
    const args = end < 0 ? [] : host.argv.slice(end + 1);
    const scripts = words.slice(0, words.length - args.length);
    finish(await check(host, command.opts<Flags>(), typedSettings(command), scripts, args));
  });
};

function amount(text: string): number {
  return /^\d+\.\d+$/.test(text) ? Number(text) : wholeNumber(text, 0);
}

function times(text: string): number {
  return wholeNumber(text, 1);
}

function budget(text: string): Budget {
  return { scope: { of: "run" }, law: law(text), source: "--budget" };
}

async function check(
  host: Host,
  flags: Flags,
  typed: Partial<Settings>,
  scripts: readonly string[],
  args: string[],
): Promise<Ending> {
  const cwd = workingDirectory(host);
  const config = await loadConfig(cwd);
  // Where a run's report goes is not where the findings go.
  const { json, format, output, quiet, ...configured } = config.settings;
  const settings: Settings = { ...DEFAULTS, ...configured, ...typed };
  const entries = scripts.length > 0 ? scripts.map((glob) => ({ glob, args })) : settings.scripts;
  if (entries.length === 0) {
    throw new UserError(
      "no script to check",
      'name one, as in: alloc-trace check sim.ts, or list them in the configuration: "scripts": ["bench/*.ts"]',
    );
  }
  if (flags.update && flags.init) throw new UserError("--update and --init do not go together", "leave one out");
  const context: GateContext = { settings, cwd, tool: toolVersion(), host };
  const store = new BaselineStore(settings.baseline, cwd);
  if (flags.init && store.exists()) {
    throw new UserError(`${store.shown} exists already`, "write the new figures into it: alloc-trace check --update");
  }
  const found = await findScripts(entries, cwd);
  const targets = gateTargets(settings, cwd, { path: found[0]?.script.path ?? "", what: "the script" }, host);
  const gate = { context, store, targets, found, budgets: typedBudgets(flags), complete: scripts.length === 0 };
  try {
    if (flags.update || flags.init) return await update(gate, flags.init === true);
    return await compareAll(gate);
  } catch (error) {
    if (error instanceof Abandoned) return { signal: "SIGINT" };
    if (error instanceof ScriptFailed) await deliverFailure(error, gate);
    throw error;
  }
}

interface Gate {
  context: GateContext;
  store: BaselineStore;
  targets: readonly Target[];
  found: Awaited<ReturnType<typeof findScripts>>;
  budgets: Budget[];
  complete: boolean;
}

function typedBudgets({ budget = [], maxAllocated, maxReusable, maxPerIteration }: Flags): Budget[] {
  const limit = (
    metric: "allocated" | "reusable" | "perIteration",
    most: number | undefined,
    source: string,
  ): Budget[] => (most === undefined ? [] : [{ scope: { of: "run" }, law: limitOf(metric, most), source }]);
  return [
    ...budget,
    ...limit("allocated", maxAllocated, "--max-allocated"),
    ...limit("reusable", maxReusable, "--max-reusable"),
    ...limit("perIteration", maxPerIteration, "--max-per-iteration"),
  ];
}

async function update({ context, store, found, complete }: Gate, first: boolean): Promise<Ending> {
  // Read before the scripts run: a baseline that cannot be read is not written over, and nobody waits to hear it.
  const known = store.exists() ? store.read().scripts : new Map<string, never>();
  const measured = await measure(found, context);
  const fresh = measured.map(({ snapshot }) => [snapshot.script, snapshot] as const);
  const kept = complete ? [] : [...known];
  const changed = store.write({ scripts: new Map([...kept, ...fresh]) });
  const sites = fresh.reduce((sum, [, { sites }]) => sum + sites.length, 0);
  const what = `${fresh.length} run${fresh.length === 1 ? "" : "s"} with ${sites} site${sites === 1 ? "" : "s"}`;
  const unstable = fresh.reduce((sum, [, { sites }]) => sum + sites.filter((site) => site.unstable).length, 0);
  const warning = unstable === 0 ? "" : `; ${unstable} of them differ from run to run and will not be compared`;
  const said = changed ? `wrote ${store.shown}: ${what}` : `${store.shown} says so already: ${what}`;
  await written(context.host.stdout, `${said}${warning}\n`);
  if (first) await writeSnippet(context, found);
  return { code: EXIT.clean };
}

async function compareAll({ context, store, targets, found, budgets, complete }: Gate): Promise<Ending> {
  const { settings, cwd, tool, host } = context;
  const exists = store.exists();
  if (!exists && budgets.length === 0 && settings.budgets.length === 0 && settings.scale === null) {
    throw new UserError(`${store.shown} does not exist`, `make it: alloc-trace check --init ${wordsOf(found)}`);
  }
  const baseline = exists ? store.read() : null;
  const measured = await measure(found, context);
  const { readSource } = renderOptions(settings, cwd, host, "file");
  const held = budgetsFor(measured, budgets, settings.budgets, readSource);
  const missing = measured.filter(({ snapshot }) => exists && !baseline?.scripts.has(snapshot.script));
  const [without] = missing.filter(({ script, size }) => size === null && (held.get(script) ?? []).length === 0);
  if (without !== undefined) {
    throw new UserError(
      `${store.shown} has no entry for ${quote(without.script)}`,
      `add it: alloc-trace check --update ${without.script}`,
    );
  }
  const findings = judge({
    tool,
    measured,
    baseline,
    budgets: held,
    name: settings.scale?.name ?? null,
    tolerance: toleranceOf(settings.tolerance),
    ratchet: settings.ratchet,
    rates: settings.rates,
    complete,
  });
  if (!complete) nameScripts(findings, found, settings.scale);
  await deliverFindings(findings, { settings, targets, cwd }, host);
  return { code: findings.clean ? EXIT.clean : EXIT.regression };
}

const UPDATE = "alloc-trace check --update";

/** What accepts a finding runs what was run: without scripts on the command line, those of the configuration. */
function nameScripts(findings: Findings, found: Gate["found"], scale: Settings["scale"]): void {
  const sizes = scale === null ? "" : ` --scale ${scale.name}=${scale.sizes.join(",")}`;
  const args = found[0]?.args ?? [];
  const words = [...found.map(({ script }) => script.word), ...(args.length > 0 ? ["--", ...args] : [])];
  for (const finding of findings.findings) {
    finding.mend = finding.mend.replace(UPDATE, () => `${UPDATE}${sizes} ${words.map(shellWord).join(" ")}`);
  }
}

/** As a shell takes it. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function wordsOf(found: Gate["found"]): string {
  return found.map(({ script }) => script.word).join(" ");
}

/** For programs: that a script failed, and how. Other formats would say of an empty list that all is well. */
async function deliverFailure({ ended }: ScriptFailed, { context, targets }: Gate): Promise<void> {
  const { settings, cwd, tool, host } = context;
  const findings: Findings = {
    version: 1,
    tool,
    scripts: [ended.script],
    clean: false,
    findings: [],
    unchanged: 0,
    improved: 0,
    ended: [ended],
    totals: [],
    growth: [],
  };
  const json = targets.filter(({ format }) => format === "json");
  await deliverFindings(findings, { settings, targets: json, cwd }, host);
}
