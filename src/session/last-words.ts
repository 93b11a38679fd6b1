/** Before a signal ends the script at once, what it has counted is written down by the watcher inside of it. */
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ANSWER_SUFFIX, ASK_FILE, HANDLED_SUFFIX } from "../trace/session.js";

/** A watcher looks every 50 ms; one that has not answered by then has a busy machine around it, or is not there. */
const LONGEST_WAIT_MS = 3000;
const LOOK_AGAIN_MS = 10;

/** True when the script handles the signal by itself: then it is no end. */
export function isHandled(folder: string, pid: number, signal: NodeJS.Signals): boolean {
  return existsSync(join(folder, `${pid}-${signal}${HANDLED_SUFFIX}`));
}

/** Resolves when the process has written down all its threads, or will not do so any more. `alive` is asked meanwhile. */
export async function lastWords(folder: string, pid: number, alive: () => boolean): Promise<void> {
  const wish = ask(folder);
  if (wish === null) return;
  const answer = join(folder, `${pid}${ANSWER_SUFFIX}`);
  const until = Date.now() + LONGEST_WAIT_MS;
  while (alive() && Date.now() < until) {
    if (answerIn(answer) >= wish) return;
    await sleep(LOOK_AGAIN_MS);
  }
}

/** The file's time of change is the wish's number: each wish has a larger one than the last. */
function ask(folder: string): number | null {
  const path = join(folder, ASK_FILE);
  try {
    const last = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    writeFileSync(path, "", { mode: 0o600 });
    const now = Math.max(Date.now(), Math.floor(last) + 1000) / 1000;
    utimesSync(path, now, now);
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}

function answerIn(path: string): number {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return 0;
  }
}
