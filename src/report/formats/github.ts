/** Workflow commands: what a step prints, the runner shows as annotations on the changed lines. */
import type { Findings } from "../finding.js";
import { findingProblems } from "../finding-problems.js";
import { count, counted } from "../numbers.js";
import type { RenderOptions } from "../options.js";
import { namedMessage, type Problem, type ProblemList } from "../problem.js";
import type { Report } from "../report.js";
import { reportProblems } from "../report-problems.js";
import { fileOf, repositoryPath } from "../repository-path.js";
import { visibleName } from "../visible.js";

/** The runner shows ten annotations of a kind for a step, and drops the others without a word. */
const MOST_SHOWN = 10;

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

export function renderGithub(report: Report, options: RenderOptions): string {
  return annotations(reportProblems(report, options), options);
}

export function renderGithubFindings(findings: Findings, options: RenderOptions): string {
  return annotations(findingProblems(findings), options);
}

function annotations(list: ProblemList, { pathPrefix }: RenderOptions): string {
  const shown = list.problems.slice(0, MOST_SHOWN);
  const lines = shown.map((problem) => annotation(problem, list, pathPrefix));
  const left = list.problems.length - shown.length;
  if (left > 0) lines.push(`alloc-trace: ${count(left)} more not shown as annotations`);
  if (list.problems.length === 0) lines.push(`alloc-trace: ${counted(0, "problem")}`);
  return lines.map((line) => `${line}\n`).join("");
}

function annotation(problem: Problem, { rules }: ProblemList, pathPrefix: string): string {
  const { path, line } = fileOf(problem.file);
  const properties: [string, string][] = [["file", visibleName(repositoryPath(path, pathPrefix))]];
  const region = problem.region;
  if (line !== null) properties.push(["line", String(line)]);
  else if (region !== null) {
    properties.push(["line", String(region.line)]);
    // The runner ignores columns of an annotation over several lines, and warns of it.
    if (region.endLine === region.line && region.endColumn > region.column) {
      properties.push(["col", String(region.column)], ["endColumn", String(region.endColumn)]);
    } else if (region.endLine > region.line) properties.push(["endLine", String(region.endLine)]);
  }
  properties.push(["title", rules[problem.rule]?.title ?? problem.rule]);
  const text = [namedMessage(problem), ...(problem.mend === "" ? [] : [problem.mend])].join("\n");
  return `::${COMMANDS[problem.level]} ${properties.map(([name, value]) => `${name}=${property(value)}`).join(",")}::${data(text)}`;
}

/** https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs has what it puts back. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
