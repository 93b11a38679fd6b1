/**
 * Arrays whose methods run code of the program: `x.map(f)` reads `x` until it returns or throws. The probe behind the
 * call notes a return. Of what was thrown past that probe the receiver is still on this stack; it is noted by whoever
 * finds it there: the probe of a call further out, a catch clause, or the end of the program. All of them are later
 * than the native's last read, and late is safe.
 */
import type { Stamps } from "./stamps.js";

/** Deeper than natives can be nested on the stack that Node has by default. */
const MOST = 1 << 14;

export interface InFlight {
  take(receiver: object): void;
  /** The call on `receiver` has returned. */
  land(receiver: object): void;
  /** Nothing above this depth is running any more. */
  abandon(depth: number): void;
}

/** `depth[1]` is the height of the stack. */
export function makeInFlight(depth: Int32Array, stamps: Stamps, escapes: (value: object) => void): InFlight {
  const stack: (object | null)[] = [];

  function drop(index: number): object {
    const receiver = stack[index] as object;
    stack[index] = null;
    return receiver;
  }

  return {
    take(receiver) {
      let height = depth[1] as number;
      if (height === MOST) {
        // What piles up was thrown out of where no catch clause of ours stands.
        const half = MOST / 2;
        for (let i = 0; i < half; i++) {
          escapes(stack[i] as object);
          stack[i] = stack[i + half] as object;
          stack[i + half] = null;
        }
        height = half;
      }
      stack[height] = receiver;
      depth[1] = height + 1;
    },
    land(receiver) {
      let height = depth[1] as number;
      while (height > 0) {
        const top = drop(--height);
        if (top === receiver) break;
        stamps.use(top);
      }
      depth[1] = height;
    },
    abandon(to) {
      for (let height = (depth[1] as number) - 1; height >= to; height--) stamps.use(drop(height));
      if ((depth[1] as number) > to) depth[1] = to;
    },
  };
}
