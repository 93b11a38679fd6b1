/** Starts the watcher, see `watcher.ts`. */
import { Worker } from "node:worker_threads";
import { OURS } from "./watch-words.js";
import type { WatcherData } from "./watcher.js";

export interface StartedWatcher {
  control: Int32Array;
  /** Null where this process may start no thread: then only ends that JavaScript sees leave figures. */
  worker: Worker | null;
}

/** It waits until it is told of its process: with whom it starts is not known yet. */
export function startWatcher(): StartedWatcher {
  const control = new Int32Array(new SharedArrayBuffer(64));
  const { nextTick } = process;
  try {
    // Node tells the program of every new thread, by a tick; of this one it is to hear nothing.
    process.nextTick = () => undefined;
    const worker = new Worker(new URL("./watcher.cjs", import.meta.url), {
      workerData: { control } satisfies WatcherData,
      // None of the program's preloaded modules, and none of its streams.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      trackUnmanagedFds: false,
    });
    worker.unref();
    Atomics.add(control, OURS, 1);
    return { control, worker };
  } catch {
    return { control, worker: null };
  } finally {
    process.nextTick = nextTick;
  }
}
