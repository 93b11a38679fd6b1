/** What has come from another thread: memory that was moved here, or is shared, was made and counted over there. */
import { walk } from "./deep.js";
import { getPrototypeOf, isView } from "./intrinsics.js";
import { LASTING, type Stamps } from "./stamps.js";

type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

const sharedPrototype = SharedArrayBuffer.prototype;
const bufferPrototype = ArrayBuffer.prototype;

/** True for memory that another thread has given away. */
export type IsMoved = (buffer: ArrayBuffer) => boolean;

/** Marks in `message`, and all that it holds, what is not new. A copy is: this thread's memory went up by it. */
export function markArrivals(
  message: unknown,
  stamps: Stamps,
  isProxy: (value: object) => boolean,
  isMoved: IsMoved,
): void {
  if (typeof message !== "object" || message === null) return;
  const known = (buffer: AnyBuffer): boolean => {
    if (stamps.has(buffer)) return stamps.id(buffer) === LASTING;
    if (getPrototypeOf(buffer) !== sharedPrototype && !isMoved(buffer as ArrayBuffer)) return false;
    stamps.put(buffer, LASTING, 0);
    return true;
  };
  walk(message, isProxy, (at) => {
    if (isView(at)) {
      if (!stamps.has(at) && known(at.buffer)) stamps.put(at, LASTING, 0);
      return false;
    }
    const prototype = getPrototypeOf(at);
    if (prototype !== bufferPrototype && prototype !== sharedPrototype) return true;
    known(at as AnyBuffer);
    return false;
  });
}
