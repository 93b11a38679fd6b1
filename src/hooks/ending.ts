/**
 * The last moment of a thread, however it ends: after the program's own `exit` listeners, and even when one of them
 * throws. Node ends a thread by `process.emit("exit")` from C++ and from `process.exit`, and by `process.reallyExit`; a
 * program ends itself by `process.abort` and by a signal to its own process as well.
 */
import { constants } from "node:os";
import { isMainThread } from "node:worker_threads";
import type { ThreadTrace } from "../trace/format.js";

/** As it was before the program could put something in its place. */
const reflect = { apply: Reflect.apply };

type Emit = (this: NodeJS.Process, event: string | symbol, ...args: unknown[]) => boolean;
type End = ThreadTrace["ended"];

interface Patchable {
  reallyExit(code?: number): never;
  abort(): never;
  kill(pid: number, signal?: string | number): true;
}

/** Those whose default is to end the process. Node itself ignores SIGPIPE and SIGXFSZ, and debugs at SIGUSR1. */
const FATAL = new Set(
  "HUP INT QUIT ILL TRAP ABRT IOT BUS FPE KILL USR2 SEGV ALRM TERM STKFLT XCPU VTALRM PROF IO POLL PWR SYS BREAK"
    .split(" ")
    .map((name) => `SIG${name}`),
);

/** Those of which the launching side must know whether the program handles them. */
const TOLD = new Set(["SIGINT", "SIGTERM", "SIGHUP"]);

export interface Endings {
  /** Called more than once when the program goes on allocating after the first time. */
  last(ended: End): void;
  /** The program has begun, or ceased, to handle a signal. */
  handles(signal: string, handled: boolean): void;
}

export function atEnd({ last, handles }: Endings): void {
  const emit = process.emit as Emit;
  // Not `process.on("exit")`: the program may count its listeners, or remove them all. Between `process` and
  // `EventEmitter.prototype` lies a prototype of its own, where no key of `process` is to be seen.
  // What was preloaded before us (ts-node's source maps) may have put one on `process` itself.
  const holder = Object.hasOwn(process, "emit") ? process : (Object.getPrototypeOf(process) as object);
  Object.defineProperty(holder, "emit", {
    configurable: true,
    enumerable: true,
    writable: true,
    value: new Proxy(emit, {
      apply(target, receiver, args: [string | symbol, ...unknown[]]) {
        if (receiver !== process) return reflect.apply(target, receiver, args);
        if (args[0] === "newListener" || args[0] === "removeListener") {
          const signal = args[1];
          if (typeof signal === "string" && TOLD.has(signal)) {
            handles(signal, args[0] === "newListener" || process.listenerCount(signal) > 0);
          }
        }
        if (args[0] !== "exit") return reflect.apply(target, receiver, args);
        try {
          return reflect.apply(target, receiver, args);
        } finally {
          last({ by: "exit", code: codeOf(process.exitCode ?? args[1]) });
        }
      },
    }),
  });
  const patchable = process as unknown as Patchable;
  patchable.reallyExit = new Proxy(patchable.reallyExit, {
    apply(target, receiver, args: [number?]) {
      last({ by: "exit", code: codeOf(args[0]) });
      return reflect.apply(target, receiver, args);
    },
  });
  patchable.abort = new Proxy(patchable.abort, {
    apply(target, receiver, args: []) {
      last({ by: "signal", code: null, signal: "SIGABRT" });
      return reflect.apply(target, receiver, args);
    },
  });
  patchable.kill = new Proxy(patchable.kill, {
    apply(target, receiver, args: [unknown, (string | number)?]) {
      // In a worker nobody knows which signals the main thread handles.
      const signal = isMainThread && args[0] === process.pid ? signalName(args[1]) : null;
      if (signal !== null && (signal === "SIGKILL" || process.listenerCount(signal) === 0))
        last({ by: "signal", code: null, signal });
      return reflect.apply(target, receiver, args);
    },
  });
}

/** Name of a signal whose default is to end the process, as `kill` takes it; null for any other. */
export function signalName(signal: string | number | undefined): string | null {
  const given = typeof signal === "string" || signal === undefined ? (signal ?? "SIGTERM") : nameOf(signal);
  return given !== null && FATAL.has(given) ? given : null;
}

function nameOf(number: number): string | null {
  return Object.entries(constants.signals).find(([, known]) => known === number)?.[0] ?? null;
}

function codeOf(value: unknown): number {
  const code = Number(value ?? 0);
  return Number.isInteger(code) ? code : 0;
}
