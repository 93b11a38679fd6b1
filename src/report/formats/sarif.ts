/**
 * SARIF 2.1.0 as GitHub code scanning takes it.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and for what GitHub reads and how much of it:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import type { ArtifactLocation, Log, ReportingDescriptor, Result, Region as SarifRegion } from "sarif";
import type { Findings, Region } from "../finding.js";
import { findingProblems } from "../finding-problems.js";
import { jsonText } from "../json.js";
import type { RenderOptions } from "../options.js";
import { fingerprint, type Problem, type ProblemList } from "../problem.js";
import type { Report } from "../report.js";
import { reportProblems } from "../report-problems.js";
import { fileOf, repositoryPath } from "../repository-path.js";
import { visible } from "../visible.js";

/** GitHub refuses a run with more than 25,000 results, and shows the first 5,000. */
const MOST_RESULTS = 5000;

export function renderSarif(report: Report, options: RenderOptions): string {
  return sarif(reportProblems(report, options), options);
}

export function renderSarifFindings(findings: Findings, options: RenderOptions): string {
  return sarif(findingProblems(findings), options);
}

function sarif(list: ProblemList, { pathPrefix }: RenderOptions): string {
  const ids = Object.keys(list.rules);
  const results = list.problems.slice(0, MOST_RESULTS);
  const left = list.problems.length - results.length;
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "alloc-trace",
            version: visible(list.tool),
            informationUri: "https://www.npmjs.com/package/alloc-trace",
            rules: ids.map((id) => ruleOf(id, list)),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        invocations: [
          {
            executionSuccessful: true,
            ...(left > 0 && {
              toolExecutionNotifications: [
                { level: "warning", message: { text: `${left} more results, none worse than these, are left out.` } },
              ],
            }),
          },
        ],
        results: results.map((problem) => resultOf(problem, ids, pathPrefix)),
      },
    ],
  };
  return jsonText(log);
}

function ruleOf(id: string, { rules }: ProblemList): ReportingDescriptor {
  const { title = id, help = "" } = rules[id] ?? {};
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: "warning" },
    properties: { tags: ["performance", "memory"], precision: "very-high" },
  };
}

function resultOf(problem: Problem, ids: readonly string[], pathPrefix: string): Result {
  const file = fileOf(problem.file);
  const line = file.line ?? problem.region?.line ?? 1;
  const region = problem.region === null || file.line !== null ? { startLine: line } : regionOf(problem.region);
  const mend = problem.mend === "" ? "" : ` ${sentence(problem.mend)}`;
  return {
    ruleId: problem.rule,
    ruleIndex: ids.indexOf(problem.rule),
    level: problem.level,
    message: { text: withoutLinks(`${sentence(problem.message)}${mend}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: artifactOf(repositoryPath(file.path, pathPrefix)), region },
        ...(problem.function !== "" && {
          logicalLocations: [{ fullyQualifiedName: visible(problem.function), kind: "function" }],
        }),
      },
    ],
    // The second is ours by the site's key; GitHub knows the first alone, and makes it of the line's text if there is none.
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint(problem).slice(0, 16)}:1`,
      "allocTraceSite/v1": fingerprint(problem),
    },
  };
}

/** Parts that are not in order are left out: a region may say less, never what is impossible. */
function regionOf({ line, column, endLine, endColumn }: Region): SarifRegion {
  if (endLine < line || (endLine === line && endColumn <= column)) return { startLine: line, startColumn: column };
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function artifactOf(path: string): ArtifactLocation {
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encoded(path)}` };
  if (path.startsWith("/")) return { uri: `file://${encoded(path)}` };
  return { uri: encoded(path), uriBaseId: "%SRCROOT%" };
}

function encoded(path: string): string {
  const parts = path.replace(/\p{Cs}/gu, "\ufffd").split("/");
  return parts.map((part, at) => (at === 0 && /^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part))).join("/");
}

/** `[text](place)` is a link in a message: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html, 3.11.6 */
function withoutLinks(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, "\\[");
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
