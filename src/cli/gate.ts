/** Runs what is to be checked and gathers the budgets that it is held to. */
import type { Budget } from "../baseline/budget.js";
import type { Measured } from "../baseline/judge.js";
import { type Snapshot, snapshotOf } from "../baseline/site.js";
import { SourceBudgetFault, sourceBudgets } from "../baseline/source-budgets.js";
import { steady } from "../baseline/stability.js";
import type { Report } from "../report/report.js";
import type { FoundScript } from "./find-scripts.js";
import { runForReport } from "./gate-run.js";
import type { Host } from "./host.js";
import { quote } from "./quote.js";
import type { BudgetEntry, Settings } from "./settings.js";
import { UserError } from "./user-error.js";

export interface GateContext {
  settings: Settings;
  cwd: string;
  tool: string;
  host: Host;
}

/** Every script, at every size, as often as it is to be run: one after the other, since they share the machine. */
export async function measure(scripts: readonly FoundScript[], context: GateContext): Promise<Measured[]> {
  const { scale, runs } = context.settings;
  const measured: Measured[] = [];
  for (const { script, args } of scripts) {
    for (const size of scale?.sizes ?? [null]) {
      const name = scale?.name ?? "";
      const env: Record<string, string> = size === null ? {} : { [name]: String(size) };
      const words = size === null ? args : args.map((word) => word.replaceAll(`{${name}}`, String(size)));
      const reports: Report[] = [];
      for (let run = 0; run < runs; run++) {
        reports.push(await runForReport({ script, args: words, env, ...context }, context.host));
      }
      const [first] = reports as [Report];
      const label = size === null ? first.script : `${first.script} [${name}=${size}]`;
      const snapshots = reports.map((report): Snapshot => ({ ...snapshotOf(report, words), script: label }));
      measured.push({ script: first.script, size, reports, snapshot: steady(snapshots) });
    }
  }
  return measured;
}

/** By script: what the command and the configuration say, and what stands in the source of its files. */
export function budgetsFor(
  measured: readonly Measured[],
  typed: readonly Budget[],
  configured: readonly BudgetEntry[],
  readSource: (path: string) => string | null,
): Map<string, Budget[]> {
  const general = [
    ...typed,
    ...configured.map(
      ({ glob, law }): Budget => ({
        scope: glob === null ? { of: "run" } : { of: "files", glob },
        law,
        source: `"budgets" of the configuration`,
      }),
    ),
  ];
  const known = new Map<string, Budget[]>();
  const inSource = (path: string): Budget[] => {
    const found = known.get(path) ?? budgetsIn(path, readSource(path) ?? "");
    known.set(path, found);
    return found;
  };
  const budgets = new Map<string, Budget[]>();
  for (const { script, reports } of measured) {
    const files = reports.flatMap((report) => report.files).filter(({ dependency }) => dependency === null);
    const paths = new Set(files.map(({ path }) => path));
    const all = new Set([...(budgets.get(script) ?? general), ...[...paths].flatMap(inSource)]);
    budgets.set(script, [...all]);
  }
  return budgets;
}

function budgetsIn(path: string, source: string): Budget[] {
  try {
    return sourceBudgets(path, source);
  } catch (error) {
    if (!(error instanceof SourceBudgetFault)) throw error;
    throw new UserError(`the budget at ${quote(path).slice(1, -1)}:${error.line} ${error.what}`, error.mend);
  }
}
