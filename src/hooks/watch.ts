/** The traced side of the watcher: starts it, and makes each traced thread of the process known to it. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BroadcastChannel, getEnvironmentData, setEnvironmentData } from "node:worker_threads";
import type { Core } from "../runtime/core.js";
import { ANSWER_SUFFIX, type SessionOptions } from "../trace/session.js";
import { mainMayImport } from "./entries.js";
import { MOVED_ENTRIES } from "./follow-messages.js";
import { Journal } from "./journal.js";
import { type StartedWatcher, startWatcher } from "./start-watcher.js";
import { ASKED, DONE, OURS, type ProcessShare, SHOWN, type ThreadShare, WAKE } from "./watch-words.js";

/** Of the environment data that a thread hands to those it starts: nothing lists its keys. */
const KEY = "alloc-trace:share";

/** What a thread gets from the one that started it. */
interface Inherited {
  share: ProcessShare;
  /** The thread's own; see `watch-words.ts`. */
  ending: Int32Array;
  /** Threads of ours that were started before it: it is to see its number without them. */
  ours: number;
  /** Numbers for sites that are taken already. */
  counted: number;
  /** What it runs, when it is given as text: whose sites these are. */
  text: WorkerText | null;
  /** It may begin with an ES module, as far as the thread that starts it can tell. */
  imports: boolean;
}

export interface WorkerText {
  first: number;
  table: string;
  source: string;
}

export interface Watch {
  share: ProcessShare;
  ending: Int32Array;
  /** How much smaller this thread's number is to look. */
  ours: number;
  counted: number;
  text: WorkerText | null;
  imports: boolean;
  /** What this thread writes down, and what its loader's thread does. */
  journal: Journal;
  loaderJournal: Journal;
  /** From now on the watcher sees this thread. */
  show(thread: number, script: string | null, core: Core): void;
}

/** Eight hex digits that no other process of this number has. Names need no more: their folder is ours alone. */
function anyName(): string {
  return Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, "0");
}

export function watchMain(folder: string, options: SessionOptions, started: StartedWatcher = startWatcher()): Watch {
  const { control, worker } = started;
  const share: ProcessShare = {
    folder,
    options,
    name: `${process.pid}-${anyName()}`,
    control,
    moved: new Int32Array(new SharedArrayBuffer(MOVED_ENTRIES * 4)),
    channel: `alloc-trace-${anyName()}${anyName()}`,
  };
  // It answers by itself when it has begun: until then whoever would end this process waits for that.
  if (worker !== null) writeFileSync(join(folder, `${process.pid}${ANSWER_SUFFIX}`), "-1", { mode: 0o600 });
  worker?.postMessage(share);
  wake(share);
  return makeWatch(
    { share, ending: newEnding(), ours: 0, counted: 0, text: null, imports: mainMayImport() },
    (message) => worker?.postMessage(message),
  );
}

/** Null in a thread whose parent did not let it be followed. */
export function watchWorker(): Watch | null {
  const inherited = getEnvironmentData(KEY) as Inherited | undefined;
  if (inherited === undefined) return null;
  return makeWatch(inherited, (message) => {
    const channel = new BroadcastChannel(inherited.share.channel);
    channel.postMessage(message);
    channel.close();
  });
}

function makeWatch(inherited: Inherited, tell: (message: ThreadShare) => void): Watch {
  const journal = new Journal();
  const loaderJournal = new Journal();
  const { share, ending } = inherited;
  return {
    ...inherited,
    journal,
    loaderJournal,
    show(thread, script, core) {
      const { shared: _, settle: __, handOver: ___, alone: ____, full: _____, ...tables } = core;
      core.handOver = () => wake(share);
      tell({
        thread,
        number: thread - inherited.ours,
        script,
        core: tables,
        journals: [journal.memory, loaderJournal.memory],
        ending,
      });
      Atomics.add(share.control, SHOWN, 1);
      wake(share);
    },
  };
}

export function newEnding(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(16));
}

/** Runs `start`, which starts a thread, with what that thread is to inherit. */
export function handOn<Result>(
  share: ProcessShare,
  given: Pick<Inherited, "ending" | "counted" | "text" | "imports">,
  start: () => Result,
): Result {
  const before = getEnvironmentData(KEY);
  const inherited: Inherited = { share, ours: Atomics.load(share.control, OURS), ...given };
  setEnvironmentData(KEY, inherited);
  try {
    return start();
  } finally {
    setEnvironmentData(KEY, before);
  }
}

export function wake({ control }: ProcessShare): void {
  Atomics.add(control, WAKE, 1);
  Atomics.notify(control, WAKE);
}

const LONGEST_FLUSH_MS = 5000;

/** Has the watcher write down every thread that has not done so itself, and waits for it. */
export function flush(share: ProcessShare): void {
  const { control } = share;
  if (Atomics.load(control, SHOWN) < 2) return;
  const asked = Atomics.add(control, ASKED, 1) + 1;
  wake(share);
  const from = Date.now();
  while (Atomics.load(control, DONE) < asked && Date.now() - from < LONGEST_FLUSH_MS) {
    Atomics.wait(control, DONE, asked - 1, 200);
  }
}
