/** The program's own writes to the terminal come where the live line was wiped: its streams and `fs.writeSync` tell of them. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tty from "node:tty";
import { wipeLine } from "./live-line.js";
import { LINE_START, type ProcessShare } from "./watch-words.js";

/** As it was before the program could put something in its place. */
const { apply } = Reflect;

interface Generic {
  _writeGeneric(writev: boolean, data: unknown, ...rest: unknown[]): unknown;
}

export function wipeBeforeWrites(share: ProcessShare): void {
  const before = (text: unknown): void => {
    wipeLine(share);
    Atomics.store(share.control, LINE_START, Number(endsLine(text)));
  };
  const { _writeGeneric } = net.Socket.prototype as unknown as Generic;
  Object.defineProperty(tty.WriteStream.prototype, "_writeGeneric", {
    configurable: true,
    writable: true,
    value: new Proxy(_writeGeneric, {
      apply(target, receiver, args: Parameters<Generic["_writeGeneric"]>) {
        const data = args[1];
        before(args[0] ? (data as { chunk: unknown }[]).at(-1)?.chunk : data);
        return apply(target, receiver, args);
      },
    }),
  });
  const writeSync = new Proxy(fs.writeSync, {
    apply(target, receiver, args: Parameters<typeof fs.writeSync>) {
      if (args[0] === 1 || args[0] === 2) before(args[1]);
      return apply(target, receiver, args);
    },
  });
  Object.assign(fs, { writeSync });
  syncBuiltinESMExports();
}

function endsLine(text: unknown): boolean {
  if (typeof text === "string") return text.endsWith("\n");
  if (text instanceof Uint8Array) return text.at(-1) === 0x0a;
  return false;
}
