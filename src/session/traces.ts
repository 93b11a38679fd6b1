/** Reads what the traced threads left behind. A broken trace is a finding about the run, never a crash of ours. */
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ThreadTrace, TRACE_VERSION } from "../trace/format.js";
import { TRACE_SUFFIX, UNWRITTEN_FILE } from "../trace/session.js";
import { MergedThreads } from "./merged-threads.js";

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

/** Beyond as many, threads that have ended are told apart no more. */
const MOST_THREADS = 100;

/** Reads a session's folder, at its end or while it runs. */
export class TraceReader {
  private readonly merged: MergedThreads[] = [];

  /** `root` is the process that the session was started for. */
  constructor(
    private readonly folder: string,
    private readonly root: number | undefined,
  ) {}

  /** While the session runs: folds together what threads that have ended left behind when it becomes too much. */
  tidy(): void {
    const files = readdirSync(this.folder).filter((file) => file.endsWith(TRACE_SUFFIX));
    if (files.length <= MOST_THREADS * 2) return;
    for (const file of files) {
      const path = join(this.folder, file);
      const read = readTrace(path);
      if (typeof read === "string" || read.checkpoint || this.isRoot(read)) continue;
      fold(this.merged, read);
      rmSync(path, { force: true });
    }
  }

  all(): Traces {
    const traces: ThreadTrace[] = [];
    const broken: BrokenTrace[] = [];
    let unwritten: string | null = null;
    const rest: MergedThreads[] = [];
    for (const file of readdirSync(this.folder).sort()) {
      if (file.startsWith(`${UNWRITTEN_FILE}-`)) unwritten = file.slice(UNWRITTEN_FILE.length + 1);
      if (!file.endsWith(TRACE_SUFFIX)) continue;
      const read = readTrace(join(this.folder, file));
      if (typeof read === "string") broken.push({ file, why: read });
      else if (traces.length < MOST_THREADS || read.checkpoint || this.isRoot(read)) traces.push(read);
      else fold(rest, read);
    }
    traces.sort((a, b) => Number(this.isRoot(b)) - Number(this.isRoot(a)) || a.thread - b.thread || a.pid - b.pid);
    const folded = [...this.merged, ...rest].flatMap((merged) => merged.trace() ?? []);
    return { traces: [...traces, ...folded], broken, unwritten };
  }

  private isRoot(trace: ThreadTrace): boolean {
    return trace.pid === this.root && trace.thread === 0;
  }
}

function fold(into: MergedThreads[], trace: ThreadTrace): void {
  let merged = into.find((one) => one.takes(trace));
  if (merged === undefined) {
    merged = new MergedThreads();
    into.push(merged);
  }
  merged.add(trace);
}

export function readTraces(folder: string, root?: number): Traces {
  return new TraceReader(folder, root).all();
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
