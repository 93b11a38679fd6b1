/**
 * Budgets in the source: `// alloc-trace: max 2 per iteration` beside the loop or function, or on the line above it.
 *
 * `max <number> [allocated | needed | reusable | bytes | per iteration | per call]`, several separated by commas.
 */
import { parseSync, Visitor } from "oxc-parser";
import type { Metric, Region } from "../report/finding.js";
import type { Budget } from "./budget.js";
import { limitOf } from "./law.js";

/** A comment that means a budget and cannot be one. `what` completes the sentence "the budget at a.ts:12 …". */
export class SourceBudgetFault extends Error {
  constructor(
    readonly line: number,
    readonly what: string,
    readonly mend: string,
  ) {
    super(what);
  }
}

const MARK = /^\s*\*?\s*alloc-trace:\s*(.*?)\s*$/s;
const UNITS: Readonly<Record<string, Metric>> = {
  "": "allocated",
  arrays: "allocated",
  allocated: "allocated",
  needed: "needed",
  reusable: "reusable",
  bytes: "bytes",
  "per iteration": "perIteration",
  "per call": "perCall",
};
const EXAMPLE = "write it as // alloc-trace: max 2 per iteration";

interface Stretch extends Region {
  what: "loop" | "function" | "code";
}

/**
 * @param path as in the report
 * @returns an empty list for a text that no parser takes: it was not traced either
 * @throws SourceBudgetFault
 */
export function sourceBudgets(path: string, source: string): Budget[] {
  if (!source.includes("alloc-trace:")) return [];
  const parsed = parseSync(path, source, { sourceType: "unambiguous" });
  const marked = parsed.comments.flatMap((comment) => {
    const said = MARK.exec(comment.value)?.[1];
    return said === undefined ? [] : [{ ...comment, said }];
  });
  if (marked.length === 0) return [];
  const lines = new Lines(source);
  const stretches = stretchesOf(parsed.program, lines);
  return marked.flatMap(({ start, end, said }) => {
    const { line } = lines.place(start);
    const target = targetLine(lines, start, end);
    return said.split(",").map((part): Budget => {
      const { metric, most } = limitIn(part.trim(), line);
      const { what, ...region } = stretchAt(stretches, target, metric, line, lines);
      return {
        scope: { of: "region", file: path, region, what },
        law: limitOf(metric, most),
        source: `${path}:${line}`,
      };
    });
  });
}

function limitIn(text: string, line: number): { metric: Metric; most: number } {
  const parts = /^max\s+(\d+(?:\.\d+)?)\s*([a-z ]*)$/.exec(text.replaceAll(/\s+/g, " "));
  const metric = UNITS[(parts?.[2] ?? "?").trim()];
  if (parts === null || metric === undefined) {
    throw new SourceBudgetFault(line, `says ${JSON.stringify(text.slice(0, 60))}, which is no budget`, EXAMPLE);
  }
  return { metric, most: Number(parts[1]) };
}

/** The comment's own line where code stands before it, else the next line that holds code. */
function targetLine(lines: Lines, start: number, end: number): number {
  const own = lines.place(start);
  if (
    lines
      .text(own.line)
      .slice(0, own.column - 1)
      .trim() !== ""
  )
    return own.line;
  const last = lines.place(end);
  if (/\S/.test(lines.text(last.line).slice(last.column - 1))) return last.line;
  let line = last.line + 1;
  while (line < lines.count && /^\s*(?:$|\/\/|\/\*|\*)/.test(lines.text(line))) line++;
  return line;
}

function stretchAt(stretches: readonly Stretch[], target: number, metric: Metric, line: number, lines: Lines): Stretch {
  const wanted = metric === "perIteration" ? "loop" : metric === "perCall" ? "function" : null;
  // Outermost first: `for (…) for (…)` on one line means the first.
  const found = stretches.find((stretch) => stretch.line === target && (wanted === null || stretch.what === wanted));
  if (found !== undefined) return found;
  if (wanted === null) {
    return { what: "code", line: target, column: 1, endLine: target, endColumn: lines.text(target).length + 1 };
  }
  throw new SourceBudgetFault(
    line,
    `is per ${wanted === "loop" ? "iteration" : "call"}, but no ${wanted} begins at line ${target}`,
    `put it beside the ${wanted}, or on the line above`,
  );
}

/** Loops, functions and statements, outermost first. */
function stretchesOf(program: ReturnType<typeof parseSync>["program"], lines: Lines): Stretch[] {
  const found: (Stretch & { start: number })[] = [];
  const add =
    (what: Stretch["what"]) =>
    ({ start, end }: { start: number; end: number }): void => {
      const from = lines.place(start);
      const to = lines.place(end);
      found.push({ what, start, ...from, endLine: to.line, endColumn: to.column });
    };
  const loop = add("loop");
  const fn = add("function");
  new Visitor({
    ForStatement: loop,
    ForInStatement: loop,
    ForOfStatement: loop,
    WhileStatement: loop,
    DoWhileStatement: loop,
    FunctionDeclaration: fn,
    FunctionExpression: fn,
    ArrowFunctionExpression: fn,
  }).visit(program);
  return found.sort((a, b) => a.start - b.start || b.endLine - a.endLine);
}

/** Lines as the instrumenter counts them: by ECMAScript's own line terminators. */
class Lines {
  readonly #starts = [0];
  constructor(private readonly source: string) {
    for (const { index, 0: found } of source.matchAll(/\r\n|[\n\r\u2028\u2029]/g))
      this.#starts.push(index + found.length);
  }

  get count(): number {
    return this.#starts.length;
  }

  place(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  text(line: number): string {
    return this.source
      .slice(this.#starts[line - 1] ?? this.source.length, this.#starts[line])
      .replace(/[\n\r\u2028\u2029]+$/, "");
  }
}
