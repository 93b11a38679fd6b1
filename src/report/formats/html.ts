/** One page that needs nothing else: no script, no address, nothing fetched. Its own policy would refuse them. */
import { Chalk } from "chalk";
import { codeFrame } from "../code-frame.js";
import { headline } from "../headline.js";
import { bytes, count, percent, rate } from "../numbers.js";
import type { RenderOptions } from "../options.js";
import { type RankedLine, rank } from "../ranking.js";
import type { Report, ReportExpression, ReportSite } from "../report.js";
import { typeLabel } from "../type-label.js";
import { visible } from "../visible.js";
import { xmlText } from "../xml-text.js";

const FRAME_COLUMNS = 140;
/** Lines with their source; a page with more of them is slow to open. */
const MOST_FRAMES = 500;

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --mark: #c60; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; white-space: normal; }
code, pre { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: #8881; padding: .6rem; }
section { margin: 1.5rem 0; border-top: 1px solid var(--line); }
.bar { display: inline-block; height: .6em; background: var(--mark); border-radius: 2px; }
.advice { border-left: 3px solid var(--mark); padding-left: .6rem; }
@media print { section { break-inside: avoid; } }
`;

export function renderHtml(report: Report, options: RenderOptions): string {
  // A page can be scrolled: every line that is worth it is on it.
  const { listed } = rank(report, { ...options, top: Number.POSITIVE_INFINITY });
  const [first = "", ...others] = headline(report);
  const sites = new Map(report.sites.map((site) => [site.key, site]));
  const sections = listed.slice(0, MOST_FRAMES).map((entry, at) => section(entry, at, sites, report.mode, options));
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>alloc-trace: ${xmlText(visible(report.script))}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<h1>${xmlText(first)}</h1>`,
    ...others.map((sentence) => `<p>${xmlText(sentence)}</p>`),
    ...(listed.length === 0 ? [] : table(listed, report)),
    ...sections,
    `<footer><p>alloc-trace ${xmlText(visible(report.tool))}, Node ${xmlText(visible(report.node))}</p></footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function table(rows: readonly RankedLine[], { mode }: Report): string[] {
  const full = mode === "full";
  const most = Math.max(1, ...rows.map(({ line }) => (full ? line.reusable : line.allocated)));
  const heads = ["line", "made", ...(full ? ["needed", "reusable", ""] : []), "bytes", "per iteration", "", "what"];
  return [
    "<table>",
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map(({ file, line }, at) => {
      const [expression, ...others] = line.expressions;
      const [no, least] = line.exact ? ["", ""] : ["≤ ", "≥ "];
      const width = Math.round(((full ? line.reusable : line.allocated) / most) * 80);
      const where = code(`${file}:${line.line}`);
      const cells = [
        at < MOST_FRAMES ? `<a href="#l${at}">${where}</a>` : where,
        count(line.allocated),
        ...(full
          ? [no + count(line.needed), least + count(line.reusable), xmlText(percent(line.reusable, line.allocated))]
          : []),
        bytes(line.bytes),
        expression === undefined ? "" : xmlText(rate(expression.allocated, expression.iterations ?? 0)),
        `<span class="bar" style="width:${width}px"></span>`,
        expression === undefined ? "" : what(expression, others.length),
      ];
      return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    }),
    "</tbody>",
    "</table>",
  ];
}

function section(
  { file, line }: RankedLine,
  at: number,
  sites: ReadonlyMap<string, ReportSite>,
  mode: Report["mode"],
  options: RenderOptions,
): string {
  const [first] = line.expressions;
  const source = options.frames && first !== undefined ? options.readSource(file) : null;
  const frame =
    source === null || first === undefined
      ? null
      : codeFrame(source, { ...first, line: line.line }, FRAME_COLUMNS, new Chalk({ level: 0 }));
  const items = line.expressions.map(
    (expression) => `<li>${expressionItem(expression, file, line.line, sites, mode)}</li>`,
  );
  return [
    `<section id="l${at}">`,
    `<h2>${code(`${file}:${line.line}`)}</h2>`,
    ...(frame === null ? [] : [`<pre>${frame.map(xmlText).join("\n")}</pre>`]),
    `<ul>${items.join("")}</ul>`,
    "</section>",
  ].join("\n");
}

function expressionItem(
  expression: ReportExpression,
  file: string,
  line: number,
  sites: ReadonlyMap<string, ReportSite>,
  mode: Report["mode"],
): string {
  const { allocated, needed, reusable, types, advice, exact } = expression;
  const [no, least] = exact ? ["", ""] : ["at most ", "at least "];
  const figures =
    mode === "count"
      ? `${count(allocated)} made`
      : `${count(allocated)} made, ${no}${count(needed)} needed at once, ${least}${count(reusable)} reusable`;
  const sizes = types.map(({ type, size, allocated: made }) => `${code(typeLabel(type, size))}: ${count(made)}`);
  const makers = expression.sites
    .map((key) => sites.get(key))
    .filter((site) => site !== undefined && (site.file !== file || site.line !== line))
    .map((site) => code(`${site?.file}:${site?.line}`));
  return [
    `${code(expression.text)}: ${figures}`,
    ...(sizes.length > 1 ? [`<br>${sizes.join(", ")}`] : []),
    ...(makers.length > 0 ? [`<br>made in ${makers.join(", ")}`] : []),
    ...advice.map(({ rule, text }) => `<p class="advice">${xmlText(visible(text))} (${rule})</p>`),
  ].join("");
}

function what(expression: ReportExpression, others: number): string {
  const [type] = expression.types;
  const label = type === undefined ? "" : ` → ${code(typeLabel(type.type, type.size))}`;
  return `${code(expression.text)}${label}${others === 0 ? "" : `, and ${others} more`}`;
}

function code(text: string): string {
  return `<code>${xmlText(visible(text))}</code>`;
}
