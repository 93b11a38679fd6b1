/**
 * Copies of the hottest probes. V8 keeps what it has seen at a property's place by function, not by call: one `use` for
 * a whole program sees every shape of array that the program has and is megamorphic, while the copy that only
 * `this.data` goes through sees one shape. Which copy a place calls follows from its own text, so that it does not
 * change when something else in the file does.
 */

/** Copies of each probe that has some, by its name. */
export const COPIES = { u: 64, w: 64, h: 32, a: 32, N: 16, n: 32, l: 16, L: 16, s: 16, A: 32 } as const;

/** Name of the copy for a place: `where` is the function it stands in (FNV-1a of that and of the text's beginning). */
export function copyOf(probe: keyof typeof COPIES, where: string, text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < where.length; i++) hash = Math.imul(hash ^ where.charCodeAt(i), 0x01000193);
  for (let i = Math.min(text.length, 64) - 1; i >= 0; i--) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${probe}${(hash ^ (hash >>> 15)) & (COPIES[probe] - 1)}`;
}
