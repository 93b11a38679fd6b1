/**
 * Before a signal ends a process at once, what it has counted is written down by the watcher inside of it: asked for by a
 * file in the session's folder, and answered by another.
 */
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ANSWER_SUFFIX, ASK_FILE, HANDLED_SUFFIX } from "../trace/session.js";

/** True when the process handles the signal by itself: then it is no end. */
export function isHandled(folder: string, pid: number, signal: string): boolean {
  return existsSync(join(folder, `${pid}-${signal}${HANDLED_SUFFIX}`));
}

/** Asks every process of the session; the result tells whether one of them has answered. Null where nobody can. */
export function askForLastWords(folder: string, pid: number): (() => boolean) | null {
  const answer = join(folder, `${pid}${ANSWER_SUFFIX}`);
  if (answerIn(answer) === null) return null;
  const wish = ask(folder);
  return wish === null ? null : () => (answerIn(answer) ?? 0) >= wish;
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

/** A process with a watcher has answered wish −1 when it began, and its watcher wish 0. */
function answerIn(path: string): number | null {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
