/** What a gate found, as a list of problems. */
import { type Findings, RULES } from "./finding.js";
import type { ProblemList } from "./problem.js";
import { visible } from "./visible.js";

export function findingProblems(findings: Findings): ProblemList {
  return {
    tool: findings.tool,
    scripts: findings.scripts,
    rules: RULES,
    problems: findings.findings.map((finding) => ({
      rule: finding.rule,
      level: finding.severity,
      file: finding.file,
      region: finding.region,
      function: finding.function,
      text: finding.text,
      message: visible(finding.message),
      mend: visible(finding.mend),
      identity: [finding.rule, finding.metric, finding.script, finding.key].join("\n"),
    })),
    quiet: { number: findings.unchanged, what: "sites that are as they were" },
  };
}
