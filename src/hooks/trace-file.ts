/** Writes one thread's trace into the session folder. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, threadId } from "node:worker_threads";
import type { Runtime } from "../runtime/index.js";
import { type NotSeen, type ThreadTrace, TRACE_VERSION } from "../trace/format.js";
import { type SessionOptions, TRACE_SUFFIX } from "../trace/session.js";
import type { Record } from "./emit.js";

export function writeTrace(
  folder: string,
  options: SessionOptions,
  runtime: Runtime,
  records: Iterable<Record>,
  left: NotSeen[],
  ended: ThreadTrace["ended"],
): void {
  let instrumented = 0;
  const notSeen: NotSeen[] = [...left];
  for (const { path, why } of records) {
    if (why === null) instrumented++;
    else notSeen.push({ path, why });
  }
  notSeen.sort((a, b) => ((a.path ?? "") < (b.path ?? "") ? -1 : 1));
  const trace: ThreadTrace = {
    version: TRACE_VERSION,
    tool: options.tool,
    node: process.versions.node,
    pid: process.pid,
    thread: threadId,
    script: isMainThread ? (process.argv[1] ?? null) : null,
    cwd: options.cwd,
    ended,
    ...runtime.trace(),
    notSeen,
    instrumented,
  };
  const name = join(folder, `${process.pid}-${threadId}${TRACE_SUFFIX}`);
  const beside = `${name}.part`;
  try {
    writeFileSync(beside, JSON.stringify(trace), { mode: 0o600 });
    renameSync(beside, name);
  } catch {
    // The folder is gone when the launching side is, and then nobody reads it.
    rmSync(beside, { force: true });
  }
}
