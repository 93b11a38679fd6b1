/** Attaches the tracer to this thread, before the program's first line. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { types } from "node:util";
import { isMainThread, threadId } from "node:worker_threads";
import { install, RUNTIME_NAME } from "../runtime/index.js";
import type { ThreadTrace } from "../trace/format.js";
import { HANDLED_SUFFIX, SESSION_FILE, type SessionOptions } from "../trace/session.js";
import { atEnd } from "./ending.js";
import { installFatal } from "./fatal.js";
import { FileTexts } from "./file-texts.js";
import { followChildren, hideFromProgram } from "./follow-children.js";
import { followMessages } from "./follow-messages.js";
import { followWorkers } from "./follow-workers.js";
import { endLive } from "./live-line.js";
import { loading } from "./loading.js";
import { iteratingByItself } from "./own-iteration.js";
import { makeRoomForProbes, withPlainConstructors } from "./probe-room.js";
import { reportAlone } from "./report-alone.js";
import { selectionOf } from "./selection.js";
import type { StartedWatcher } from "./start-watcher.js";
import { Texts } from "./texts.js";
import { putTrace, type Seen, traceName, traceOf } from "./trace-file.js";
import { flush, watchMain, watchWorker } from "./watch.js";
import { LINE_START, LIVE } from "./watch-words.js";
import { wipeBeforeWrites } from "./wipe-before-writes.js";

/** True once this thread is traced, be it by another copy of this module: `require` and `import` may have one each. */
export function isAttached(): boolean {
  return RUNTIME_NAME in globalThis;
}

function optionsIn(folder: string): SessionOptions {
  return JSON.parse(readFileSync(join(folder, SESSION_FILE), "utf8")) as SessionOptions;
}

export interface Attaching {
  /** The watcher, where it has been started already. */
  watcher?: StartedWatcher | undefined;
  /** Called once all that every start needs has run. */
  ready?: (() => void) | undefined;
  /** Called once the trace of the main thread is on disk. */
  afterTrace?: (() => void) | undefined;
}

