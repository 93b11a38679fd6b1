/**
 * The watcher: a thread of ours in the traced process, which writes down what the program's threads have counted so far, so
 * that an end which no JavaScript sees (SIGKILL, a full heap, a crash) costs at most a second of counting.
 *
 * It never runs an event loop: it sleeps on a word of shared memory, wakes a few times a second, and looks.
 */
import { existsSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BroadcastChannel, type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { ANSWER_SUFFIX, ASK_FILE } from "../trace/session.js";
import { LiveLine } from "./live-line.js";
import { ASKED, DONE, type ProcessShare, type ThreadShare, WAKE } from "./watch-words.js";
import { WatchedThread } from "./watched-thread.js";

export interface WatcherData {
  /** See {@link ProcessShare.control}. */
  control: Int32Array;
}

const TICK_MS = 50;

/** The process that it is to watch, which it is told of once that is known. */
function awaitShare({ control }: WatcherData): ProcessShare {
  for (;;) {
    const seen = Atomics.load(control, WAKE);
    const got = parentPort && receiveMessageOnPort(parentPort);
    if (got) return got.message as ProcessShare;
    Atomics.wait(control, WAKE, seen, TICK_MS);
  }
}

function watch(share: ProcessShare): never {
  const { control, folder, options } = share;
  const live = new LiveLine(share);
  const channel = new BroadcastChannel(share.channel);
  const threads = new Set<WatchedThread>();
  const ask = join(folder, ASK_FILE);
  let answered = 0;
  let heartbeat = 0;
  const answer = (to: number): void =>
    attempt(() => writeFileSync(join(folder, `${process.pid}${ANSWER_SUFFIX}`), `${to}`, { mode: 0o600 }));
  answer(0);
  for (;;) {
    const seen = Atomics.load(control, WAKE);
    const asked = Atomics.load(control, ASKED);
    for (const port of [parentPort, channel as unknown as MessagePort]) {
      for (let got = port && receiveMessageOnPort(port); got; got = port && receiveMessageOnPort(port)) {
        threads.add(new WatchedThread(got.message as ThreadShare, share));
      }
    }
    const request = askedAt(ask);
    const everything = asked !== Atomics.load(control, DONE) || request > answered;
    for (const thread of threads) thread.sweep.sweepPart();
    for (const thread of threads) {
      if (thread.over()) threads.delete(thread);
      else thread.look(everything);
    }
    if (asked !== Atomics.load(control, DONE)) {
      Atomics.store(control, DONE, asked);
      Atomics.notify(control, DONE);
    }
    if (request > answered) {
      answered = request;
      answer(request);
    }
    if (options.live !== null) live.show([...threads].map((thread) => thread.totals));
    const now = Date.now();
    if (now - heartbeat > 500) {
      heartbeat = now;
      for (const thread of threads) {
        const { place } = thread;
        // What is written down is still what there is.
        if (thread.current && existsSync(place)) attempt(() => utimesSync(place, now / 1000, now / 1000));
      }
    }
    Atomics.wait(control, WAKE, seen, TICK_MS);
  }
}

function askedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // A folder that is gone, or a full disk: there is nobody to tell.
  }
}

watch(awaitShare(workerData as WatcherData));
