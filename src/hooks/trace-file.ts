/** Writes one thread's trace into the session folder. */

import { renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RuntimeTrace } from "../runtime/index.js";
import { type NotSeen, type ThreadTrace, TRACE_VERSION } from "../trace/format.js";
import { type SessionOptions, TRACE_SUFFIX, UNWRITTEN_FILE } from "../trace/session.js";
import { isData } from "./data-modules.js";
import type { Record } from "./emit.js";
import { FINAL, WRITING } from "./watch-words.js";

export type Seen = Pick<Record, "path" | "why">;

export function traceOf(
  made: RuntimeTrace,
  seen: Iterable<Seen>,
  options: SessionOptions,
  rest: Pick<ThreadTrace, "thread" | "script" | "ended"> & Partial<Pick<ThreadTrace, "checkpoint">>,
): ThreadTrace {
  let instrumented = 0;
  const notSeen: NotSeen[] = [];
  const loaded: string[] = [];
  for (const { path, why } of seen) {
    if (!path.includes("node_modules") && !isData(path)) loaded.push(path);
    if (why === null) instrumented++;
    else notSeen.push({ path, why });
  }
  notSeen.sort((a, b) => ((a.path ?? "") < (b.path ?? "") ? -1 : 1));
  return {
    version: TRACE_VERSION,
    tool: options.tool,
    node: process.versions.node,
    pid: process.pid,
    cwd: options.cwd,
    ...rest,
    ...made,
    notSeen,
    instrumented,
    loaded: loaded.sort(),
  };
}

export function traceName(process: string, thread: number): string {
  return `${process}-${thread}${TRACE_SUFFIX}`;
}

/**
 * In place at once or not at all. What the thread itself writes at its end stays: a watcher's checkpoint that comes later
 * is dropped. `ending` is the thread's own, see `watch-words.ts`; `taken` is the moment of the figures, in milliseconds
 * since the epoch.
 */
export function putTrace(folder: string, name: string, trace: ThreadTrace, ending: Int32Array, taken: number): void {
  const own = trace.checkpoint !== true;
  const place = join(folder, name);
  const beside = `${place}.${own ? "part" : "check"}`;
  try {
    writeFileSync(beside, JSON.stringify(trace), { mode: 0o600 });
    utimesSync(beside, taken / 1000, taken / 1000);
    inTurn(ending, () => {
      if (!own && Atomics.load(ending, FINAL) === 1) rmSync(beside, { force: true });
      else renameSync(beside, place);
      if (own) Atomics.store(ending, FINAL, 1);
    });
  } catch (error) {
    // The folder is gone when the launching side is, and then nobody reads it; or its disk is full.
    rmSync(beside, { force: true });
    if (own) Atomics.store(ending, FINAL, 1);
    tellUnwritten(folder, (error as NodeJS.ErrnoException).code ?? "unknown");
  }
}

/** On a full disk a file can still be given another name. */
function tellUnwritten(folder: string, code: string): void {
  try {
    renameSync(join(folder, UNWRITTEN_FILE), join(folder, `${UNWRITTEN_FILE}-${code}`));
  } catch {
    // It has been told already, or there is nobody to tell.
  }
}

const LONGEST_TURN_MS = 1000;

function inTurn(ending: Int32Array, work: () => void): void {
  const from = Date.now();
  while (Atomics.compareExchange(ending, WRITING, 0, 1) !== 0) {
    Atomics.wait(ending, WRITING, 1, 50);
    // Whoever held it was ended in the middle of it.
    if (Date.now() - from > LONGEST_TURN_MS) break;
  }
  try {
    work();
  } finally {
    Atomics.store(ending, WRITING, 0);
    Atomics.notify(ending, WRITING);
  }
}