export function attach(session: string, { watcher, ready, afterTrace }: Attaching = {}): void {
  if (isAttached()) return;
  const watch = isMainThread ? watchMain(session, optionsIn(session), watcher) : watchWorker();
  if (watch === null) return;
  const { folder, options } = watch.share;
  // The program's number for this thread: its own view of it changes below.
  const real = threadId;
  const { launcher } = options;
  const live = isMainThread && options.live !== null && process.ppid === launcher;
  if (live) {
    wipeBeforeWrites(watch.share);
    Atomics.store(watch.share.control, LINE_START, 1);
    Atomics.store(watch.share.control, LIVE, 1);
  }
  const launched = isMainThread && launcher !== null && process.ppid === launcher;
  hideFromProgram();
  const workers = options.follow !== "none" && options.follow !== "children";
  if (!isMainThread && !workers) {
    // Not traced, and not to be told from a worker of plain Node either.
    followWorkers(watch, null);
    return;
  }
  let makeRoomFor: (more: number) => void = () => undefined;
  const runtime = withPlainConstructors(process.execArgv, isMainThread, (plainConstructors) =>
    install({
      countOnly: options.countOnly,
      scopes: options.scopes,
      window: options.window,
      isProxy: types.isProxy,
      readers: [Buffer],
      queues: [setTimeout, setInterval, setImmediate, queueMicrotask, process.nextTick],
      arrayClasses: namedClasses(options.arrayClasses),
      audit: options.audit,
      userFrames: () => userFrames(),
      newSite: () => newSite(),
      sourceOf: (path) => positions.source(path),
      notes: {
        group: (index, group) => watch.journal.write({ index, group }),
        file: (first, file) => {
          watch.journal.write({ first, file });
          makeRoomFor(file.length);
        },
      },
      plainConstructors,
    }),
  );
  if (leavesSomeOut(options)) runtime.openBorder();
  const script = isMainThread ? (process.argv[1] ?? null) : null;
  if (watch.text) runtime.texts.add(watch.text.first, watch.text.table, watch.text.source);
  watch.show(real, script, runtime.core);

  const loaded = loading(options, watch);
  const { emitter, positions, records, counter, refresh, install: installHooks, userFrames, newSite } = loaded;
  const texts = new Texts(emitter, runtime.texts, positions.texts);
  const compiled = new Map<string, Seen>();
  const saw = (seen: Seen): void => {
    compiled.set(seen.path, seen);
    watch.journal.write({ seen });
  };
  const files = new FileTexts(emitter, runtime.texts, positions.texts, selectionOf(options), saw);
  texts.followFiles(files);
  let written = false;
  const last = iteratingByItself((end: ThreadTrace["ended"]): void => {
    if (live) endLive(watch.share);
    refresh();
    const ended = end.by === "exit" && fatal.happened ? { ...end, by: "error" as const } : end;
    const seen = new Map<string, Seen>([...compiled, ...records]).values();
    const made = traceOf(runtime.trace(), seen, options, { thread: real - watch.ours, script, ended });
    const unwrapped = launched ? notWrapped(options, runtime.wrapped()) : [];
    const trace = { ...made, notSeen: [...made.notSeen, ...texts.notSeen(), ...unwrapped] };
    putTrace(folder, traceName(watch.share.name, real), trace, watch.ending, Date.now());
    if (!written && isMainThread) {
      flush(watch.share);
      afterTrace?.();
      // Who waited for it is dead.
      if (launched && process.ppid !== launcher) reportAlone(folder);
    }
    written = true;
  });
  const fatal = installFatal(positions, isMainThread, () => last({ by: "error", code: Number(process.exitCode ?? 1) }));
  installHooks(files);
  if (workers) followMessages(watch.share, runtime.arrived);
  const label = `${process.argv[1] ?? ""}#worker`;
  const workerTexts = {
    probe: (text: string) => emitter.emitText({ text, label, goal: "script", strict: false, dependency: null }),
    counted: () => counter[0] as number,
  };
  followWorkers(watch, workers ? workerTexts : null);
  if (isMainThread && options.follow !== "none" && options.follow !== "workers") followChildren(folder);
  atEnd({ last, handles: (signal, handled) => tellHandled(folder, signal, handled) });
  ready?.();
  // Last, for what is loaded after it is compiled anew: see `first.cts`.
  if (isMainThread) makeRoomFor = makeRoomForProbes(process.execArgv);
}

/** So that the launching side knows which signals are no end. */
function tellHandled(folder: string, signal: string, handled: boolean): void {
  const mark = join(folder, `${process.pid}-${signal}${HANDLED_SUFFIX}`);
  try {
    if (handled) writeFileSync(mark, "", { mode: 0o600 });
    else rmSync(mark, { force: true });
  } catch {
    // Without the mark a signal is passed on a moment later.
  }
}

/** Whether the user has left a part of the program without probes. */
function leavesSomeOut({ deps, include, exclude, wrap }: SessionOptions): boolean {
  return wrap.length > 0 || deps !== "all" || include.length > 0 || exclude.length > 0;
}

/** What the user wants wrapped and the main thread has not come upon. */
function notWrapped({ wrap }: SessionOptions, found: ReadonlySet<string>): ThreadTrace["notSeen"] {
  return wrap.flatMap(({ module, name }) => {
    const what = name === null ? module : `${module}:${name}`;
    if (found.has(what)) return [];
    const why = found.has(module) ? "it exports no such class" : "no traced file of the main thread asks for it";
    return [{ what: `--wrap ${what}`, why }];
  });
}

/** `["Tensor", "!Box3"]`: by name, whether it is an array class. */
function namedClasses(names: readonly string[]): Map<string, boolean> {
  return new Map(names.map((name) => (name.startsWith("!") ? [name.slice(1), false] : [name, true])));
}
