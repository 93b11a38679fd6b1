/** The report for a person at a terminal: a headline, a table, and the first lines with their source and advice. */
import { Chalk, type ChalkInstance } from "chalk";
import { bySite } from "./by-site.js";
import { threadsBlock } from "./by-thread.js";
import { codeFrame } from "./code-frame.js";
import { engineBlock } from "./engine-text.js";
import { cutEnd, wrap } from "./fit.js";
import { headline } from "./headline.js";
import { lineTable } from "./line-table.js";
import { count, counted, rate } from "./numbers.js";
import { operationsBlock } from "./operations.js";
import { DEFAULTS, LEAST_COLUMNS, MOST_COLUMNS, type RenderOptions } from "./options.js";
import { type RankedLine, rank } from "./ranking.js";
import type { Lives, Report, ReportExpression, ReportSite } from "./report.js";
import { typeLabel } from "./type-label.js";
import { visible } from "./visible.js";

/** Lines shown with their source; the table has the rest. */
const FRAMES = 3;

/** No line is wider than `columns`; ends with a line end. */
export function renderText(whole: Report, given: Partial<RenderOptions> = {}): string {
  const options = { ...DEFAULTS, ...given };
  const report = options.by === "site" ? bySite(whole) : whole;
  // A terminal that does not know its width says 0, or nothing.
  const width = options.columns > 0 ? Math.floor(options.columns) : DEFAULTS.columns;
  const columns = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, width));
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const { listed, left } = rank(report, options);
  const blocks = [headlineBlock(report, columns, chalk)];
  if (listed.length > 0) blocks.push(lineTable(listed, report.mode, columns, chalk));
  if (options.by === "thread" && listed.length > 0) blocks.push(threadsBlock(report, listed, columns, chalk));
  const rest = restLine(report, listed, left, options);
  if (rest !== null) blocks.push(wrap(rest, columns).map((line) => chalk.dim(line)));
  if (report.engine) blocks.push(engineBlock(report.engine, listed, columns, chalk));
  if (options.frames) {
    const sites = new Map(report.sites.map((site) => [site.key, site]));
    for (const entry of listed.slice(0, FRAMES)) {
      blocks.push(lineBlock(entry, report, sites, options, columns, chalk));
    }
  }
  const operations = operationsBlock(report, options, columns, chalk);
  if (operations.length > 0) blocks.push(operations);
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

function headlineBlock(report: Report, columns: number, chalk: ChalkInstance): string[] {
  const [first = "", ...others] = headline(report);
  return [
    ...wrap(first, columns, 0, 2).map((line) => chalk.bold(line)),
    ...others.flatMap((sentence) => wrap(sentence, columns, 2, 4)),
  ];
}

function restLine(
  report: Report,
  listed: readonly RankedLine[],
  left: readonly RankedLine[],
  options: RenderOptions,
): string | null {
  if (left.length === 0) return null;
  const reusable = left.reduce((sum, { line }) => sum + line.reusable, 0);
  const lines = listed.length === 0 ? counted(left.length, "line") : counted(left.length, "other line");
  if (report.mode === "count") return `${lines} not listed; --all lists them`;
  const worth = reusable === 0 ? "with nothing reusable" : `with ${count(reusable)} reusable`;
  const why =
    listed.length === 0 && reusable > 0 && options.top > 0 ? `no line reaches --min ${count(options.min)}; ` : "";
  return `${why}${lines} not listed, ${worth}; --all lists them`;
}

/** Where, the code, the figures in words, and what to do. */
function lineBlock(
  { file, line }: RankedLine,
  report: Report,
  sites: ReadonlyMap<string, ReportSite>,
  options: RenderOptions,
  columns: number,
  chalk: ChalkInstance,
): string[] {
  const [first] = line.expressions;
  if (first === undefined) return [];
  const source = options.readSource(file);
  const frame = source === null ? null : codeFrame(source, { ...first, line: line.line }, columns, chalk);
  const place = wrap(`${visible(file)}:${line.line}`, columns).map((part) => chalk.bold(part));
  const sentences = [figuresInWords(line, report.mode)];
  const within = withinInWords(line);
  if (within !== null) sentences.push(within);
  const inside = insideInWords(first);
  if (inside !== null) sentences.push(inside);
  const maker = makerInWords(first, file, line.line, sites);
  if (maker !== null) sentences.push(maker);
  const askers = askersInWords(first, sites);
  if (askers !== null && options.by === "site") sentences.push(askers);
  const advice = adviceInWords(first, line.expressions.length);
  const said = sentences.flatMap((sentence) => wrap(sentence, columns, 2, 4));
  const told = advice === null ? [] : wrap(advice, columns, 2, 4).map((part) => chalk.green(part));
  return [...place, ...(frame ?? []), ...said, ...told];
}

function figuresInWords(
  line: { line: number; allocated: number; needed: number; reusable: number; exact: boolean },
  mode: Report["mode"],
): string {
  const made = `line ${line.line}: ${counted(line.allocated, "array")} made`;
  if (mode === "count") return made;
  const [most, least] = line.exact ? ["", ""] : ["at most ", "at least "];
  const needed = `${made}, ${most}${count(line.needed)} needed at once`;
  if (line.reusable === 0) return `${needed}, none ${line.exact ? "" : "known to be "}reusable`;
  return `${needed}, ${least}${count(line.reusable)} could have reused an earlier one`;
}

/** What `--scopes` has found. */
function withinInWords({ inIteration, inCall }: Lives): string | null {
  if (typeof inIteration !== "number" || typeof inCall !== "number") return null;
  return `${count(inIteration)} finished with in the iteration, ${count(inCall)} in the call that made them`;
}

/** An array class's instances are counted with their storage: how many arrays that is. */
function insideInWords({ types }: ReportExpression): string | null {
  const [type] = types;
  if (type === undefined || type.objects <= type.allocated) return null;
  const inside = (type.objects - type.allocated) / type.allocated;
  const about = Number.isInteger(inside) ? counted(inside, "array") : `${rate(inside, 1)} arrays on average`;
  return `each ${visible(typeLabel(type.type, type.size))} with ${about} inside`;
}

/** Where the arrays of a call are made, when that is not the line itself. */
function makerInWords(
  expression: ReportExpression,
  file: string,
  line: number,
  sites: ReadonlyMap<string, ReportSite>,
): string | null {
  const elsewhere = expression.sites
    .map((key) => sites.get(key))
    .filter((site) => site !== undefined)
    .filter((site) => site.file !== file || site.line !== line)
    .sort((a, b) => b.allocated - a.allocated);
  const [most, ...others] = elsewhere;
  if (most === undefined) return null;
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "other place")}`;
  return `made in ${visible(most.file)}:${most.line}${more}`;
}

/** The user's lines that a dependency's arrays were made for. */
function askersInWords(expression: ReportExpression, sites: ReadonlyMap<string, ReportSite>): string | null {
  const [key = ""] = expression.sites;
  const site = sites.get(key);
  const [most, ...others] = site?.blame ?? [];
  if (site === undefined || most === undefined) return null;
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "other place")}`;
  const of = site.dependency === null ? "" : `${visible(site.dependency)}, `;
  return `${of}called from ${visible(most.file)}:${most.line}${more}`;
}

function adviceInWords(expression: ReportExpression, expressionsOfLine: number): string | null {
  const [advice] = expression.advice;
  if (advice === undefined) return null;
  // With several expressions on the line, the figures above are not this one's alone.
  const about = expressionsOfLine > 1 ? `${cutEnd(visible(expression.text), 40)}: ` : "";
  return `${about}${visible(advice.text)} (${advice.rule})`;
}
