/** How the files of this thread reach Node: with probes or without, and always with the author's own positions. */
import { isMainThread } from "node:worker_threads";
import { IMPORTS_LATER } from "../instrument/requests.js";
import type { UserFrames } from "../runtime/callers.js";
import { matches } from "../trace/matches.js";
import type { SessionOptions } from "../trace/session.js";
import { has } from "./capabilities.js";
import { installCommonJs } from "./commonjs.js";
import { type Emitter, makeEmitter, type Record, type SiteCounter } from "./emit.js";
import { mainMayImport } from "./entries.js";
import type { FileTexts } from "./file-texts.js";
import { keepingScripts } from "./kept-scripts.js";
import { Positions } from "./positions.js";
import { installRequireResolver } from "./require-resolver.js";
import { installStack } from "./stack.js";
import { installSyncHooks } from "./sync-hooks.js";
import { type ThreadHooks, threadHooks } from "./thread-hooks.js";
import { makeUserFrames } from "./user-frames.js";
import type { Watch } from "./watch.js";

/** As it was before the program could put something in its place. */
const { apply } = Reflect;

export interface Loading {
  emitter: Emitter;
  positions: Positions;
  /** What has been handed to Node, by path. Complete after {@link refresh}. */
  records: Map<string, Record>;
  /** Numbers for sites that were given out. */
  counter: SiteCounter;
  /** Brings in what another thread has emitted in the meantime. */
  refresh(): void;
  /** The user's own places on the stack. */
  userFrames: UserFrames;
  /** A number for a site that no file has. */
  newSite(): number;
  /** The last step: from here on files go through the emitter. `files` takes what others have compiled. */
  install(files: FileTexts | null): void;
}

/** `watch` is there when the thread is traced, and not only loaded as if it were. */
export function loading(options: SessionOptions, watch: Watch | null = null): Loading {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  // Number 0 is nobody's: a mistake shows. A worker's own text has got its numbers from the thread that starts it.
  counter[0] = Math.max(1, watch?.counted ?? 0);
  const records = new Map<string, Record>();
  const note = (record: Record): void => {
    records.set(record.path, record);
    positions.note(record);
    watch?.journal.write({ seen: { path: record.path, why: record.why } });
  };
  const mapsInText = (): boolean => process.sourceMapsEnabled;
  const thread = has("syncHooks") ? null : threadHooks(options, counter, followSourceMaps(), watch);
  const refresh = (): void => thread?.drain(note);
  const made = makeEmitter(options, counter, note, mapsInText);
  if (thread) startingFor(made, thread);
  const emitter = options.plain && thread ? keepingScripts(made) : made;
  const positions = new Positions(emitter, refresh);

  const userFrames = makeUserFrames(positions, installStack(positions));
  installRequireResolver();
  return {
    emitter,
    counter,
    positions,
    records,
    refresh,
    userFrames,
    newSite: () => Atomics.add(counter, 0, 1),
    install(files) {
      if (thread) installOldHooks(emitter, thread, files, watch?.imports ?? (!isMainThread || mainMayImport()));
      else installSyncHooks(emitter, files);
    },
  };
}

/** A text that the program compiles may import what no file of it speaks of. */
function startingFor(emitter: Emitter, thread: ThreadHooks): void {
  const { emitText } = emitter;
  emitter.emitText = (job, kept) => {
    if (matches(IMPORTS_LATER, job.text)) thread.start();
    return emitText(job, kept);
  };
}

/** For the loader's thread, which is not told when the program (tsx) switches source maps on. */
function followSourceMaps(): Int32Array {
  const enabled = new Int32Array(new SharedArrayBuffer(4));
  enabled[0] = process.sourceMapsEnabled ? 1 : 0;
  const own = process.setSourceMapsEnabled;
  process.setSourceMapsEnabled = new Proxy(own, {
    apply(target, receiver, args: [boolean]) {
      apply(target, receiver, args);
      Atomics.store(enabled, 0, process.sourceMapsEnabled ? 1 : 0);
    },
  });
  return enabled;
}

function installOldHooks(emitter: Emitter, thread: ThreadHooks, files: FileTexts | null, imports: boolean): void {
  installCommonJs(emitter, files, thread.start);
  if (imports) thread.start();
}
