/** An amount by which a figure may rise. On the way to every start: it imports nothing. */

/** More arrays (or bytes) than before, or a share of what was there: whichever allows more. */
export interface Allowance {
  absolute: number;
  /** 0.01 is one in a hundred. */
  relative: number;
}

export const NOTHING: Allowance = { absolute: 0, relative: 0 };

/** `5`, `"5"` or `"1.5%"`; null for anything else. */
export function readAllowance(value: unknown): Allowance | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  const parts = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  if (parts === null) return null;
  const amount = Number(parts[1]);
  return parts[2] === "%" ? { absolute: 0, relative: amount / 100 } : { absolute: amount, relative: 0 };
}
