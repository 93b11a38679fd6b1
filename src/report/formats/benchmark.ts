/**
 * `customSmallerIsBetter` of https://github.com/benchmark-action/github-action-benchmark: the whole run, and the lines
 * that the report lists, each under a name that stays the same when the code around is edited.
 */
import { jsonText } from "../json.js";
import { counted } from "../numbers.js";
import type { RenderOptions } from "../options.js";
import { rank } from "../ranking.js";
import type { Report } from "../report.js";
import { visible } from "../visible.js";

const TOTALS = [
  { figure: "allocated", name: "arrays made", unit: "arrays" },
  { figure: "needed", name: "arrays needed", unit: "arrays" },
  { figure: "reusable", name: "arrays reusable", unit: "arrays" },
  { figure: "bytes", name: "element storage", unit: "bytes" },
] as const;

export function renderBenchmark(report: Report, options: RenderOptions): string {
  const script = visible(report.script);
  const shown = TOTALS.filter(({ figure }) => report.mode === "full" || figure === "allocated" || figure === "bytes");
  const totals = shown.map(({ figure, name, unit }) => ({
    name: `${script}: ${name}`,
    unit,
    value: report.totals[figure],
  }));
  const { listed } = rank(report, options);
  const lines = listed.flatMap(({ file, line }) =>
    line.expressions.map((expression) => ({
      name: visible(expression.key),
      unit: "arrays",
      value: expression.allocated,
      extra: `${visible(file)}:${line.line}\n${counted(expression.reusable, "array")} reusable`,
    })),
  );
  return jsonText([...totals, ...lines]);
}
