/** Attaches the tracer to this thread, before the program's first line. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { types } from "node:util";
import { isMainThread, parentPort } from "node:worker_threads";
import { install } from "../runtime/index.js";
import { SESSION_FILE, type SessionOptions } from "../trace/session.js";
import { atEnd } from "./ending.js";
import { installFatal } from "./fatal.js";
import { loading } from "./loading.js";
import { OWN_PATH } from "./ours.js";
import { Texts } from "./texts.js";
import { writeTrace } from "./trace-file.js";

/** `afterTrace` is called once the trace of the main thread is on disk. */
export function attach(folder: string, afterTrace: () => void = () => undefined): void {
  const options = JSON.parse(readFileSync(join(folder, SESSION_FILE), "utf8")) as SessionOptions;
  const runtime = install({
    countOnly: options.countOnly,
    window: options.window,
    isProxy: types.isProxy,
    readers: [Buffer],
    arrayClasses: namedClasses(options.arrayClasses),
    sourceOf: (path) => positions.source(path),
  });

  const { emitter, positions, records, refresh, install: installHooks } = loading(options);
  const texts = new Texts(emitter, runtime.texts, positions.texts);
  let written = false;
  const last = (code: number): void => {
    refresh();
    writeTrace(folder, options, runtime, records.values(), texts.notSeen(), {
      by: fatal.happened ? "error" : "exit",
      code,
    });
    if (!written && isMainThread) afterTrace();
    written = true;
  };
  const fatal = installFatal(positions, isMainThread, () => last(Number(process.exitCode ?? 1)));
  installHooks();
  atEnd(last);
}

/** `["Tensor", "!Box3"]`: by name, whether it is an array class. */
function namedClasses(names: readonly string[]): Map<string, boolean> {
  return new Map(names.map((name) => (name.startsWith("!") ? [name.slice(1), false] : [name, true])));
}

/** Package managers that start the program, and our own command line: NODE_OPTIONS reaches them as well. */
const LAUNCHERS = /^(?:npm|npx|pnpm|pnpx|yarn|yarnpkg|corepack)(?:-cli)?(?:\.[cm]?js)?$/;

/** Whether this thread runs something that a user may want traced. */
export function isProgram(script: string | undefined = process.argv[1]): boolean {
  // Node's own thread for loader hooks, which runs preloaded modules as well; a worker's `parentPort` is never null.
  if (!isMainThread && parentPort === null) return false;
  if (script === undefined) return true;
  if (LAUNCHERS.test(basename(script))) return false;
  return !script.startsWith(join(OWN_PATH, "..", "bin")) && basename(script) !== "alloc-trace";
}
