/**
 * The report as call stacks, for profile viewers: the user's expression, below the function it stands in, and the place
 * that made the arrays where that is elsewhere. No more is known of who called whom, and no more is said.
 */
import type { Report, ReportExpression } from "./report.js";
import { visible } from "./visible.js";

export interface Frame {
  /** Enclosing function path, `(top level)` where there is none. Visible, as the other texts. */
  function: string;
  file: string;
  line: number;
  column: number;
  text: string;
}

export interface Stack {
  /** Outermost first: the line that is to blame, then the maker where it is another place and the only one. */
  frames: [Frame, ...Frame[]];
  expression: ReportExpression;
}

/** Most allocated first, then in the report's own order. Each array is in one stack. */
export function stacksOf(report: Report): Stack[] {
  const sites = new Map(report.sites.map((site) => [site.key, site]));
  const stacks: Stack[] = [];
  for (const { path, lines } of report.files) {
    for (const { line, expressions } of lines) {
      for (const expression of expressions) {
        const user = frame({ ...expression, file: path, line });
        const [only, ...others] = expression.sites;
        const maker = only === undefined || others.length > 0 ? undefined : sites.get(only);
        const elsewhere = maker !== undefined && (maker.file !== path || maker.line !== line);
        stacks.push({ frames: elsewhere ? [user, frame(maker)] : [user], expression });
      }
    }
  }
  return stacks.sort((a, b) => b.expression.allocated - a.expression.allocated);
}

function frame(at: { file: string; line: number; column: number; function: string; text: string }): Frame {
  return {
    function: at.function === "" ? "(top level)" : visible(at.function),
    file: visible(at.file),
    line: at.line,
    column: at.column,
    text: visible(at.text),
  };
}
