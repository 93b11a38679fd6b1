/** Node 20: starts the thread of `loader-thread.ts`, as late as can be: a CommonJS program never needs it. */
import { register } from "node:module";
import { Writable } from "node:stream";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import type { SessionOptions } from "../trace/session.js";
import type { Record, SiteCounter } from "./emit.js";
import type { LoaderThreadData } from "./loader-thread.js";
import type { Watch } from "./watch.js";
import { OURS } from "./watch-words.js";

export interface ThreadHooks {
  /** Before the first `import` of any kind. */
  start(): void;
  /** Hands over what the thread has emitted since the last time. */
  drain(note: (record: Record) => void): void;
}

export function threadHooks(
  options: SessionOptions,
  counter: SiteCounter,
  mapsInText: Int32Array,
  watch: Pick<Watch, "loaderJournal" | "share"> | null,
): ThreadHooks {
  const { port1, port2 } = new MessageChannel();
  let started = false;
  return {
    start() {
      if (started) return;
      started = true;
      if (watch) Atomics.add(watch.share.control, OURS, 1);
      port1.unref();
      withoutPipes(() =>
        register<LoaderThreadData>("./loader-thread.js", {
          parentURL: import.meta.url,
          data: { options, counter, mapsInText, records: port2, journal: watch?.loaderJournal.memory ?? null },
          transferList: [port2],
        }),
      );
    },
    drain(note) {
      if (!started) return;
      for (let got = receiveMessageOnPort(port1); got; got = receiveMessageOnPort(port1)) note(got.message as Record);
    },
  };
}

/**
 * Node pipes the streams of its thread for hooks into the program's as it starts it, and a stream that is piped into
 * handles its errors in another way: with stdout closed, `console.log` would end the program.
 */
function withoutPipes(start: () => void): void {
  const names = ["stdout", "stderr"] as const;
  const own = names.map((name) => Object.getOwnPropertyDescriptor(process, name));
  for (const name of names) {
    const write = (chunk: Buffer, _: BufferEncoding, done: () => void): void => {
      process[name].write(chunk);
      done();
    };
    Object.defineProperty(process, name, { value: new Writable({ write }), configurable: true });
  }
  try {
    start();
  } finally {
    names.forEach((name, i) => {
      Object.defineProperty(process, name, own[i] as PropertyDescriptor);
    });
  }
}
