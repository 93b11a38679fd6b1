/** What the threads did not see, each once, with its reason. */
import type { NotSeen, ThreadTrace } from "../trace/format.js";
import { reportPath, reportReason } from "./paths.js";
import { byText } from "./source-sites.js";

export function notSeen(traces: readonly ThreadTrace[], cwd: string): NotSeen[] {
  const all = traces.flatMap((trace) =>
    trace.notSeen.map((entry) => {
      const seen: NotSeen = { why: reportReason(entry.why, cwd) };
      if (entry.path !== undefined) seen.path = reportPath(entry.path, cwd);
      if (entry.what !== undefined) seen.what = entry.what;
      return seen;
    }),
  );
  return notSeenOnce(all);
}

/** Each once, by reason. */
export function notSeenOnce(all: readonly NotSeen[]): NotSeen[] {
  const found = new Map(all.map((seen) => [JSON.stringify([seen.path ?? null, seen.what ?? null, seen.why]), seen]));
  return [...found.values()].sort(
    (a, b) => byText(a.why, b.why) || byText(a.path ?? "", b.path ?? "") || byText(a.what ?? "", b.what ?? ""),
  );
}
