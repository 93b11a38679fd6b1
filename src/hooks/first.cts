/**
 * What runs first in a process that the command line traces. `--require` brings it, not `--import`: with that one Node loads
 * even a CommonJS script through its loader for ES modules, and the order of its promise jobs and ticks, the place it names
 * for an uncaught error and the end of its stack traces are then not those of `node script`: `shouldUseESMLoader` in
 * https://github.com/nodejs/node/blob/main/lib/internal/modules/run_main.js
 */
import path = require("node:path");

const { STACK } = require("./stack-size.js") as typeof import("./stack-size.js");

/**
 * V8 takes compiled code only from a V8 with the same flags, and the code of Node's own modules, which comes with Node, is
 * of one with the usual flags: with another size of the stack each of them is compiled anew, in every thread. The size
 * itself was taken over when V8 began, and stays what it is.
 */
function likeOthers(): void {
  const sizes = process.execArgv.filter((flag) => /^--stack[-_]size/.test(flag));
  if (sizes.length !== 1 || sizes[0] !== STACK.more) return;
  const { setFlagsFromString } = require("node:v8") as typeof import("node:v8");
  setFlagsFromString(STACK.usual);
}

/** `starter` is the path of a module with an `attach` of its own, for a run that is not traced. */
function begin(parent: NodeModule, folder: string, cache: string | null, starter?: string): void {
  likeOthers();
  const { isMainThread } = require("node:worker_threads") as typeof import("node:worker_threads");
  const { isProgram } = require("./program.js") as typeof import("./program.js");
  // Nothing is to be loaded for nothing.
  if (!isProgram()) return;
  const { startWatcher } = require("./start-watcher.js") as typeof import("./start-watcher.js");
  // It begins while the rest is being loaded.
  const watcher = isMainThread && starter === undefined ? startWatcher() : undefined;
  const { compiled } = require("./compiled.cjs") as typeof import("./compiled.cjs");
  // Threads start under flags that we have set.
  const { exports, keep } = compiled(
    path.join(__dirname, "preload.cjs"),
    cache,
    parent,
    isMainThread ? "main" : "thread",
  );
  (exports as typeof import("./preload.cjs")).attach(folder, { starter, watcher, ready: keep });
}

export = { begin };
