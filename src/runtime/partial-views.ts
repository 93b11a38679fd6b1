/**
 * Arrays that lie in a memory which nobody saw being made: WebAssembly's, Node's pool of small buffers, an addon's. Two of
 * them look at each other's elements only where they overlap.
 *
 * Such a memory is met when `.buffer` of one is taken, and stands for that array from then on, and for the others of which
 * it was taken. A few are kept by memory; what has to make room is needed until the end.
 */
import { OwnWeakMap } from "./collections.js";
import { isView } from "./intrinsics.js";

const MOST = 32;

export class PartialViews {
  private readonly ownersOf = new OwnWeakMap<object, ArrayBufferView[]>();

  constructor(private readonly escapes: (value: object) => void) {}

  has(memory: object): boolean {
    return this.ownersOf.has(memory);
  }

  /** `.buffer` of `view` has been taken. */
  add(memory: object, view: ArrayBufferView): void {
    const owners = this.ownersOf.get(memory);
    if (owners === undefined) {
      this.ownersOf.set(memory, [view]);
      return;
    }
    for (let i = 0; i < owners.length; i++) if (owners[i] === view) return;
    if (owners.length < MOST) {
      owners[owners.length] = view;
      return;
    }
    this.escapes(owners[0] as ArrayBufferView);
    for (let i = 1; i < MOST; i++) owners[i - 1] = owners[i] as ArrayBufferView;
    owners[MOST - 1] = view;
  }

  /** Those that it stands for; of a view on it, those that have elements of the view's. */
  each(memory: object, looking: object, visit: (owner: object) => void): void {
    const owners = this.ownersOf.get(memory) ?? [];
    for (let i = 0; i < owners.length; i++) {
      const owner = owners[i] as ArrayBufferView;
      if (!isView(looking) || overlap(owner, looking)) visit(owner);
    }
  }
}

function overlap(a: ArrayBufferView, b: ArrayBufferView): boolean {
  return a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;
}
