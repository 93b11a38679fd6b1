/** Worker threads that the program starts: each is traced, and sees and is seen as without us. */
import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";
import { packTable } from "../trace/site-table.js";
import type { EmittedText } from "./emit.js";
import { mayImport } from "./entries.js";
import { WORKER_FLAGS } from "./follow-children.js";
import { iteratingByItself } from "./own-iteration.js";
import { handOn, newEnding, type Watch, type WorkerText, wake } from "./watch.js";
import { GONE, OURS, type ProcessShare } from "./watch-words.js";

/** As they were before the program could put something in their places. */
const { apply, construct } = Reflect;

interface Started {
  ending: Int32Array;
  /** How much smaller its number is to look. */
  ours: number;
}

interface WorkerOptions {
  execArgv?: unknown;
  eval?: unknown;
}

/** Programs that make up a new text for each worker are probed afresh each time. */
const MOST_TEXTS = 1000;

interface Probed {
  code: string;
  text: WorkerText;
}

export interface Texts {
  /** The text of a worker that is given as such, with probes. */
  probe(text: string): EmittedText | null;
  /** Numbers for sites that this thread has given out. */
  counted(): number;
}

/** Without `texts` they are not traced; that we are there is hidden from them all the same. */
export function followWorkers({ share, ours }: Pick<Watch, "share" | "ours">, texts: Texts | null): void {
  const started = new WeakMap<object, Started>();
  const known = new Map<string, Probed | null>();
  const probed = (source: string): Probed | null => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const emitted = texts?.probe(source) ?? null;
    const made = emitted && {
      code: emitted.code,
      text: { first: emitted.first, table: packTable(emitted.table), source },
    };
    if (known.size < MOST_TEXTS) known.set(source, made);
    return made;
  };
  const { Worker } = threads;
  const Followed = new Proxy(Worker, {
    construct(target, args: [unknown, WorkerOptions?, ...unknown[]], newTarget) {
      const ending = newEnding();
      const file = args[0];
      const options = args[1];
      // It inherits the flags of its process, unless the program gives it flags of its own.
      const own = Array.isArray(options?.execArgv) ? { execArgv: withFlags(options.execArgv as unknown[]) } : {};
      const emitted = options?.eval === true && typeof file === "string" ? probed(file) : null;
      if (options) {
        args[0] = emitted?.code ?? file;
        args[1] = { ...options, ...own };
      }
      const start = (): object => construct(target, args, newTarget) as object;
      const counted = texts?.counted() ?? 0;
      const imports = mayImport(file, options);
      const worker = handOn(share, { ending, counted, text: emitted?.text ?? null, imports }, start);
      started.set(worker, { ending, ours: Atomics.load(share.control, OURS) });
      return worker;
    },
  });
  Object.defineProperty(Worker.prototype, "constructor", { value: Followed, configurable: true, writable: true });
  hideOurNumbers(Worker.prototype, started);
  tellGone(Worker.prototype, started, share);
  Object.assign(threads, { Worker: Followed, threadId: threads.threadId - ours });
  syncBuiltinESMExports();
}

const withFlags = iteratingByItself((own: unknown[]): unknown[] => [...WORKER_FLAGS, ...own]);

/** Numbers of threads are the process's: ours must not show in those of the program's. */
function hideOurNumbers(prototype: object, started: WeakMap<object, Started>): void {
  const own = Object.getOwnPropertyDescriptor(prototype, "threadId");
  if (own?.get === undefined) return;
  const get = new Proxy(own.get, {
    apply(target, receiver: object, args) {
      const real = apply(target, receiver, args) as number;
      // −1 when it has ended.
      return real < 0 ? real : real - (started.get(receiver)?.ours ?? 0);
    },
  });
  Object.defineProperty(prototype, "threadId", { ...own, get });
}

/** A worker that is terminated runs no more JavaScript: its parent tells the watcher, which has all its figures. */
function tellGone(prototype: object, started: WeakMap<object, Started>, share: ProcessShare): void {
  const key = Object.getOwnPropertySymbols(prototype).find((symbol) => symbol.description === "kOnExit");
  const own = key && Object.getOwnPropertyDescriptor(prototype, key);
  if (key === undefined || typeof own?.value !== "function") return;
  const value = new Proxy(own.value as (...args: unknown[]) => unknown, {
    apply(target, receiver: object, args) {
      const ending = started.get(receiver)?.ending;
      if (ending !== undefined) {
        Atomics.store(ending, GONE, 1);
        wake(share);
      }
      // Node takes leave of the thread by the number that it was registered under, its real one.
      started.delete(receiver);
      return apply(target, receiver, args);
    },
  });
  Object.defineProperty(prototype, key, { ...own, value });
}
