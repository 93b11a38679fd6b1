/** Whether what a process runs is a program that a user may want traced. */
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";

/** Package managers that start the program, and our own command line: NODE_OPTIONS reaches them as well. */
const LAUNCHERS = /^(?:npm|npx|pnpm|pnpx|yarn|yarnpkg|corepack)(?:-cli)?(?:\.[cm]?js)?$/;
const BIN = fileURLToPath(new URL("../../bin", import.meta.url));

/** Whether this thread runs something that a user may want traced. */
export function isProgram(script: string | undefined = process.argv[1]): boolean {
  // Node's own thread for loader hooks, which runs preloaded modules as well; a worker's `parentPort` is never null.
  if (!isMainThread && parentPort === null) return false;
  if (script === undefined) return true;
  if (LAUNCHERS.test(basename(script))) return false;
  return !script.startsWith(BIN) && basename(script) !== "alloc-trace";
}
