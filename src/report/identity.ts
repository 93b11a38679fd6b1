/** Names for expressions that stay the same when the code around them is edited. */
import type { Report, ReportExpression } from "./report.js";

/**
 * A key for each expression in `files`: its site's own where it makes its arrays itself, else one built the same way,
 * since what a dependency makes has the dependency's key. No two are equal.
 */
export function expressionKeys(report: Report): Map<ReportExpression, string> {
  const sites = new Map(report.sites.map((site) => [place(site.file, site.line, site), site.key]));
  const keys = new Map<ReportExpression, string>();
  const taken = new Set<string>();
  for (const file of report.files) {
    const ordinals = new Map<string, number>();
    const expressions = file.lines.flatMap(({ line, expressions }) => expressions.map((of) => ({ line, of })));
    expressions.sort((a, b) => a.line - b.line || a.of.column - b.of.column || a.of.endColumn - b.of.endColumn);
    for (const { line, of } of expressions) {
      const stem = `${file.path}::${of.function}::${of.kind}::${of.text}`;
      let key = sites.get(place(file.path, line, of));
      while (key === undefined || taken.has(key)) {
        const ordinal = (ordinals.get(stem) ?? 0) + 1;
        ordinals.set(stem, ordinal);
        key = `${stem}::${ordinal}`;
      }
      taken.add(key);
      keys.set(of, key);
    }
  }
  return keys;
}

function place(
  file: string,
  line: number,
  {
    column,
    endLine,
    endColumn,
    kind,
    text,
  }: Pick<ReportExpression, "column" | "endLine" | "endColumn" | "kind" | "text">,
): string {
  return JSON.stringify([file, line, column, endLine, endColumn, kind, text]);
}
