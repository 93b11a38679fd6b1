/** What the threads did not see, each once, with its reason. */
import type { NotSeen, ThreadTrace } from "../trace/format.js";
import { reportPath, reportReason } from "./paths.js";
import { byText } from "./source-sites.js";

export function notSeen(traces: readonly ThreadTrace[], cwd: string): NotSeen[] {
  const found = new Map<string, NotSeen>();
  for (const trace of traces) {
    for (const entry of trace.notSeen) {
      const seen: NotSeen = { why: reportReason(entry.why, cwd) };
      if (entry.path !== undefined) seen.path = reportPath(entry.path, cwd);
      if (entry.what !== undefined) seen.what = entry.what;
      found.set(JSON.stringify([seen.path ?? null, seen.what ?? null, seen.why]), seen);
    }
  }
  return [...found.values()].sort(
    (a, b) => byText(a.why, b.why) || byText(a.path ?? "", b.path ?? "") || byText(a.what ?? "", b.what ?? ""),
  );
}
