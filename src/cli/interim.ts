/** What is said of a run that goes on: a line of JSON every so often, and the whole report when SIGUSR2 asks. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Report } from "../report/index.js";
import type { Interim, Traces } from "../session/index.js";
import { deliverReport, reportOf } from "./deliver.js";
import type { Host } from "./host.js";
import { quote } from "./quote.js";
import type { Settings } from "./settings.js";
import { UserError } from "./user-error.js";

interface Run {
  settings: Settings;
  /** Absolute path of the script. */
  script: string;
  cwd: string;
  tool: string;
}

/** Null where nothing is asked for: SIGUSR2 is then all there is. */
export function interim(run: Run, host: Host): Interim {
  const { settings, cwd } = run;
  const file = settings.everyTo === null ? null : resolve(cwd, settings.everyTo);
  if (file !== null && settings.everyTo !== null) refuseOther(file, settings.everyTo);
  return {
    every: settings.every,
    period(traces, elapsed) {
      const line = `${JSON.stringify(lineOf(soFar(run, traces), elapsed))}\n`;
      try {
        if (file === null) host.stderr.write(line);
        else appendFileSync(file, line);
      } catch {
        // A full disk costs the line, not the run.
      }
    },
    async asked(traces) {
      const targets = [{ format: "text" as const, to: "stderr" as const }];
      await deliverReport(soFar(run, traces), { settings, targets, cwd, confined: false }, host);
    },
  };
}

function soFar({ script, cwd, tool }: Run, traces: Traces): Report {
  const now = { code: null, signal: null, abandoned: false, timedOut: false, kept: null, took: 0, endedAt: Date.now() };
  const report = reportOf({ launched: { ...now, ...traces }, script, cwd, tool });
  const { age } = report.ended;
  report.ended = { by: "running", code: null, ...(age === undefined ? {} : { age }) };
  return report;
}

/** One line of `--every`: sums since the run began, and the line with the most arrays. */
function lineOf(report: Report, elapsed: number): object {
  const lines = report.files.flatMap((file) => file.lines.map((line) => ({ file: file.path, line })));
  const [most] = lines.sort((a, b) => b.line.allocated - a.line.allocated);
  const { allocated, needed, reusable, bytes } = report.totals;
  return {
    at: new Date().toISOString(),
    elapsed: Math.round(elapsed),
    allocated,
    needed,
    reusable,
    bytes,
    threads: report.threads,
    most: most ? { file: most.file, line: most.line.line, allocated: most.line.allocated } : null,
  };
}

const SOURCE = /\.(?:[cm]?[jt]sx?|json)$/i;

/** Only a file of such lines is appended to. */
function refuseOther(path: string, typed: string): void {
  if (SOURCE.test(path)) throw new UserError(`--every-to names source code, ${quote(typed)}`, "name another file");
  if (!existsSync(path)) return;
  let text: string;
  try {
    text = readFileSync(path, "utf8").slice(0, 100);
  } catch {
    throw new UserError(`--every-to names ${quote(typed)}, which cannot be read`, "name another file");
  }
  if (text !== "" && !text.startsWith('{"at":')) {
    throw new UserError(`--every-to names ${quote(typed)}, which holds something else`, "name another file");
  }
}
