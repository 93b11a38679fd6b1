/** The table of the text report: one row a line, in as many columns as fit. */
import type { ChalkInstance } from "chalk";
import Table from "cli-table3";
import { columnsOf, cutEnd, cutStart } from "./fit.js";
import { bytes, count, percent, rate } from "./numbers.js";
import type { RankedLine } from "./ranking.js";
import type { ReportExpression, ReportLine } from "./report.js";
import { typeLabel } from "./type-label.js";
import { visible } from "./visible.js";

const GAP = 2;
const ROWS_AT_ONCE = 100;
/** Narrower than this, the last column says nothing: others make room for it first. */
const LEAST_WHAT = 22;
/** A path may be cut to this before a column of figures is left out, and to the second where figures are huge. */
const SHORT_PATH = 18;
const LEAST_PATH = 8;

interface Column {
  name: "line" | "made" | "needed" | "reusable" | "share" | "bytes" | "iteration" | "what";
  head: string;
  align: "left" | "right";
  cell(row: RankedLine): string;
}

const COLUMNS: readonly Column[] = [
  { name: "line", head: "line", align: "left", cell: ({ file, line }) => `${visible(file)}:${line.line}` },
  { name: "made", head: "made", align: "right", cell: ({ line }) => count(line.allocated) },
  { name: "needed", head: "needed", align: "right", cell: ({ line }) => bound("≤", line, count(line.needed)) },
  { name: "reusable", head: "reusable", align: "right", cell: ({ line }) => bound("≥", line, count(line.reusable)) },
  { name: "share", head: "", align: "right", cell: ({ line }) => percent(line.reusable, line.allocated) },
  { name: "bytes", head: "bytes", align: "right", cell: ({ line }) => bytes(line.bytes) },
  { name: "iteration", head: "/iter", align: "right", cell: ({ line }) => perIteration(line.expressions[0]) },
  { name: "what", head: "what", align: "left", cell: () => "" },
];

/** Left out one after the other until the rest fits; `needed` last, since it is made less reusable. */
const FIRST_TO_GO: readonly Column["name"][] = ["share", "bytes", "iteration", "needed"];

/** Lines of text, none wider than `columns`. */
export function lineTable(
  rows: readonly RankedLine[],
  mode: "full" | "count",
  columns: number,
  chalk: ChalkInstance,
): string[] {
  const { shown, widths } = layOut(rows, mode, columns);
  const cells = [
    shown.map((column) => chalk.bold(column.head)),
    widths.map((width) => chalk.dim("─".repeat(width))),
    ...rows.map((row) =>
      shown.map((column, index) => {
        const width = widths[index] ?? 0;
        if (column.name === "what") return what(row.line, width);
        if (column.name === "line") return cutStart(column.cell(row), width);
        const text = column.cell(row);
        return column.name === "reusable" && row.line.reusable > 0 ? chalk.yellow(text) : text;
      }),
    ),
  ];
  const lines: string[] = [];
  // The widths are settled, so a table in parts is the same table; in one, the library takes a square of the rows.
  for (let from = 0; from < cells.length; from += ROWS_AT_ONCE) {
    const table = new Table({
      colWidths: widths,
      colAligns: shown.map((column) => column.align),
      chars: { ...NO_BORDERS, middle: " ".repeat(GAP) },
      style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    });
    table.push(...cells.slice(from, from + ROWS_AT_ONCE));
    lines.push(...table.toString().split("\n"));
  }
  return lines.map((line) => line.trimEnd());
}

const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
};

function layOut(
  rows: readonly RankedLine[],
  mode: "full" | "count",
  columns: number,
): { shown: Column[]; widths: number[] } {
  const wanted = COLUMNS.filter(
    (column) =>
      (mode === "full" || !["needed", "reusable", "share"].includes(column.name)) &&
      (column.name !== "iteration" || rows.some((row) => column.cell(row) !== "")),
  );
  const natural = new Map(
    wanted.map((column) => [
      column.name,
      rows.reduce((most, row) => Math.max(most, columnsOf(column.cell(row))), columnsOf(column.head)),
    ]),
  );
  const path = Math.min(natural.get("line") ?? 0, Math.floor(columns / 3));
  const shortPath = Math.min(path, SHORT_PATH);
  natural.set("line", shortPath);
  const widthOf = (column: Column): number => natural.get(column.name) ?? 0;
  const roomFor = (shown: readonly Column[]): number =>
    columns - shown.reduce((sum, column) => sum + (column.name === "what" ? 0 : widthOf(column) + GAP), 0);
  let shown = wanted;
  for (const name of FIRST_TO_GO) {
    if (roomFor(shown) >= LEAST_WHAT) break;
    shown = shown.filter((column) => column.name !== name);
  }
  // Figures are never cut: a path takes what is to spare, and gives way where there is nothing.
  const spare = roomFor(shown) - LEAST_WHAT;
  natural.set("line", Math.max(Math.min(path, shortPath + spare), Math.min(LEAST_PATH, path)));
  const widestWhat = rows.reduce((most, row) => Math.max(most, columnsOf(fullWhat(row.line))), columnsOf("what"));
  const room = Math.max(1, Math.min(roomFor(shown), widestWhat));
  return { shown, widths: shown.map((column) => (column.name === "what" ? room : widthOf(column))) };
}

function bound(sign: string, line: ReportLine, figure: string): string {
  return line.exact ? figure : `${sign}${figure}`;
}

/** Per iteration of its loop. */
function perIteration(expression: ReportExpression | undefined): string {
  if (expression === undefined || expression.iterations === null) return "";
  return rate(expression.allocated, expression.iterations);
}

const ARROW = " → ";
/** An expression cut shorter than this is not known again. */
const LEAST_EXPRESSION = 8;

/** `b.mul(i) → NdArray 3×3, and 2 more`; where it does not fit, `b.mul(… → NdArray 3×3, +2`. */
function what(line: ReportLine, columns: number): string {
  const { expression, type, others } = whatParts(line);
  const full = fullWhat(line);
  if (columnsOf(full) <= columns) return full;
  const rest = `${ARROW}${type}${others === 0 ? "" : `, +${others}`}`;
  const room = columns - columnsOf(rest);
  if (room >= Math.min(LEAST_EXPRESSION, columnsOf(expression))) return cutEnd(expression, room) + rest;
  return cutEnd(expression + rest, columns);
}

function fullWhat(line: ReportLine): string {
  const { expression, type, others } = whatParts(line);
  return `${expression}${ARROW}${type}${others === 0 ? "" : `, and ${others} more`}`;
}

function whatParts(line: ReportLine): { expression: string; type: string; others: number } {
  const [first, ...others] = line.expressions;
  if (first === undefined) return { expression: "", type: "", others: 0 };
  return { expression: visible(first.text), type: typesInWords(first), others: others.length };
}

/** The array class is what the line is about, however many lists are made on the way. */
function typesInWords({ types }: ReportExpression): string {
  const main = types.find(({ storage }) => storage !== undefined) ?? types[0];
  if (main === undefined) return "array";
  const label = visible(typeLabel(main.type, main.size));
  const more = types.length - 1;
  if (more === 0) return label;
  const kind = types.every(({ type }) => type === main.type) ? "size" : "type";
  return `${label} (+${more} ${kind}${more === 1 ? "" : "s"})`;
}
