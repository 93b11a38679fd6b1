/** Runs a script for the gate: its report, or the words for why there is none. */
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../report/report.js";
import { type Launched, launch } from "../session/index.js";
import { reportOf } from "./deliver.js";
import type { Host } from "./host.js";
import { quote } from "./quote.js";
import { inWords } from "./run-script.js";
import type { Script } from "./script.js";
import { inheritedFlags, sessionOptions } from "./session-options.js";
import type { Settings } from "./settings.js";
import { EXIT, UserError } from "./user-error.js";

/** The script did not run to its end, so there is nothing to compare. Exit code 3. */
export class ScriptFailed extends UserError {
  constructor(
    message: string,
    mend: string,
    readonly ended: Report["ended"] & { script: string },
  ) {
    super(message, mend, EXIT.script);
  }
}

/** A second Ctrl-C: nobody waits for a result. */
export class Abandoned extends Error {}

export interface GateRun {
  script: Script;
  args: readonly string[];
  /** Variables on top of our own. */
  env: Readonly<Record<string, string>>;
  cwd: string;
  tool: string;
  settings: Settings;
}

/** What is shown of the output of a script that failed. */
const TAIL_BYTES = 4096;
const TAIL_LINES = 20;

/** What the script prints is shown only when it fails. */
export async function runForReport(run: GateRun, host: Host): Promise<Report> {
  const { script, args, cwd, tool, settings } = run;
  const folder = mkdtempSync(join(tmpdir(), "alloc-trace-output-"));
  const output = openSync(join(folder, "output"), "w+");
  try {
    const launched = await launch(
      {
        execPath: host.execPath,
        nodeArgs: [...inheritedFlags(host.execArgv), ...settings.nodeArgs],
        script: script.word,
        args,
        env: { ...host.env, ...run.env },
        stdoutToStderr: false,
        timeout: settings.timeout,
        output,
        keep: null,
        session: sessionOptions(settings, cwd, tool, host),
      },
      host,
      () => {},
    ).catch(inWords);
    if (launched.abandoned) throw new Abandoned();
    const report = reportOf({ launched, script: script.path, cwd, tool });
    refuseFailure(report, launched, host, output);
    return report;
  } finally {
    closeSync(output);
    rmSync(folder, { recursive: true, force: true });
  }
}

function refuseFailure(report: Report, launched: Launched, host: Host, output: number): void {
  const { by, code, signal } = report.ended;
  const mend = `mend it, then check again; by itself: node ${quote(report.script)}`;
  const ended = { ...report.ended, script: report.script };
  const fail = (what: string): never => {
    host.stderr.write(tailOf(output));
    throw new ScriptFailed(`the script ${quote(report.script)} ${what}, so nothing was compared`, mend, ended);
  };
  if (by === "timeout") fail("was ended because its time was over");
  if (signal !== undefined) fail(`was ended by ${signal}`);
  if (code !== 0) fail(`ended with exit code ${code}${by === "error" ? ", by an error that nothing caught" : ""}`);
  if (by !== "exit") fail("ended in a way that is not known");
  if (launched.unwritten !== null) fail(`left a trace that could not be written (${launched.unwritten})`);
  const [broken] = launched.broken;
  if (broken !== undefined) fail(`left a trace that ${broken.why}`);
  if (report.threads === 0) fail("left no trace: it ended before one could be written");
}

function tailOf(output: number): string {
  const { size } = fstatSync(output);
  const from = Math.max(0, size - TAIL_BYTES);
  const bytes = Buffer.alloc(size - from);
  readSync(output, bytes, 0, bytes.length, from);
  const text = bytes.toString("utf8").trimEnd();
  if (text === "") return "";
  const lines = text.split("\n").slice(-TAIL_LINES);
  return `${lines.join("\n")}\n`;
}
