/**
 * The way in for `node --require`. With `--import` Node loads even a CommonJS script through its loader for ES modules, and
 * the order of its promise jobs and ticks, the place it names for an uncaught error and the end of its stack traces are then
 * not those of `node script`; with `--require` they are: `shouldUseESMLoader` in
 * https://github.com/nodejs/node/blob/main/lib/internal/modules/run_main.js
 */
import threads = require("node:worker_threads");

/** `starter` is a module with an `attach` of its own, as a path; the tracer's when it is not given. */
function attach(folder: string, starter = "./start.js"): void {
  // Node's own thread for loader hooks runs preloaded modules as well: nothing is to be loaded there for nothing.
  if (!threads.isMainThread && threads.parentPort === null) return;
  const start = require("./start.js") as typeof import("./start.js");
  if (!start.isProgram()) return;
  const before = new Set(Object.keys(require.cache));
  before.delete(__filename);
  if (starter === "./start.js") start.attach(folder);
  else (require(starter) as { attach(folder: string): void }).attach(folder);
  // `require.cache` is the program's to look at: neither we nor what asked for us is to be found in it.
  for (const [key, entry] of Object.entries(require.cache)) {
    if (!before.has(key) || key === module.parent?.filename || key.startsWith(__dirname)) delete require.cache[key];
    else entry?.children.splice(0, entry.children.length, ...entry.children.filter((child) => child !== module));
  }
}

export = { attach };
