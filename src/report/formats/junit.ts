/**
 * JUnit XML, for CI systems that show tests: a suite a script, a case a problem.
 *
 * https://github.com/jenkinsci/xunit-plugin, junit-10.xsd. Only what a gate calls an error is a failure.
 */
import type { Findings } from "../finding.js";
import { findingProblems } from "../finding-problems.js";
import { count } from "../numbers.js";
import type { RenderOptions } from "../options.js";
import type { Problem, ProblemList } from "../problem.js";
import type { Report } from "../report.js";
import { reportProblems } from "../report-problems.js";
import { visible } from "../visible.js";
import { xmlText } from "../xml-text.js";

export function renderJunit(report: Report, options: RenderOptions): string {
  return junit(reportProblems(report, options));
}

export function renderJunitFindings(findings: Findings): string {
  return junit(findingProblems(findings));
}

function junit({ tool, scripts, rules, problems, quiet }: ProblemList): string {
  const failures = problems.filter(({ level }) => level === "error").length;
  // A suite without a case counts as missing in some systems: what gave no problem is one that passed.
  const cases = [
    ...problems.map((problem) => testCase(problem, rules[problem.rule]?.title ?? problem.rule)),
    `    <testcase ${attributes({ classname: "alloc-trace", name: `${count(quiet.number)} ${quiet.what}`, time: "0" })}/>`,
  ];
  const totals = { tests: String(cases.length), failures: String(failures), errors: "0", time: "0" };
  const name = scripts.map(visible).join(", ");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: `alloc-trace ${visible(tool)}`, ...totals })}>`,
    `  <testsuite ${attributes({ name: name === "" ? "alloc-trace" : name, ...totals, skipped: "0" })}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(problem: Problem, title: string): string {
  const place = problem.region === null ? "" : `:${problem.region.line}:${problem.region.column}`;
  const about = problem.text === "" ? title : visible(problem.text);
  const head = attributes({
    classname: visible(problem.file),
    name: `${visible(problem.file)}${place} ${about} (${problem.rule})`,
    time: "0",
  });
  const body = [`${visible(problem.file)}${place}`, title, problem.message, problem.mend].filter((line) => line !== "");
  const text = xmlText(body.join("\n"));
  const inside =
    problem.level === "error"
      ? `<failure ${attributes({ type: problem.rule, message: problem.message })}>${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase ${head}>\n      ${inside}\n    </testcase>`;
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${xmlText(value)}"`)
    .join(" ");
}
