/** Thread traces in; sites and lines with allocated, needed, reusable and advice out. Pure. */

import { sumLives } from "../report/lives.js";
import { REPORT_VERSION, type Report } from "../report/report.js";
import type { ThreadTrace } from "../trace/format.js";
import { attribute } from "./attribution.js";
import { auditOf } from "./audit.js";
import { sumCounts } from "./figures.js";
import { reportFiles } from "./lines.js";
import { notSeen } from "./not-seen.js";
import { reportOperations } from "./operations.js";
import { reportPath } from "./paths.js";
import { reportPools } from "./pools.js";
import { reportSites } from "./sites.js";
import { sourceSites } from "./source-sites.js";

export interface AnalysisOptions {
  /** Entry script, as a path or as what stands for it (`-e`). */
  script: string;
  /** Absolute; reported paths are relative to it. */
  cwd: string;
  /** Our own version. */
  tool: string;
  /** How the process ended, where the launching side knows; else what its main thread wrote down. */
  ended?: Report["ended"];
}

/**
 * One report over all threads and processes of a run. The order of `traces` makes no difference. Without any trace
 * (the process was killed before one was written) the report is empty, and `ended` unknown unless it is given.
 */
export function analyse(traces: readonly ThreadTrace[], options: AnalysisOptions): Report {
  const sorted = [...traces].sort((a, b) => a.thread - b.thread || a.pid - b.pid);
  const main = sorted.find((trace) => trace.thread === 0 && trace.script === options.script) ?? sorted[0];
  const followed = sorted.some((trace) => trace.mode === "full") || sorted.length === 0;
  const sites = sourceSites(sorted, options.cwd);
  const attributions = attribute(sorted, sites);
  const pools = reportPools(sorted, attributions);
  const files = reportFiles(attributions, sites.files, pools, followed);
  const lines = files.flatMap((file) => file.lines);
  const instrumented = sorted.reduce((most, trace) => Math.max(most, trace.instrumented), sites.files.size);
  return {
    version: REPORT_VERSION,
    script: reportPath(options.script, options.cwd),
    node: main?.node ?? "unknown",
    tool: options.tool,
    ended: options.ended ?? main?.ended ?? { by: "unknown", code: null },
    mode: followed ? "full" : "count",
    threads: sorted.reduce((sum, trace) => sum + (trace.threads ?? 1), 0),
    totals: {
      ...sumCounts(files.map((file) => file.totals)),
      ...sumLives(lines),
      peakBytes: sorted.reduce((sum, trace) => sum + trace.peakBytes, 0),
      objects: lines.reduce((sum, line) => sum + line.objects, 0),
      pooled: followed ? pools.reduce((sum, pool) => sum + pool.needed, 0) : 0,
    },
    exact: lines.every((line) => line.exact),
    instrumented: { files: instrumented, sites: sites.all.length },
    files,
    sites: reportSites(sorted, sites, attributions, pools, followed),
    pools,
    operations: reportOperations(sorted, sites, attributions),
    audit: auditOf(sorted, options.cwd),
    notSeen: notSeen(sorted, options.cwd),
  };
}
