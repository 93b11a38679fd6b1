/** In the process that runs without probes: watches it with V8's own profilers, and leaves what they saw. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import v8 from "node:v8";
import { isMainThread } from "node:worker_threads";
import { attachPlain, type PlainRun } from "../../hooks/plain.js";
import { ENGINE_FILE, ENGINE_TRACE_FILE, type EngineOptions, type EngineTrace } from "../../trace/engine.js";
import { SESSION_FILE, type SessionOptions } from "../../trace/session.js";
import { watchCpu } from "./cpu.js";
import { watchCollections } from "./gc.js";
import { watchHeap } from "./heap.js";
import { cpuInSource, heapInSource } from "./in-source.js";
import { openInspector } from "./inspector.js";

/** Only the main thread is watched; workers and children run as they are. */
export function attach(folder: string): void {
  const session = JSON.parse(readFileSync(join(folder, SESSION_FILE), "utf8")) as SessionOptions;
  const options = JSON.parse(readFileSync(join(folder, ENGINE_FILE), "utf8")) as EngineOptions;
  if (isMainThread) watch(folder, session, options);
  else attachPlain(session, () => undefined);
}

function watch(folder: string, session: SessionOptions, options: EngineOptions): void {
  for (const flag of options.flags) v8.setFlagsFromString(flag);

  attachPlain(session, (run) => {
    try {
      write(folder, seen(run));
    } catch {
      // The program's own end stands; the launching side says that nothing was seen.
    }
  });
  const seen = (run: PlainRun): EngineTrace => {
    const wall = Number(process.hrtime.bigint() - start) / 1000;
    const heapSeen = heap.stop();
    const cpuSeen = cpu?.stop();
    const { events, external } = collections.stop();
    return {
      version: 1,
      node: process.versions.node,
      v8: process.versions.v8,
      wall,
      cpu: cpuSeen ? { ...cpuSeen, profile: cpuInSource(cpuSeen.profile, run) } : null,
      heap: { ...heapSeen, profile: heapInSource(heapSeen.profile, run) },
      gc: events,
      external,
    };
  };
  const inspector = openInspector();
  // The processor last, so that it does not see the others begin; stopped in the same order, the heap first.
  const collections = watchCollections();
  const cpu = options.cpuInterval === null ? null : watchCpu(inspector, options.cpuInterval);
  const heap = watchHeap(inspector, options.heapInterval, options.live);
  const start = process.hrtime.bigint();
}

function write(folder: string, trace: EngineTrace): void {
  const name = join(folder, ENGINE_TRACE_FILE);
  try {
    writeFileSync(`${name}.part`, JSON.stringify(trace), { mode: 0o600 });
    renameSync(`${name}.part`, name);
  } catch {
    // The folder is gone when the launching side is, and then nobody reads it.
    rmSync(`${name}.part`, { force: true });
  }
}
