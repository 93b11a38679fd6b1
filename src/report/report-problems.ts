/** A report as a list of notes: every expression of the user's own whose arrays could have been fewer. */
import { count, counted } from "./numbers.js";
import type { RenderOptions } from "./options.js";
import type { Problem, ProblemList } from "./problem.js";
import { rank } from "./ranking.js";
import type { Advice, Report, ReportExpression } from "./report.js";
import { typeLabel } from "./type-label.js";
import { visible } from "./visible.js";

type Rule = Exclude<Advice["rule"], "keep"> | "reusable";

/** By the advice that an expression has; `reusable` where the figures alone speak. */
const RULES: Readonly<Record<Rule, { title: string; help: string }>> = {
  hoist: {
    title: "A fresh array every time round, where one made above the loop would serve",
    help: "Every array made here is finished with before the next one is made. Make it once, outside, and write into it.",
  },
  swap: {
    title: "Each array lives until the next one is made: two used in turn would serve",
    help: "Make two arrays above the loop, read from one, write into the other, and swap them at the end of each round.",
  },
  "in-place": {
    title: "The result could have been written over an operand",
    help: "The operand's last use is this very operation, so its storage could have taken the result.",
  },
  fuse: {
    title: "An array between two steps could be left out",
    help: "One pass that does both steps makes no array between them.",
  },
  pool: {
    title: "Many arrays made, few needed at once",
    help: "Few of the arrays made here are in use at any one time. Keep as many as that, and hand them out in turn.",
  },
  presize: {
    title: "An array grows while it is filled",
    help: "Its length is known when it is made: give it that length at once.",
  },
  unused: {
    title: "Arrays are made and never used",
    help: "Nothing ever reads, writes or passes on the arrays made here. Make them only where they are needed.",
  },
  reusable: {
    title: "Arrays could have reused earlier ones",
    help: "When a later array was made here, an earlier one of the same size was no longer in use.",
  },
};

export function reportProblems(report: Report, options: Pick<RenderOptions, "sort" | "min" | "all">): ProblemList {
  const foreign = new Set(report.files.filter((file) => file.dependency !== null).map((file) => file.path));
  const { listed } = rank(report, { ...options, top: Number.POSITIVE_INFINITY });
  const own = listed.filter(({ file }) => !foreign.has(file));
  const problems: Problem[] = [];
  for (const { file, line } of own) {
    for (const expression of line.expressions) {
      const advice = expression.advice.find(({ rule }) => rule !== "keep");
      if (advice === undefined && expression.reusable === 0) continue;
      const rule = `alloc-${advice?.rule ?? "reusable"}`;
      const { column, endLine, endColumn } = expression;
      problems.push({
        rule,
        level: "note",
        file,
        region: { line: line.line, column, endLine, endColumn },
        function: expression.function,
        text: expression.text,
        message: figuresOf(expression, report.mode),
        mend: advice === undefined ? "" : visible(advice.text),
        identity: `${rule}\n${expression.key}`,
      });
    }
  }
  const rules = Object.fromEntries(Object.entries(RULES).map(([rule, said]) => [`alloc-${rule}`, said]));
  const lines = report.files.reduce((sum, file) => sum + file.lines.length, 0);
  const noted = new Set(problems.map(({ file, region }) => `${region?.line} ${file}`)).size;
  return {
    tool: report.tool,
    scripts: [report.script],
    rules,
    problems,
    quiet: { number: lines - noted, what: "other lines that make arrays" },
  };
}

/** `1,000,000 NdArray 3×3 made, 1 needed at once, 999,999 could have reused an earlier one`. */
function figuresOf(expression: ReportExpression, mode: Report["mode"]): string {
  const [only, ...others] = expression.types;
  const label = only === undefined || others.length > 0 ? null : visible(typeLabel(only.type, only.size));
  const made = `${label === null ? counted(expression.allocated, "array") : `${count(expression.allocated)} ${label}`} made`;
  if (mode === "count") return made;
  const [most, least] = expression.exact ? ["", ""] : ["at most ", "at least "];
  return (
    `${made}, ${most}${count(expression.needed)} needed at once, ` +
    `${least}${count(expression.reusable)} could have reused an earlier one`
  );
}
