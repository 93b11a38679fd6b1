/** All that a gate measured, held against the baseline, the budgets and the laws: findings out. Pure. */
import type { Finding, Findings, GrowthLaw } from "../report/finding.js";
import { count } from "../report/numbers.js";
import type { Report } from "../report/report.js";
import type { Baseline } from "./baseline-file.js";
import { type Budget, highest, overBudget, unknownNames } from "./budget.js";
import { compare } from "./compare.js";
import { about, whole } from "./findings.js";
import { growthOf, type Point } from "./growth.js";
import { type Snapshot, totalsOf } from "./site.js";
import type { Tolerance } from "./tolerance.js";

/** One script at one size. */
export interface Measured {
  /** As in the report; several sizes of one script share it. */
  script: string;
  /** Null without `--scale`. */
  size: number | null;
  /** One for each run, at least one. */
  reports: Report[];
  /** Of all runs; its `script` is what the baseline calls it: with the size behind it. */
  snapshot: Snapshot;
}

export interface Judged {
  tool: string;
  /** By script, then by size. */
  measured: Measured[];
  /** Null where there is none, and budgets alone hold. */
  baseline: Baseline | null;
  /** By script: what it is held to. */
  budgets: ReadonlyMap<string, readonly Budget[]>;
  /** Name of the size. */
  name: string | null;
  tolerance: Tolerance;
  ratchet: boolean;
  rates: boolean;
  /** Everything that the configuration lists was run, so what else the baseline has is left over. */
  complete: boolean;
}

export function judge(judged: Judged): Findings {
  const findings: Finding[] = [];
  let unchanged = 0;
  let improved = 0;
  for (const one of judged.measured) {
    const compared = compareOne(judged, one);
    findings.push(...compared.findings, ...budgetFindings(judged, one));
    unchanged += compared.unchanged;
    improved += compared.improved;
  }
  const growth: GrowthLaw[] = [];
  for (const script of scriptsOf(judged)) {
    const sizes = judged.measured.filter((one) => one.script === script && one.size !== null);
    if (judged.name === null || sizes.length === 0) continue;
    growth.push(...growthLaws(sizes, judged.name));
    findings.push(...lawFindings(sizes, judged.budgets.get(script) ?? [], judged.name));
  }
  if (judged.complete) findings.push(...leftOver(judged));
  const sorted = inOrder(findings);
  return {
    version: 1,
    tool: judged.tool,
    scripts: scriptsOf(judged),
    clean: !sorted.some(({ severity }) => severity === "error"),
    findings: sorted,
    unchanged,
    improved,
    ended: judged.measured.map(({ reports, snapshot }) => ({
      ...(reports[0] as Report).ended,
      script: snapshot.script,
    })),
    totals: judged.measured.map(({ snapshot }) => {
      const before = judged.baseline?.scripts.get(snapshot.script);
      return {
        script: snapshot.script,
        before: before === undefined ? null : totalsOf(before),
        after: totalsOf(snapshot),
      };
    }),
    growth,
  };
}

function scriptsOf({ measured }: Judged): string[] {
  return [...new Set(measured.map(({ script }) => script))];
}

function compareOne(judged: Judged, { script, snapshot, reports }: Measured): ReturnType<typeof compare> {
  const nothing = { findings: [], unchanged: 0, improved: 0 };
  if (judged.baseline === null) return { ...nothing, findings: unstableAlone(snapshot) };
  const before = judged.baseline.scripts.get(snapshot.script);
  if (before === undefined) {
    return { ...nothing, findings: [notInBaseline(script, snapshot.script), ...unstableAlone(snapshot)] };
  }
  const notSeen = new Map(
    reports.flatMap((report) => report.notSeen.flatMap(({ path, why }) => (path === undefined ? [] : [[path, why]]))),
  );
  const otherArgs = before.args.join("\0") !== snapshot.args.join("\0");
  const by = judged.rates || otherArgs ? "rates" : "counts";
  const { tolerance } = judged;
  const improvements = judged.ratchet ? "ratchet" : "count";
  const compared = compare(before, snapshot, { by, tolerance, improvements, reference: "the baseline", notSeen });
  if (otherArgs && !judged.rates) compared.findings.push(otherArguments(before, snapshot));
  return compared;
}

