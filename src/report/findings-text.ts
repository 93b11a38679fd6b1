/** What a gate found, for a person at a terminal: the worst with their code, the others in a line each; one screen. */
import { Chalk, type ChalkInstance } from "chalk";
import { codeFrame } from "./code-frame.js";
import { type Finding, type Findings, type GrowthLaw, RULES, type RunTotals } from "./finding.js";
import { cutEnd, wrap } from "./fit.js";
import { bytes, count, counted } from "./numbers.js";
import { LEAST_COLUMNS, MOST_COLUMNS, type RenderOptions } from "./options.js";
import { visible } from "./visible.js";

/** Findings shown with their code, and those shown in a line; the other formats have all of them. */
const FRAMES = 2;
const LINES = 8;
const LAWS = 6;

const MARKS = { error: "✖", warning: "!", note: "·" } as const;

export function renderTextFindings(findings: Findings, options: RenderOptions): string {
  const columns = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, Math.floor(options.columns) || LEAST_COLUMNS));
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const blocks = [headline(findings, options, columns, chalk)];
  const shown = findings.findings.slice(0, options.all ? undefined : FRAMES + LINES);
  const framed = options.frames ? shown.slice(0, FRAMES) : [];
  for (const finding of framed) blocks.push(block(finding, options, columns, chalk));
  const rest = shown.slice(framed.length).flatMap((finding) => row(finding, columns, chalk));
  const left = findings.findings.length - shown.length;
  if (left > 0) rest.push(chalk.dim(`${counted(left, "other finding")} not listed; --all lists them`));
  if (rest.length > 0) blocks.push(rest);
  blocks.push(...growthBlocks(findings.growth, options.all, columns, chalk));
  const mends = mendBlock(findings, columns);
  if (mends.length > 0) blocks.push(mends);
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headline(findings: Findings, options: RenderOptions, columns: number, chalk: ChalkInstance): string[] {
  const of = (severity: Finding["severity"]): number =>
    findings.findings.filter((finding) => finding.severity === severity).length;
  const scripts = visible(findings.scripts.join(", "));
  const unchanged = `${counted(findings.unchanged, "site")} as ${findings.unchanged === 1 ? "it was" : "they were"}`;
  const parts = [
    ...(of("error") > 0 ? [counted(of("error"), "regression")] : []),
    ...(of("warning") > 0 ? [counted(of("warning"), "warning")] : []),
    ...(of("note") > 0 ? [counted(of("note"), "note")] : []),
    unchanged,
    ...(findings.improved > 0 ? [`${count(findings.improved)} better`] : []),
  ];
  const verdict = findings.clean ? "nothing allocates more" : "allocates more than it may";
  const line = wrap(`${scripts}: ${verdict} (${parts.join(", ")})`, columns, 0, 2);
  const lines = line.map((part) => (findings.clean ? chalk.green(part) : chalk.red.bold(part)));
  if (findings.improved > 0 && findings.clean) {
    lines.push(...wrap("write the better figures down: alloc-trace check --update", columns, 2, 4));
  }
  lines.push(...findings.totals.slice(0, options.all ? undefined : 4).flatMap((run) => totalsLine(run, columns)));
  return lines;
}

/** `sim.ts: 1,000 → 2,000 made, 3 needed, 997 → 1,997 reusable, 24 kB → 48 kB`. */
function totalsLine({ script, before, after }: RunTotals, columns: number): string[] {
  const change = (old: number | undefined, now: number, text: (value: number) => string): string =>
    old === undefined || old === now ? text(now) : `${text(old)} → ${text(now)}`;
  const figures = [
    `${change(before?.allocated, after.allocated, count)} made`,
    `${change(before?.needed, after.needed, count)} needed`,
    `${change(before?.reusable, after.reusable, count)} reusable`,
    change(before?.bytes, after.bytes, bytes),
  ];
  return wrap(`${visible(script)}: ${figures.join(", ")}`, columns, 2, 4);
}

