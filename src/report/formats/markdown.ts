/**
 * Markdown as GitHub shows it: for a job summary and for a comment on a pull request.
 *
 * What came from outside stands in `<code>` alone, with its characters as entities: there it is neither Markdown nor
 * HTML, and names nobody.
 */
import { Chalk } from "chalk";
import { codeFrame } from "../code-frame.js";
import type { Finding, Findings } from "../finding.js";
import { RULES } from "../finding.js";
import { headline } from "../headline.js";
import { bytes, count, counted, percent } from "../numbers.js";
import type { RenderOptions } from "../options.js";
import { type RankedLine, rank } from "../ranking.js";
import type { Report } from "../report.js";
import { typeLabel } from "../type-label.js";
import { visible } from "../visible.js";

/** A comment holds 65,536 characters, a step's summary 1 MiB. What is longer is cut between two rows or blocks. */
const MOST_CHARACTERS = 60_000;
/** Lines shown with their source, folded. */
const FRAMES = 5;
const FRAME_COLUMNS = 120;

export function renderMarkdown(report: Report, options: RenderOptions): string {
  const { listed, left } = rank(report, options);
  const [first = "", ...others] = headline(report);
  const page = new Page();
  page.block([`### alloc-trace`, "", plain(first), ...others.flatMap((sentence) => ["", `- ${plain(sentence)}`])]);
  if (listed.length > 0) page.block(lineTable(listed, report.mode));
  if (left.length > 0) page.block([`${counted(left.length, "other line")} not listed.`]);
  if (options.frames) {
    for (const entry of listed.slice(0, FRAMES)) page.block(lineDetails(entry, options));
  }
  return page.text();
}

export function renderMarkdownFindings(findings: Findings, options: RenderOptions): string {
  const page = new Page();
  const errors = findings.findings.filter(({ severity }) => severity === "error").length;
  const verdict = findings.clean
    ? "✅ nothing allocates more"
    : `❌ ${counted(errors, "finding")} to mend or to accept`;
  page.block([
    `### alloc-trace: ${verdict}`,
    "",
    `${findings.scripts.map(code).join(", ")}: ${count(findings.unchanged)} sites as they were.`,
  ]);
  if (findings.findings.length > 0) page.block(findingTable(findings.findings));
  const mends = new Map(findings.findings.filter(({ mend }) => mend !== "").map(({ rule, mend }) => [rule, mend]));
  const said = [...mends].map(([rule, mend]) => `- ${RULES[rule].title}: ${plain(visible(mend))}`);
  if (said.length > 0) page.block(said);
  if (options.frames) {
    for (const finding of findings.findings.slice(0, FRAMES)) page.block(findingDetails(finding, options));
  }
  return page.text();
}

function lineTable(rows: readonly RankedLine[], mode: Report["mode"]): string[] {
  const full = mode === "full";
  const heads = ["line", "made", ...(full ? ["needed", "reusable", ""] : []), "bytes", "what"];
  const rule = heads.map((head) => (head === "line" || head === "what" ? ":--" : "--:"));
  return [
    row(heads),
    row(rule),
    ...rows.map(({ file, line }) => {
      const [first, ...others] = line.expressions;
      const [type] = first?.types ?? [];
      const label = type === undefined ? "" : ` → ${code(typeLabel(type.type, type.size))}`;
      const more = others.length === 0 ? "" : `, and ${others.length} more`;
      const [most, least] = line.exact ? ["", ""] : ["≤", "≥"];
      const lifetimes = [
        most + count(line.needed),
        least + count(line.reusable),
        percent(line.reusable, line.allocated).replace("<", "&lt;"),
      ];
      return row([
        code(`${file}:${line.line}`),
        count(line.allocated),
        ...(full ? lifetimes : []),
        bytes(line.bytes),
        `${code(first?.text ?? "")}${label}${more}`,
      ]);
    }),
  ];
}

function lineDetails({ file, line }: RankedLine, { readSource }: RenderOptions): string[] {
  const [first] = line.expressions;
  if (first === undefined) return [];
  const [advice] = first.advice;
  const told = advice === undefined ? "" : `<p>${plain(visible(advice.text))} (${advice.rule})</p>`;
  return details(file, { ...first, line: line.line }, told, readSource);
}

function findingTable(rows: readonly Finding[]): string[] {
  const figure = (value: number | null): string => (value === null ? "" : plain(String(value)));
  return [
    row(["", "where", "what", "metric", "before", "after"]),
    row(["---", ":--", ":--", ":--", "--:", "--:"]),
    ...rows.map(({ severity, rule, file, region, text, metric, before, after }) =>
      row([
        { error: "❌", warning: "⚠️", note: "ℹ️" }[severity],
        code(region === null ? file : `${file}:${region.line}`),
        `${text === "" ? "" : `${code(text)} `}${RULES[rule].title}`,
        metric,
        figure(before),
        figure(after),
      ]),
    ),
  ];
}

function findingDetails({ file, region, text, message }: Finding, { readSource }: RenderOptions): string[] {
  if (region === null) return [];
  return details(file, { ...region, text }, `<p>${plain(visible(message))}</p>`, readSource);
}

/** One HTML block: a blank line in it would end it. */
function details(
  file: string,
  span: Parameters<typeof codeFrame>[1],
  told: string,
  readSource: RenderOptions["readSource"],
): string[] {
  const source = readSource(file);
  const frame = source === null ? null : codeFrame(source, span, FRAME_COLUMNS, new Chalk({ level: 0 }));
  const pre = frame === null ? "" : `<pre>${frame.map((line) => entities(line === "" ? " " : line)).join("\n")}</pre>`;
  if (pre === "" && told === "") return [];
  return [`<details><summary>${code(`${file}:${span.line}`)}</summary>${told}${pre}</details>`];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text from outside. */
function code(text: string): string {
  return `<code>${entities(visible(text))}</code>`;
}

/** A sentence of ours, with names from outside in it, and expressions between backquotes. */
function plain(text: string): string {
  const parts = text.split(/(`[^`]+`)/).map((part, at) => (at % 2 === 1 ? code(part.slice(1, -1)) : entities(part)));
  return (
    parts
      .join("")
      // Behind white space a mark begins a list as well, and behind much of it all is code.
      .replace(/^\s/, entity)
      .replace(/^(?:[-+]|(\d+)[.)])/, (mark, digits: string | undefined) =>
        digits === undefined ? entity(mark) : `${digits}${entity(mark.slice(-1))}`,
      )
  );
}

/**
 * What could mean something, to Markdown or to HTML, wherever in a line it stands. GitHub looks for `@name` and `#1` in
 * what is shown, and an entity does not hide them from it: an element of their own does.
 */
function entities(text: string): string {
  return text.replace(/[&<>"'`*_~\\|$[\]@#]|:(?=\S)|(?<=\bwww)\./gi, (character) =>
    /[@#]/.test(character) ? `<span>${entity(character)}</span>` : entity(character),
  );
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

class Page {
  readonly #blocks: string[] = [];
  #length = 0;
  #left = 0;

  block(lines: readonly string[]): void {
    const kept: string[] = [];
    for (const line of lines) {
      if (this.#left > 0 || this.#length + line.length > MOST_CHARACTERS) {
        this.#left++;
        continue;
      }
      kept.push(line);
      this.#length += line.length + 1;
    }
    if (kept.length > 0) this.#blocks.push(kept.join("\n"));
  }

  text(): string {
    if (this.#left > 0) this.#blocks.push(`${counted(this.#left, "more line")} cut: comments may not be longer.`);
    return `${this.#blocks.join("\n\n")}\n`;
  }
}
