/** GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import type { Findings } from "../finding.js";
import { findingProblems } from "../finding-problems.js";
import { jsonText } from "../json.js";
import type { RenderOptions } from "../options.js";
import { fingerprint, namedMessage, type ProblemList } from "../problem.js";
import type { Report } from "../report.js";
import { reportProblems } from "../report-problems.js";
import { fileOf, repositoryPath } from "../repository-path.js";

const SEVERITIES = { error: "major", warning: "minor", note: "info" } as const;

export function renderGitlab(report: Report, options: RenderOptions): string {
  return codeQuality(reportProblems(report, options), options);
}

export function renderGitlabFindings(findings: Findings, options: RenderOptions): string {
  return codeQuality(findingProblems(findings), options);
}

function codeQuality({ problems }: ProblemList, { pathPrefix }: RenderOptions): string {
  return jsonText(
    problems.map((problem) => {
      const { path, line } = fileOf(problem.file);
      const begin = line ?? problem.region?.line ?? 1;
      const end = line ?? problem.region?.endLine ?? 1;
      const description = `${namedMessage(problem)}${problem.mend === "" ? "" : `; ${problem.mend}`}`;
      return {
        // The format takes no empty one.
        description: description === "" ? problem.rule : description,
        check_name: problem.rule,
        fingerprint: fingerprint(problem),
        severity: SEVERITIES[problem.level],
        location: {
          path: repositoryPath(path, pathPrefix).replace(/\p{Cs}/gu, "\ufffd"),
          lines: { begin, end: Math.max(begin, end) },
        },
      };
    }),
  );
}
