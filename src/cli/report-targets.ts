/** Where the reports of a run go, checked before the script starts. */
import { type FormatName, formatOf } from "../report/formats/index.js";
import type { Host } from "./host.js";
import { type OutputFile, outputFile } from "./output-file.js";
import { type Settings, STDOUT } from "./settings.js";
import { UserError } from "./user-error.js";

export interface Target {
  format: FormatName;
  to: OutputFile | "stdout" | "stderr";
}

/** A file that may not be written over: the script, or the report that is read. */
export interface Source {
  path: string;
  /** `the script`, for the sentence. */
  what: string;
}

interface Wanted {
  format: FormatName;
  /** Null for stdout. */
  file: string | null;
  /** Option that named it, for sentences. */
  flag: string;
}

/**
 * The reports that a run is to give. When one goes to stdout, the script's own stdout goes to stderr, and there is no
 * text report beside it; else the text report is printed on stderr, unless it has a file or is not wanted.
 */
export function runTargets(
  settings: Pick<Settings, "format" | "json" | "output" | "quiet">,
  cwd: string,
  source: Source,
  host: Host,
): Target[] {
  const explicit = settings.format.filter(({ format, file }) => format === "text" && file === null);
  const others = settings.format.filter((request) => !explicit.includes(request));
  const wanted = wantedFiles({ ...settings, format: others });
  const targets = placed(wanted, cwd, source, host);
  const text = wanted.some(({ format }) => format === "text");
  const silent = settings.quiet || text || targets.some(({ to }) => to === "stdout");
  return explicit.length > 0 || !silent ? [...targets, { format: "text", to: "stderr" }] : targets;
}

/** What `report` is to give: the text on stdout when nothing else is said. */
export function reportTargets(
  settings: Pick<Settings, "format" | "output">,
  cwd: string,
  source: Source,
  host: Host,
): Target[] {
  const wanted = wantedFiles({ ...settings, json: null });
  return placed(wanted.length === 0 ? [{ format: "text", file: null, flag: "--format" }] : wanted, cwd, source, host);
}

/** What a gate is to give: the text on stdout, or on stderr when something else goes to stdout. */
export function gateTargets(
  settings: Pick<Settings, "format" | "json" | "output" | "quiet">,
  cwd: string,
  source: Source,
  host: Host,
): Target[] {
  const wanted = wantedFiles(settings);
  const targets = placed(wanted, cwd, source, host);
  if (settings.quiet || wanted.some(({ format }) => format === "text")) return targets;
  return [...targets, { format: "text", to: targets.some(({ to }) => to === "stdout") ? "stderr" : "stdout" }];
}

function wantedFiles({ format, json, output }: Pick<Settings, "format" | "json" | "output">): Wanted[] {
  const wanted: Wanted[] = format.map((request) => ({ ...request, flag: `--format ${request.format}` }));
  if (json !== null) wanted.push({ format: "json", file: json === STDOUT ? null : json, flag: "--json" });
  if (output === null) return wanted;
  // `--format sarif -o out.sarif`: the one format that has no file is meant.
  const homeless = wanted.filter(({ file, flag }) => file === null && flag !== "--json");
  if (homeless.length > 1) {
    const [first] = homeless;
    throw new UserError(
      `--output could be meant for ${homeless.map(({ flag }) => flag).join(" or ")}`,
      `name each file, as in ${first?.flag}=FILE`,
    );
  }
  if (homeless.length === 0) return [...wanted, { format: "text", file: output, flag: "--output" }];
  return wanted.map((one) => (one === homeless[0] ? { ...one, file: output, flag: "--output" } : one));
}

function placed(wanted: readonly Wanted[], cwd: string, source: Source, host: Host): Target[] {
  const toStdout = wanted.filter(({ file }) => file === null);
  if (toStdout.length > 1) {
    throw new UserError(
      `${toStdout.map(({ flag }) => flag).join(" and ")} would both go to stdout`,
      `give all but one a file, as in ${toStdout[1]?.flag}=FILE`,
    );
  }
  const [only] = toStdout;
  if (only !== undefined && formatOf(only.format).binary && host.stdout.isTTY) {
    throw new UserError(`${only.format} is no text for a terminal`, `give it a file, as in ${only.flag}=FILE`);
  }
  const targets: (Target & { flag: string })[] = [];
  for (const { format, file, flag } of wanted) {
    const to = file === null ? "stdout" : outputFile(file, flag, format, cwd, source, host.env);
    const same = targets.find((other) => typeof to === "object" && isSame(to, other.to));
    if (same) throw new UserError(`${same.flag} and ${flag} name the same file`, "give each report a file of its own");
    targets.push({ format, to, flag });
  }
  return targets.map(({ format, to }) => ({ format, to }));
}

function isSame(a: OutputFile, b: Target["to"]): boolean {
  return typeof b === "object" && a.path === b.path && !a.special && !a.append;
}
