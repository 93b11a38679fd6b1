/** Reports, and what renders them. */
import type { Findings } from "./finding.js";
import { type FormatName, formatOf, type Rendered } from "./formats/index.js";
import { DEFAULTS, type RenderOptions } from "./options.js";
import type { Report } from "./report.js";

export { type FormatName, formatOf, type Rendered } from "./formats/index.js";
export { BYS, type RenderOptions, SORTS } from "./options.js";
export type { Report } from "./report.js";

export async function render(
  format: FormatName,
  report: Report,
  options: Partial<RenderOptions> = {},
): Promise<Rendered> {
  const renderers = await formatOf(format).load();
  return renderers.report(report, { ...DEFAULTS, ...options });
}

/** Null where the format is none for findings: a profile, or the figures of a whole run. */
export async function renderFindings(
  format: FormatName,
  findings: Findings,
  options: Partial<RenderOptions> = {},
): Promise<Rendered | null> {
  const renderers = await formatOf(format).load();
  return renderers.findings?.(findings, { ...DEFAULTS, ...options }) ?? null;
}