/** Said even where nothing is compared: a budget may pass by luck. */
function unstableAlone(snapshot: Snapshot): Finding[] {
  const found = compare(snapshot, snapshot, {
    by: "counts",
    tolerance: () => ({ absolute: 0, relative: 0 }),
    improvements: "count",
    reference: "",
    notSeen: new Map(),
  });
  return found.findings;
}

function notInBaseline(script: string, run: string): Finding {
  return {
    ...whole(run, "run", script),
    rule: "alloc-unseen",
    severity: "note",
    message: "the baseline has no entry for this run, so only budgets and laws were looked at",
    mend: "add it: alloc-trace check --update",
  };
}

function otherArguments(before: Snapshot, { script, args }: Snapshot): Finding {
  const words = (list: readonly string[]): string => (list.length === 0 ? "none" : list.join(" "));
  return {
    ...whole(script, "run", script),
    rule: "alloc-unseen",
    severity: "note",
    message:
      `its arguments are not the baseline's (${words(args)}, not ${words(before.args)}), so it may run longer or ` +
      "shorter: compared per iteration and per call",
    mend: "run it with the baseline's arguments to compare exact counts",
  };
}

function budgetFindings({ budgets, name }: Judged, { script, size, reports, snapshot }: Measured): Finding[] {
  const values = new Map(name === null || size === null ? [] : [[name, size]]);
  const own = budgets.get(script) ?? [];
  const unasked = own.filter((budget) => unknownNames(budget, values).length > 0);
  return [
    ...reports
      .flatMap((report) => overBudget(report, own, values))
      .map((found) => ({ ...found, script: snapshot.script })),
    ...unasked.map((budget) => lawNotAsked(snapshot.script, budget, unknownNames(budget, values))),
  ];
}

function lawNotAsked(script: string, budget: Budget, names: readonly string[]): Finding {
  const name = names.join(", ");
  return {
    ...whole(script, "run", script),
    rule: "alloc-growth",
    severity: "warning",
    key: `${script}::${budget.law.text}`,
    metric: budget.law.metric,
    message: `the law \`${budget.law.text}\` speaks of ${name}, and this run has no ${name}: it was not checked`,
    mend: `check it at several sizes: alloc-trace check --scale ${names[0] ?? "N"}=1000,2000,4000,8000`,
  };
}

/** What the counts of several sizes say of sizes that were not run. */
function lawFindings(sizes: readonly Measured[], budgets: readonly Budget[], name: string): Finding[] {
  const script = sizes[0]?.script ?? "";
  return budgets.flatMap((budget): Finding[] => {
    const { law } = budget;
    if (!law.variables.has(name) || [...law.variables].some((variable) => variable !== name)) return [];
    const points = sizes.map(({ size, reports }) => ({ n: size ?? 0, value: highest(reports[0] as Report, budget) }));
    if (points.some(({ value }) => !Number.isInteger(value))) return [];
    const growth = growthOf(points, name);
    const finding = {
      ...whole(script, "run", script),
      rule: "alloc-growth" as const,
      key: `${script}::${law.text}`,
      metric: law.metric,
      mend: `make it grow more slowly, or write another law in ${budget.source}`,
    };
    const largest = points.at(-1)?.n ?? 1;
    if (growth.at === null) {
      const message =
        `no law fits ${law.metric} exactly (${growth.text}): \`${law.text}\` was checked at the sizes that were run, ` +
        `up to ${name} = ${count(largest)}, and nothing is known beyond`;
      return [{ ...finding, severity: "warning", message, mend: "run more sizes, or sizes that double" }];
    }
    const broken = firstBreach(growth.at, (n) => law.limit(new Map([[name, n]])), largest);
    if (broken === null) return [];
    const message =
      `${law.metric} follows ${growth.text} (${growth.kind}), which passes \`${law.text}\` beyond the sizes that were ` +
      `run, at about ${name} = ${count(broken)}`;
    return [{ ...finding, severity: "error", message }];
  });
}

