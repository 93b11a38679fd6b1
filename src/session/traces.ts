/** Reads what the traced threads left behind. A broken trace is a finding about the run, never a crash of ours. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ThreadTrace, TRACE_VERSION } from "../trace/format.js";
import { TRACE_SUFFIX, UNWRITTEN_FILE } from "../trace/session.js";

export interface BrokenTrace {
  /** File name within the folder. */
  file: string;
  why: string;
}

export interface Traces {
  /** The main thread of the session's first process first, then main threads, then by thread and process. */
  traces: ThreadTrace[];
  broken: BrokenTrace[];
  /** Code of the system error by which a trace could not be written, as ENOSPC. */
  unwritten: string | null;
}

/** `root` is the process that the session was started for. */
export function readTraces(folder: string, root?: number): Traces {
  const traces: ThreadTrace[] = [];
  const broken: BrokenTrace[] = [];
  let unwritten: string | null = null;
  for (const file of readdirSync(folder).sort()) {
    if (file.startsWith(`${UNWRITTEN_FILE}-`)) unwritten = file.slice(UNWRITTEN_FILE.length + 1);
    if (!file.endsWith(TRACE_SUFFIX)) continue;
    const read = readTrace(join(folder, file));
    if (typeof read === "string") broken.push({ file, why: read });
    else traces.push(read);
  }
  const isRoot = (trace: ThreadTrace): number => Number(trace.pid === root && trace.thread === 0);
  traces.sort((a, b) => isRoot(b) - isRoot(a) || a.thread - b.thread || a.pid - b.pid);
  return { traces, broken, unwritten };
}

/** The trace, or why it cannot be used. */
function readTrace(path: string): ThreadTrace | string {
  let text: string;
  let touched: number;
  try {
    text = readFileSync(path, "utf8");
    touched = statSync(path).mtimeMs;
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
  if (!isTrace(value)) return "does not have the fields of a trace";
  // The watcher touches what it has written for as long as it holds.
  return value.checkpoint ? { ...value, taken: touched } : value;
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
