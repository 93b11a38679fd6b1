/** The section of the text report on arithmetic: one line a place and method, in words. */
import type { ChalkInstance } from "chalk";
import { columnsOf, wrap } from "./fit.js";
import { count, counted } from "./numbers.js";
import type { RenderOptions } from "./options.js";
import type { Report, ReportOperation } from "./report.js";
import { visible } from "./visible.js";

/** Nothing where the program does no arithmetic on arrays. */
export function operationsBlock(
  report: Report,
  options: Pick<RenderOptions, "top" | "all">,
  columns: number,
  chalk: ChalkInstance,
): string[] {
  // A report of an earlier version has none. Sorting is stable: what is equal stays in source order.
  const ranked = [...(report.operations ?? [])].sort(
    (a, b) => b.reusable - a.reusable || b.made - a.made || b.calls - a.calls,
  );
  const listed = options.all ? ranked : ranked.slice(0, options.top);
  if (listed.length === 0) return [];
  const width = Math.min(
    listed.reduce((most, { operation }) => Math.max(most, columnsOf(visible(operation))), 0),
    Math.floor(columns / 3),
  );
  const lines = listed.flatMap((operation) => {
    const name = visible(operation.operation);
    const gap = " ".repeat(Math.max(0, width - columnsOf(name)));
    const place = `${visible(operation.file)}:${operation.line}`;
    const [first = "", ...others] = wrap(`${inWords(operation, report.mode)} · ${place}`, columns - width - 4, 0, 0);
    return columnsOf(name) > width
      ? wrap(`${name} ${inWords(operation, report.mode)} · ${place}`, columns, 2, 4)
      : [`  ${name}${gap}  ${first}`, ...others.map((line) => " ".repeat(width + 4) + line)];
  });
  const left = ranked.length - listed.length;
  const rest = left > 0 ? [chalk.dim(`  ${counted(left, "other")} not listed; --all lists them`)] : [];
  return [chalk.bold("operations"), ...lines, ...rest];
}

/** `1,000,000 calls, 1,000,000 new, 999,999 reusable` */
function inWords({ calls, made, existing, reusable, inPlace, exact }: ReportOperation, mode: Report["mode"]): string {
  const parts = [counted(calls, "call"), `${count(made)} new`];
  if (existing > 0) parts.push(`${count(existing)} in place`);
  if (mode === "full" && made > 0) {
    parts.push(`${exact ? "" : "at least "}${count(reusable)} reusable`);
    if (inPlace > 0) parts.push(`${count(inPlace)} could be in place`);
  }
  return parts.join(", ");
}
