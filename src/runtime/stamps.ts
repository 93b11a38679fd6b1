/** What a stamp says of an object's life, beside the clock of its birth. */

/** Counted as needed until the end, or made before we looked: uses no longer matter. */
export const LASTING = -1;
/** Looks at a buffer that others look at too: their life is one. */
export const SHARED = -2;

/** What {@link Stamps.peek} says of a value without a stamp. */
export const NO_STAMP = -3;

export interface Stamps {
  /** Clock of the value's birth or what stands for it, `NO_STAMP` where there is none: quicker than to ask and then read. */
  peek(value: unknown): number;
  /** A use of any value. */
  use(value: unknown): void;
  has(target: object): boolean;
  id(target: object): number;
  group(target: object): number;
  put(target: object, id: number, group: number): void;
  move(target: object, id: number, group: number): void;
}
