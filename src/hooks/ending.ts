/**
 * The last moment of a thread, however it ends: after the program's own `exit` listeners, and even when one of them
 * throws. Node ends a thread by `process.emit("exit")` from C++ and from `process.exit`, and by `process.reallyExit`.
 */

type Emit = (this: NodeJS.Process, event: string | symbol, ...args: unknown[]) => boolean;

interface Patchable {
  reallyExit(code?: number): never;
}

/** `last` is called with the exit code; more than once when the program goes on allocating after the first time. */
export function atEnd(last: (code: number) => void): void {
  const emit = process.emit as Emit;
  // Not `process.on("exit")`: the program may count its listeners, or remove them all. Between `process` and
  // `EventEmitter.prototype` lies a prototype of its own, where no key of `process` is to be seen.
  Object.defineProperty(Object.getPrototypeOf(process), "emit", {
    configurable: true,
    enumerable: true,
    writable: true,
    value: new Proxy(emit, {
      apply(target, receiver, args: [string | symbol, ...unknown[]]) {
        if (args[0] !== "exit" || receiver !== process) return Reflect.apply(target, receiver, args);
        try {
          return Reflect.apply(target, receiver, args);
        } finally {
          last(codeOf(process.exitCode ?? args[1]));
        }
      },
    }),
  });
  const patchable = process as unknown as Patchable;
  patchable.reallyExit = new Proxy(patchable.reallyExit, {
    apply(target, receiver, args: [number?]) {
      last(codeOf(args[0]));
      return Reflect.apply(target, receiver, args);
    },
  });
}

function codeOf(value: unknown): number {
  const code = Number(value ?? 0);
  return Number.isInteger(code) ? code : 0;
}
