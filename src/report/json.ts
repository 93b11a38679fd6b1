/** The report as JSON: the same type, described by `schema/report.schema.json`. */
import type { Findings } from "./finding.js";
import type { Report } from "./report.js";

/** JSON leaves these as they are, and some terminals obey them: C1 controls, line separators, direction overrides. */
const OBEYED = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Two-space indented, with a line end. The same report gives the same text, byte for byte. */
export function renderJson(report: Report): string {
  return jsonText(report);
}

/** What a gate found; `schema/findings.schema.json` describes it. */
export function renderJsonFindings(findings: Findings): string {
  return jsonText(findings);
}

/** Any value as JSON that is safe to print, for the formats that are JSON. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
