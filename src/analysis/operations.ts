/** Arithmetic on the user's lines: calls of methods and functions, with the figures of what they made. */
import type { ReportOperation } from "../report/report.js";
import type { OperationFigures, ThreadTrace } from "../trace/format.js";
import type { Attribution } from "./attribution.js";
import { bySource, byText, type SourceSite, type SourceSites } from "./source-sites.js";

interface Sum {
  at: SourceSite;
  operation: string;
  calls: number;
  made: number;
  existing: number;
  /** Classes of the results. */
  results: Set<string>;
}

/** In source order. Figures are those of the results' classes among all that the call is to blame for. */
export function reportOperations(
  traces: readonly ThreadTrace[],
  sites: SourceSites,
  attributions: readonly Attribution[],
): ReportOperation[] {
  const sums = new Map<string, Sum>();
  for (const trace of traces) {
    for (const figures of trace.operations) {
      if (figures.calls === 0) continue;
      const at = sites.find(trace, figures.site);
      const operation = nameOf(at, figures);
      const key = `${at.key}|${operation}`;
      const sum = sums.get(key) ?? { at, operation, calls: 0, made: 0, existing: 0, results: new Set<string>() };
      sums.set(key, sum);
      sum.calls += figures.calls;
      sum.made += figures.made;
      sum.existing += figures.existing;
      if (figures.result !== null) sum.results.add(figures.result);
    }
  }
  const byMaker = new Map(attributions.map((attribution) => [attribution.at, attribution]));
  return [...sums.values()]
    .sort((a, b) => bySource(a.at, b.at) || byText(a.operation, b.operation))
    .map((sum) => reportOperation(sum, byMaker.get(sum.at)));
}

/** `NdArray.mul` by the receiver's class, else as it is written: `vec3.add`, `Matrix.mul`. */
function nameOf(at: SourceSite, { receiver, result }: OperationFigures): string {
  const written = at.operation ?? at.text;
  const method = written.slice(written.lastIndexOf(".") + 1);
  if (receiver !== null) return `${receiver}.${method}`;
  return written.startsWith(".") ? `${result ?? ""}${written}` : written;
}

function reportOperation(sum: Sum, attribution: Attribution | undefined): ReportOperation {
  const { at, operation, calls, made, existing, results } = sum;
  let allocated = 0;
  let needed = 0;
  for (const type of attribution?.figures.types() ?? []) {
    if (!results.has(type.type)) continue;
    allocated += type.allocated;
    needed += type.needed;
  }
  return {
    file: at.file,
    line: at.line,
    column: at.column,
    text: at.text,
    operation,
    calls,
    made,
    existing,
    // The class may have temporaries inside of the operation: they are no results.
    reusable: Math.min(made, allocated - needed),
    inPlace: Math.min(made, attribution?.figures.inPlaceOf(({ type }) => results.has(type)) ?? 0),
    exact: attribution?.figures.exact ?? true,
  };
}