const DOUBLINGS = 40;

/** The first doubling of the largest size at which the counts are above the limit, or null. */
function firstBreach(at: (n: number) => number, limit: (n: number) => number, largest: number): number | null {
  for (let doubling = 1; doubling <= DOUBLINGS; doubling++) {
    const n = largest * 2 ** doubling;
    const most = limit(n);
    const value = at(n);
    if (value > most + Math.abs(most) * 1e-9) return n;
  }
  return null;
}

/** Of the whole run, then of each line that makes arrays, the fastest growing first. */
function growthLaws(sizes: readonly Measured[], name: string): GrowthLaw[] {
  const script = sizes[0]?.script ?? "";
  const ns = sizes.map(({ size }) => size ?? 0);
  const law = (values: number[], rest: Pick<GrowthLaw, "key" | "file" | "region" | "text" | "metric">): GrowthLaw => {
    const points: Point[] = ns.map((n, index) => ({ n, value: values[index] ?? 0 }));
    const { kind, text, exact } = growthOf(points, name);
    return { script, name, sizes: ns, values, ...rest, kind, law: text, exact };
  };
  const full = sizes.every(({ snapshot }) => snapshot.mode === "full");
  const run = { key: script, file: script, region: null, text: "" };
  const totals = (["allocated", ...(full ? (["needed", "reusable"] as const) : [])] as const).map((metric) =>
    law(
      sizes.map(({ reports }) => (reports[0] as Report).totals[metric]),
      { ...run, metric },
    ),
  );
  const last = sizes.at(-1)?.snapshot.sites ?? [];
  const tables = sizes.map(({ snapshot }) => new Map(snapshot.sites.map((site) => [site.key, site])));
  const sites = last
    .filter((site) => !tables.some((table) => table.get(site.key)?.unstable))
    .map((site) => {
      const { key, file, region, text } = about(script, site);
      return law(
        tables.map((table) => table.get(site.key)?.allocated ?? 0),
        { key, file, region, text, metric: "allocated" },
      );
    });
  return [...totals, ...sites.sort((a, b) => (b.values.at(-1) ?? 0) - (a.values.at(-1) ?? 0))];
}

function leftOver({ baseline, measured }: Judged): Finding[] {
  const run = new Set(measured.map(({ snapshot }) => snapshot.script));
  const sized = measured.some(({ size }) => size !== null);
  const names = [...(baseline?.scripts.keys() ?? [])].filter(
    (name) => !run.has(name) && / \[.*\]$/.test(name) === sized,
  );
  return names.map((name) => ({
    ...whole(name, "run", name),
    rule: "alloc-unseen",
    severity: "note",
    message: "the baseline has an entry for it, and it is not among the scripts that were run",
    mend: "take it out of the baseline: alloc-trace check --update",
  }));
}

/** A site that rises at every size, or in every run, is said once: where it rises most. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const script = finding.script.replace(/ \[[^\]]*\]$/, "");
    const name = JSON.stringify([finding.rule, script, finding.key, finding.metric]);
    const known = kept.get(name);
    if (known === undefined || riseOf(finding) > riseOf(known)) kept.set(name, finding);
  }
  return [...kept.values()];
}

/** Worst first, each thing once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return worstFirst(onceEach(findings));
}

const SEVERITIES = ["error", "warning", "note"];

function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      riseOf(b) - riseOf(a) ||
      byText(a.file, b.file) ||
      (a.region?.line ?? 0) - (b.region?.line ?? 0) ||
      byText(a.key, b.key) ||
      byText(a.rule, b.rule),
  );
}

function riseOf({ before, after }: Finding): number {
  return (after ?? 0) - (before ?? 0);
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
