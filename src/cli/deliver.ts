/** Makes the report of a finished run and takes it where it was asked to go. Loaded while the script runs. */
import { analyse } from "../analysis/index.js";
import { type Report, renderJson, renderText } from "../report/index.js";
import type { Launched } from "../session/index.js";
import type { Host } from "./host.js";
import { writeOutput } from "./output-file.js";
import type { ReportTargets } from "./report-targets.js";
import type { Settings } from "./settings.js";
import { textOptions } from "./text-options.js";

export interface Finished {
  launched: Launched;
  settings: Settings;
  targets: ReportTargets;
  /** Absolute path of the script. */
  script: string;
  cwd: string;
  tool: string;
}

export async function deliver(finished: Finished, host: Host): Promise<void> {
  const { settings, targets, cwd } = finished;
  const report = reportOf(finished);
  if (targets.json) writeOutput(targets.json, renderJson(report));
  if (targets.jsonToStdout) await written(host.stdout, renderJson(report));
  if (targets.text) writeOutput(targets.text, renderText(report, textOptions(settings, cwd, host, "file")));
  if (targets.textToStderr) await written(host.stderr, renderText(report, textOptions(settings, cwd, host, "stderr")));
}

function reportOf({ launched, script, cwd, tool }: Finished): Report {
  const report = analyse(launched.traces, { script, cwd, tool, ended: endOf(launched) });
  for (const { file, why } of launched.broken) report.notSeen.push({ what: `thread trace ${file}`, why });
  if (launched.traces.length === 0 && launched.broken.length === 0) {
    report.notSeen.push({ what: "the whole run", why: "the script ended before its trace could be written" });
  }
  // Without a trace nobody has said which Node ran; it is the one that runs us.
  if (report.node === "unknown") report.node = process.versions.node;
  return report;
}

/** The child's own end is the truth; its trace can add that an exit was an uncaught error. */
function endOf({ code, signal, traces }: Launched): Report["ended"] {
  if (signal !== null) return { by: "signal", code: null, signal };
  const main = traces.find((trace) => trace.thread === 0);
  return { by: main?.ended.by === "error" && code !== 0 ? "error" : "exit", code };
}

function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    // A closed pipe is reported to the stream's own error handler; here it only means that nobody reads on.
    stream.write(text, () => resolve());
  });
}
