/**
 * Messages between threads. An array whose memory is moved (a transfer list) or shared has been counted where it was
 * made, and is not to be counted where it arrives; one that is copied is a new one.
 *
 * What arrives does not tell whether it was moved. So who sends says so, in memory that all threads have: how many
 * buffers of this size and content are under way.
 */
import { syncBuiltinESMExports } from "node:module";
import { types } from "node:util";
import threads from "node:worker_threads";
import { withOwnIteration } from "./own-iteration.js";
import { withMoreFrames } from "./stack.js";
import type { ProcessShare } from "./watch-words.js";

/** As it was before the program could put something in its place. */
const { apply } = Reflect;

/** Entries of `ProcessShare.moved`; the last one says how many buffers are under way in all. */
export const MOVED_ENTRIES = 2 ** 16;
const SAMPLES = 64;
/** The handler's own, and those of `withMoreFrames`. */
const OUR_FRAMES = 3;

/** Of a buffer's size and of bytes all over it: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function entryOf(buffer: ArrayBuffer): number {
  const { byteLength } = buffer;
  // A detached one has no length, and no view can be made of it.
  const bytes = byteLength === 0 ? [] : new Uint8Array(buffer);
  let hash = 0x811c9dc5;
  const mix = (byte: number): void => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (let shift = 0; shift < 32; shift += 8) mix((byteLength >>> shift) & 0xff);
  const step = Math.max(1, byteLength / SAMPLES);
  for (let at = 0; at < byteLength; at += step) mix(bytes[Math.floor(at)] as number);
  return (hash >>> 0) % (MOVED_ENTRIES - 1);
}

type Method = (...args: unknown[]) => unknown;

/** `arrived` is told of everything that comes, before the program sees it. */
export function followMessages(
  { moved }: ProcessShare,
  arrived: (message: unknown, isMoved: (buffer: ArrayBuffer) => boolean) => void,
): void {
  const count = (entry: number, by: number): void => {
    Atomics.add(moved, entry, by);
    Atomics.add(moved, MOVED_ENTRIES - 1, by);
  };
  const isMoved = (buffer: ArrayBuffer): boolean => {
    if (Atomics.load(moved, MOVED_ENTRIES - 1) === 0) return false;
    const entry = entryOf(buffer);
    if (Atomics.load(moved, entry) <= 0) return false;
    count(entry, -1);
    return true;
  };
  const come = (message: unknown): void => {
    if (typeof message === "object" && message !== null) withOwnIteration(() => arrived(message, isMoved));
  };

  const prototype = threads.MessagePort.prototype as unknown as { [key: PropertyKey]: Method };
  prototype.postMessage = new Proxy(prototype.postMessage as Method, {
    apply(target, receiver, args: unknown[]) {
      const entries = withOwnIteration(() => buffersIn(args[1]).map(entryOf));
      for (let i = 0; i < entries.length; i++) count(entries[i] as number, 1);
      try {
        return apply(target, receiver, args);
      } catch (error) {
        for (let i = 0; i < entries.length; i++) count(entries[i] as number, -1);
        throw error;
      }
    },
  });

  // `emitMessage` in https://github.com/nodejs/node/blob/main/lib/internal/per_context/messageport.js
  const dispatch = Symbol.for("nodejs.internal.kHybridDispatch");
  if (typeof prototype[dispatch] === "function") {
    const value = new Proxy(prototype[dispatch], {
      apply(target, receiver, args: unknown[]) {
        if (args[1] === "message") come(args[0]);
        return withMoreFrames(OUR_FRAMES, () => apply(target, receiver, args));
      },
    });
    Object.defineProperty(prototype, dispatch, { value, configurable: true, enumerable: false, writable: true });
  }
  threads.receiveMessageOnPort = new Proxy(threads.receiveMessageOnPort, {
    apply(target, receiver, args: Parameters<typeof threads.receiveMessageOnPort>) {
      const received = apply(target, receiver, args) as { message: unknown } | undefined;
      come(received?.message);
      return received;
    },
  });
  come(threads.workerData);
  syncBuiltinESMExports();
}

/** Of a transfer list, or of options with one in them. */
function buffersIn(given: unknown): ArrayBuffer[] {
  if (typeof given !== "object" || given === null) return [];
  const list: unknown = Array.isArray(given) ? given : Object.getOwnPropertyDescriptor(given, "transfer")?.value;
  if (!Array.isArray(list)) return [];
  return list.filter((item) => types.isArrayBuffer(item));
}
