/** Reads what the traced threads left behind. A broken trace is a finding about the run, never a crash of ours. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ThreadTrace, TRACE_VERSION } from "../trace/format.js";
import { TRACE_SUFFIX } from "../trace/session.js";

export interface BrokenTrace {
  /** File name within the folder. */
  file: string;
  why: string;
}

export interface Traces {
  /** Main threads first, then by process and thread. */
  traces: ThreadTrace[];
  broken: BrokenTrace[];
}

export function readTraces(folder: string): Traces {
  const traces: ThreadTrace[] = [];
  const broken: BrokenTrace[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(TRACE_SUFFIX)) continue;
    const read = readTrace(join(folder, file));
    if (typeof read === "string") broken.push({ file, why: read });
    else traces.push(read);
  }
  traces.sort((a, b) => a.thread - b.thread || a.pid - b.pid);
  return { traces, broken };
}

/** The trace, or why it cannot be used. */
function readTrace(path: string): ThreadTrace | string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
  if (text === "") return "is empty: the thread ended before it was written";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is cut short: the thread ended while it was being written";
  }
  return isTrace(value) ? value : "does not have the fields of a trace";
}

/** Enough to read it by: our own runtime wrote it, so only damage and another version are looked for. */
function isTrace(value: unknown): value is ThreadTrace {
  if (typeof value !== "object" || value === null) return false;
  const trace = value as Partial<Record<keyof ThreadTrace, unknown>>;
  return (
    trace.version === TRACE_VERSION &&
    typeof trace.clock === "number" &&
    typeof trace.pid === "number" &&
    typeof trace.thread === "number" &&
    typeof trace.ended === "object" &&
    trace.ended !== null &&
    [trace.files, trace.sites, trace.blamed, trace.notSeen].every(Array.isArray)
  );
}
