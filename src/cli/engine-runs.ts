/** After the traced run: the same script without probes, once as it is and once without V8's escape analysis. */

import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import {
  addEngine,
  askedOnHeap,
  type Companion,
  type CompanionOptions,
  controlFlags,
  type EngineRuns,
  intervalFor,
  measureSizes,
  runCompanion,
  worries,
  writeProfiles,
} from "../engine/index.js";
import type { Report } from "../report/index.js";
import type { Launched } from "../session/index.js";
import type { EngineOptions } from "../trace/engine.js";
import type { Host } from "./host.js";
import { quote } from "./quote.js";
import type { Settings } from "./settings.js";
import { UserError } from "./user-error.js";

/** The traced run, as the others are to repeat it. */
export interface Repeated extends Omit<CompanionOptions, "stdin" | "patience"> {
  /** Absolute path of the script. */
  path: string;
}

type Seen = Companion & { trace: NonNullable<Companion["trace"]> };

/** Adds `engine` to the report: what was seen, or why nothing was. */
export async function addEngineRuns(
  report: Report,
  launched: Launched,
  settings: Pick<Settings, "engine" | "profileOut" | "retained">,
  repeated: Repeated,
  host: Host,
): Promise<void> {
  const leftOut = (await reasonAgainst(report, launched, settings, repeated, host)) ?? null;
  if (leftOut !== null) {
    report.engine = { leftOut };
    return;
  }
  const sizes = measureSizes();
  const heapInterval = intervalFor(askedOnHeap(report, sizes));
  const common: EngineOptions = { cpuInterval: null, heapInterval, live: false, flags: [] };
  const options: EngineRuns["options"] = {
    companion: { ...common, cpuInterval: launched.took < SHORT ? OFTEN : SELDOM },
    control: { ...common, flags: controlFlags(repeated.execPath) },
    live: { ...common, live: true },
  };
  const again = (engine: EngineOptions): Promise<Companion> =>
    runCompanion(
      {
        ...repeated,
        stdin: launched.kept?.stdin ?? null,
        patience: Math.max(LEAST_PATIENCE, PATIENCE * launched.took),
      },
      engine,
      host,
    );
  const companion = await again(options.companion);
  if (companion.abandoned || !sees(companion)) {
    report.engine = { leftOut: failure(companion) };
    return;
  }
  const notes: string[] = [];
  const further = async (purpose: string, engine: EngineOptions): Promise<Seen | null> => {
    const ran = await again(engine);
    if (sees(ran) && ran.code === companion.code && ran.stdout === companion.stdout) return ran;
    const why = sees(ran) ? "it ended or wrote otherwise than the one before" : failure(ran);
    notes.push(`the ${purpose} run is left out: ${why}`);
    return null;
  };
  const control = await further("control", options.control);
  const live = settings.retained ? await further("live", options.live) : null;
  const before = launched.kept?.stdout ?? null;
  addEngine(
    report,
    {
      companion,
      control,
      live,
      options,
      notes,
      sameOutput: before === null ? null : before === companion.stdout,
      sameEnd: launched.code === companion.code && launched.signal === companion.signal,
    },
    sizes,
    repeated.session.cwd,
  );
  if (settings.profileOut !== null) keepProfiles(settings.profileOut, repeated, companion);
}

/** Milliseconds of the traced run: shorter ones are looked at more often. Microseconds between two looks. */
const SHORT = 20_000;
const OFTEN = 500;
const SELDOM = 1000;

/** A run without probes is quicker; one that takes so much longer than the traced one waits for something. */
const PATIENCE = 10;
const LEAST_PATIENCE = 60_000;

function sees(companion: Companion): companion is Seen {
  return companion.trace !== null;
}

function failure({ code, signal, late, abandoned }: Companion): string {
  if (abandoned) return "it was interrupted";
  if (late) return "it took far longer than the traced run, and was ended";
  return `it ended before it could say what it saw (${signal ?? `exit code ${code}`})`;
}

async function reasonAgainst(
  report: Report,
  launched: Launched,
  { engine }: Pick<Settings, "engine">,
  { path, session }: Repeated,
  host: Host,
): Promise<string | null> {
  if (report.ended.by === "signal") return "the traced run was ended by a signal, so there is nothing to compare with";
  if (engine === "yes") return null;
  const own = report.files.filter(({ dependency }) => dependency === null).map((file) => file.path);
  const names = [...new Set([report.script, ...own])];
  const found = worries(
    names.map((name) => ({ name, path: name === report.script ? path : resolve(session.cwd, name) })),
  );
  if (launched.kept?.typed === true && found.some((what) => what.startsWith("reads stdin"))) {
    return "the script reads from the terminal, which a second run cannot be given";
  }
  if (found.length === 0) return null;
  const what = `${quote(report.script)} ${list(found)}`;
  if (launched.kept?.typed !== true || host.stderr.isTTY !== true)
    return `${what}; --engine=yes runs it again all the same`;
  return (await agrees(`alloc-trace: ${what}. Run it again, without probes? [y/N] `))
    ? null
    : `${what}, and was not to run again`;
}

async function agrees(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*y(?:es)?\s*$/i.test(await terminal.question(question));
  } finally {
    terminal.close();
  }
}

function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

function keepProfiles(folder: string, { path, session }: Repeated, { trace }: Seen): void {
  try {
    writeProfiles(resolve(session.cwd, folder), path, trace);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError(`the profiles could not be written to ${quote(folder)} (${code})`, "name another folder");
  }
}
