/** The block of the text report that has a column for each thread: what it made on the lines that are listed. */
import type { ChalkInstance } from "chalk";
import { columnsOf, cutStart, wrap } from "./fit.js";
import { count } from "./numbers.js";
import type { RankedLine } from "./ranking.js";
import type { Report } from "./report.js";
import { visible } from "./visible.js";

const GAP = 2;

interface Column {
  head: string;
  cell(row: RankedLine): string;
}

export function threadsBlock(
  report: Report,
  rows: readonly RankedLine[],
  columns: number,
  chalk: ChalkInstance,
): string[] {
  const { perThread } = report;
  if (perThread === undefined) {
    return wrap("by thread: this report was made without --by thread, and has no figures of each", columns, 0, 2);
  }
  const path = (row: RankedLine): string => `${visible(row.file)}:${row.line.line}`;
  const all = perThread.map(({ thread, lines }): Column => {
    const made = new Map(lines.map((line) => [`${line.file}:${line.line}`, line.allocated]));
    return { head: thread, cell: ({ file, line }) => count(made.get(`${file}:${line.line}`) ?? 0) };
  });
  const place = Math.min(
    rows.reduce((most, row) => Math.max(most, columnsOf(path(row))), "made by".length),
    columns >> 1,
  );
  const widthOf = ({ head, cell }: Column): number =>
    rows.reduce((most, row) => Math.max(most, columnsOf(cell(row))), columnsOf(head));
  const shown: Column[] = [];
  let room = columns - place;
  for (const column of all) {
    room -= widthOf(column) + GAP;
    if (room < 0) break;
    shown.push(column);
  }
  const line = (first: string, cells: string[]): string =>
    first +
    " ".repeat(Math.max(0, place - columnsOf(first))) +
    cells.map((cell, i) => cell.padStart(widthOf(shown[i] as Column) + GAP)).join("");
  const left = all.length - shown.length;
  return [
    chalk.bold(
      line(
        "made by",
        shown.map(({ head }) => head),
      ),
    ),
    ...rows.map((row) =>
      line(
        cutStart(path(row), place),
        shown.map(({ cell }) => cell(row)),
      ),
    ),
    ...(left > 0
      ? wrap(`and ${count(left)} more threads: --json has all of them`, columns).map((text) => chalk.dim(text))
      : []),
  ];
}
