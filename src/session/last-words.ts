/** Waits for what the script has counted to be written down, before a signal ends it. */
import { setTimeout as sleep } from "node:timers/promises";
import { askForLastWords } from "../hooks/last-words.js";

/** A watcher looks every 50 ms; one that has not answered by then has a busy machine around it, or is not there. */
const LONGEST_WAIT_MS = 3000;
const LOOK_AGAIN_MS = 10;

/** Resolves when the process has written down all its threads, or will not do so any more. `alive` is asked meanwhile. */
export async function lastWords(folder: string, pid: number, alive: () => boolean): Promise<void> {
  const answered = askForLastWords(folder, pid);
  const until = Date.now() + LONGEST_WAIT_MS;
  while (answered !== null && alive() && Date.now() < until && !answered()) await sleep(LOOK_AGAIN_MS);
}