function block(finding: Finding, options: RenderOptions, columns: number, chalk: ChalkInstance): string[] {
  const { region, file, text } = finding;
  const source = region === null ? null : options.readSource(file);
  const frame = source === null || region === null ? null : codeFrame(source, { ...region, text }, columns, chalk);
  const said = wrap(visible(finding.message), columns, 2, 4);
  return [...head(finding, columns, chalk), ...(frame ?? []), ...said];
}

function head(finding: Finding, columns: number, chalk: ChalkInstance): string[] {
  const color = finding.severity === "error" ? chalk.red : finding.severity === "warning" ? chalk.yellow : chalk.dim;
  const title = RULES[finding.rule].title;
  return wrap(`${MARKS[finding.severity]} ${placeOf(finding)}  ${title} (${finding.rule})`, columns, 0, 2).map((part) =>
    color(part),
  );
}

function row(finding: Finding, columns: number, chalk: ChalkInstance): string[] {
  const color = finding.severity === "error" ? chalk.red : finding.severity === "warning" ? chalk.yellow : chalk.dim;
  const [first = "", ...others] = wrap(
    `${MARKS[finding.severity]} ${placeOf(finding)}  ${visible(finding.message)}`,
    columns,
    0,
    4,
  );
  return [color(first), ...others.slice(0, 2)];
}

function placeOf({ file, region }: Finding): string {
  return region === null ? visible(file) : `${visible(file)}:${region.line}`;
}

function growthBlocks(laws: readonly GrowthLaw[], all: boolean, columns: number, chalk: ChalkInstance): string[][] {
  const scripts = [...new Set(laws.map(({ script }) => script))];
  return scripts.map((script) => {
    const own = laws.filter((law) => law.script === script);
    const [{ name, sizes }] = own as [GrowthLaw];
    const title = `${visible(script)} with ${visible(name)} = ${sizes.map(count).join(", ")}`;
    const whole = own.filter(({ region }) => region === null);
    const sites = own.filter(({ region, kind }) => region !== null && kind !== "constant");
    const shown = sites.slice(0, all ? undefined : LAWS);
    const left = sites.length - shown.length;
    return [
      ...wrap(title, columns, 0, 2).map((part) => chalk.bold(part)),
      ...[...whole, ...shown].flatMap((law) => wrap(lawInWords(law), columns, 2, 4)),
      ...(left > 0 ? [chalk.dim(`  ${counted(left, "other growing line")} not listed; --all lists them`)] : []),
    ];
  });
}

function lawInWords({ region, file, text, metric, law, kind, exact }: GrowthLaw): string {
  const of = region === null ? metric : `${visible(file)}:${region.line} ${cutEnd(visible(text), 30)}, ${metric}`;
  return exact ? `${of}: ${visible(law)} (${kind}, exact at every size)` : `${of}: ${visible(law)}`;
}

/** How to accept, and how to set a limit: once, not for every finding. */
function mendBlock(findings: Findings, columns: number): string[] {
  const worst = findings.findings.filter(({ severity }) => severity === "error");
  const mends = [...new Set(worst.map(({ mend }) => mend).filter((mend) => mend !== ""))].slice(0, 3);
  const lines = mends.flatMap((mend) => wrap(visible(mend), columns, 0, 2));
  const [first] = worst.filter(
    ({ scope, rule }) => scope === "site" && (rule === "alloc-rise" || rule === "alloc-new"),
  );
  if (first !== undefined) {
    const limit = `"budgets": { ${JSON.stringify(visible(first.file))}: { "perIteration": 2 } }`;
    lines.push(
      ...wrap("a limit from now on, beside the loop: // alloc-trace: max 2 per iteration", columns, 0, 2),
      ...wrap(`or in the configuration: ${limit}`, columns, 0, 2),
    );
  }
  return lines;
}
