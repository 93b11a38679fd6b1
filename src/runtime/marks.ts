/** What stands beside the clock in a life, in eighths of a tick. */

/** The last use was as an operand; or, in a life below its birth, there was none. */
export const OPERAND = 4;
/** The iteration that made it is over, and it has not been used since. */
export const AFTER_ITERATION = 2;
/** The same of the call. */
export const AFTER_CALL = 1;

/** A life without marks of an end: what it belongs to may be used where no probe sees that. */
export function unmarked(noted: number): number {
  return Math.floor(noted * 2) / 2;
}
