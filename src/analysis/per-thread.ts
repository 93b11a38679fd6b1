/** What each thread made on its own, for who asks: the report itself has all of them in one. */
import type { ReportThread } from "../report/report.js";
import type { ThreadTrace } from "../trace/format.js";
import { type AnalysisOptions, analyse } from "./index.js";

/** The main thread first, then by what was made. @param traces as they were read: the program's first process first */
export function perThread(traces: readonly ThreadTrace[], options: AnalysisOptions): ReportThread[] {
  const root = traces[0]?.pid;
  const others = [...new Set(traces.map(({ pid }) => pid).filter((pid) => pid !== root))].sort((a, b) => a - b);
  const nameOf = ({ pid, thread, threads }: ThreadTrace): string => {
    if (threads !== undefined) return `${threads} that ended`;
    const worker = thread === 0 ? "" : `worker ${thread}`;
    if (pid === root) return worker === "" ? "main" : worker;
    return `process ${others.indexOf(pid) + 1}${worker === "" ? "" : ` ${worker}`}`;
  };
  const found = traces.map((trace): ReportThread => {
    const { totals, files } = analyse([trace], options);
    const lines = files.flatMap(({ path, lines: made }) =>
      made.map(({ line, allocated, needed }) => ({ file: path, line, allocated, needed })),
    );
    return { thread: nameOf(trace), allocated: totals.allocated, needed: totals.needed, lines };
  });
  const [main, ...rest] = found;
  if (main === undefined) return [];
  return [main, ...rest.sort((a, b) => b.allocated - a.allocated)];
}
