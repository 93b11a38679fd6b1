/** Collapsed stacks for flame graphs: `file;function;line expression count`, https://github.com/brendangregg/FlameGraph */
import type { Report } from "../report.js";
import { type Frame, stacksOf } from "../stacks.js";

/** Weighted by arrays made. */
export function renderCollapsed(report: Report): string {
  return stacksOf(report)
    .filter(({ expression }) => expression.allocated > 0)
    .map(({ frames, expression }) => `${frames.flatMap(names).join(";")} ${expression.allocated}\n`)
    .join("");
}

/** The format has no escape for the character that parts its frames. */
function names({ file, function: name, line, text }: Frame): string[] {
  return [file, name, `${line}: ${text}`].map((part) => part.replaceAll(";", ","));
}
