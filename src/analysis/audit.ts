/** How often blame was right where it was compared with a stack trace, over all threads. */
import type { ReportAudit } from "../report/report.js";
import type { ThreadTrace } from "../trace/format.js";
import { reportPath } from "./paths.js";

export function auditOf(traces: readonly ThreadTrace[], cwd: string): ReportAudit {
  const place = ({ path, line }: { path: string; line: number }) => ({ file: reportPath(path, cwd), line });
  return {
    sampled: traces.reduce((sum, { audit }) => sum + audit.sampled, 0),
    agreed: traces.reduce((sum, { audit }) => sum + audit.agreed, 0),
    disagreements: traces.flatMap(({ audit }) =>
      audit.disagreements.map(({ blamed, stack }) => ({ blamed: place(blamed), stack: place(stack) })),
    ),
  };
}
