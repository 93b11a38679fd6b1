/** What a stamp says of an object's life, beside the clock of its birth. */

/** Counted as needed until the end, or made before we looked: uses no longer matter. */
export const LASTING = -1;
/** Looks at a buffer that others look at too: their life is one. */
export const SHARED = -2;

export interface Stamps {
  /** A use of any value. */
  use(value: unknown): void;
  has(target: object): boolean;
  id(target: object): number;
  group(target: object): number;
  put(target: object, id: number, group: number): void;
  move(target: object, id: number, group: number): void;
}
