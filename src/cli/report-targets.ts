/** Where the reports of a run go, checked before the script starts. */
import { type OutputFile, outputFile } from "./output-file.js";
import { type Settings, STDOUT } from "./settings.js";
import { UserError } from "./user-error.js";

export interface ReportTargets {
  /** Stdout carries the JSON report; the script's own stdout then goes to stderr. */
  jsonToStdout: boolean;
  json: OutputFile | null;
  text: OutputFile | null;
  /** The text report is printed on stderr: not when it has a file, nor when stdout carries the figures. */
  textToStderr: boolean;
}

export function reportTargets(settings: Settings, cwd: string, script: string): ReportTargets {
  const jsonToStdout = settings.json === STDOUT;
  const json = settings.json === null || jsonToStdout ? null : outputFile(settings.json, "--json", "json", cwd, script);
  const text = settings.output === null ? null : outputFile(settings.output, "--output", "text", cwd, script);
  if (json && text && json.path === text.path && !json.special) {
    throw new UserError("--json and --output name the same file", "give each report a file of its own");
  }
  return { jsonToStdout, json, text, textToStderr: !settings.quiet && !jsonToStdout && text === null };
}
