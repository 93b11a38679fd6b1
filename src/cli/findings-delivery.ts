/** Takes what a gate found to where it was asked to go. */
import type { Findings } from "../report/finding.js";
import { renderFindings } from "../report/index.js";
import { written } from "./deliver.js";
import type { Host } from "./host.js";
import { writeOutput } from "./output-file.js";
import { type Drawn, renderOptions } from "./render-options.js";
import type { Target } from "./report-targets.js";
import { UserError } from "./user-error.js";

interface Delivery {
  settings: Drawn;
  targets: readonly Target[];
  cwd: string;
}

/** Files first: a closed pipe must not cost a report that has one. */
export async function deliverFindings(findings: Findings, delivery: Delivery, host: Host): Promise<void> {
  const { settings, targets, cwd } = delivery;
  const inOrder = [...targets].sort((a, b) => Number(typeof a.to === "string") - Number(typeof b.to === "string"));
  for (const { format, to } of inOrder) {
    const target = typeof to === "string" ? to : "file";
    const rendered = await renderFindings(format, findings, renderOptions(settings, cwd, host, target, true));
    if (rendered === null) throw cannotRender(format);
    if (typeof to === "string") await written(host[to], rendered);
    else writeOutput(to, rendered);
  }
}

export function cannotRender(format: string): UserError {
  return new UserError(
    `the format ${format} is for reports, not for what a gate finds`,
    "take text, json, markdown, github, sarif, junit or gitlab",
  );
}
