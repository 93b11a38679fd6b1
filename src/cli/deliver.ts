/** Makes the report of a finished run and takes it where it was asked to go. Loaded while the script runs. */
import { analyse } from "../analysis/index.js";
import { formatOf, type Rendered, type Report, render } from "../report/index.js";
import type { Launched } from "../session/index.js";
import type { Host } from "./host.js";
import { writeOutput } from "./output-file.js";
import { type Drawn, renderOptions } from "./render-options.js";
import type { Target } from "./report-targets.js";

export interface Finished {
  launched: Launched;
  settings: Drawn;
  targets: readonly Target[];
  /** Absolute path of the script. */
  script: string;
  cwd: string;
  tool: string;
  /** Adds what a run without probes shows, where one was asked for. */
  engine?: (report: Report) => Promise<void>;
}

/** Has the renderers loaded before the report is there. */
export async function prepare(targets: readonly Target[]): Promise<void> {
  await Promise.all(targets.map(({ format }) => formatOf(format).load()));
}

export async function deliver(finished: Finished, host: Host): Promise<void> {
  const { settings, targets, cwd } = finished;
  const report = reportOf(finished);
  if (settings.by === "thread") {
    const { perThread } = await import("../analysis/per-thread.js");
    const { launched, script, cwd: at, tool } = finished;
    report.perThread = perThread(launched.traces, { script, cwd: at, tool });
  }
  await finished.engine?.(report);
  await deliverReport(report, { settings, targets, cwd, confined: false }, host);
}

interface Delivery extends Pick<Finished, "settings" | "targets" | "cwd"> {
  /** See `renderOptions`. */
  confined: boolean;
}

/** Files first: a closed pipe must not cost a report that has one. */
export async function deliverReport(report: Report, delivery: Delivery, host: Host): Promise<void> {
  const { settings, targets, cwd, confined } = delivery;
  const inOrder = [...targets].sort((a, b) => Number(typeof a.to === "string") - Number(typeof b.to === "string"));
  for (const { format, to } of inOrder) {
    const target = typeof to === "string" ? to : "file";
    const rendered = await render(format, report, renderOptions(settings, cwd, host, target, confined));
    if (typeof to === "string") await written(host[to], rendered);
    else writeOutput(to, rendered);
  }
}

export function reportOf({ launched, script, cwd, tool }: Omit<Finished, "settings" | "targets">): Report {
  const report = analyse(launched.traces, { script, cwd, tool, ended: endOf(launched) });
  for (const { file, why } of launched.broken) report.notSeen.push({ what: `thread trace ${file}`, why });
  if (launched.unwritten !== null) {
    const why = `the trace could not be written to the temporary folder (${launched.unwritten})`;
    report.notSeen.push({ what: "what was counted last", why });
  } else if (launched.traces.length === 0 && launched.broken.length === 0) {
    report.notSeen.push({ what: "the whole run", why: "the script ended before its trace could be written" });
  }
  // Without a trace nobody has said which Node ran; it is the one that runs us.
  if (report.node === "unknown") report.node = process.versions.node;
  return report;
}

/** The child's own end is the truth; its trace can add that an exit was an uncaught error. */
function endOf({ code, signal, timedOut, endedAt, traces }: Launched): Report["ended"] {
  const [main] = traces;
  const age = main?.taken === undefined ? {} : { age: Math.max(0, Math.round(endedAt - main.taken)) };
  const by = timedOut ? "timeout" : "signal";
  if (signal !== null) return { by, code: null, signal, ...age };
  if (timedOut) return { by, code, ...age };
  if (main?.checkpoint) return { by: "unknown", code, ...age };
  return { by: main?.ended.by === "error" && code !== 0 ? "error" : "exit", code };
}

export function written(stream: NodeJS.WritableStream, text: Rendered): Promise<void> {
  return new Promise((resolve) => {
    // A closed pipe is reported to the stream's own error handler; here it only means that nobody reads on.
    stream.write(text, () => resolve());
  });
}
