/** Lives of several expressions as one: a line's, a program's. */
import type { Counts, Lives } from "./report.js";

/** Each part with how many arrays it made, by which its mean weighs. */
export function sumLives(parts: readonly (Lives & Pick<Counts, "allocated">)[]): Lives {
  const sum: Lives = {
    escaped: 0,
    unused: 0,
    temporary: 0,
    inIteration: null,
    inCall: null,
    peakBytes: 0,
    meanLifetime: 0,
    longestLifetime: 0,
  };
  let allocated = 0;
  for (const part of parts) {
    sum.escaped += part.escaped;
    sum.unused += part.unused;
    sum.temporary += part.temporary;
    sum.inIteration = sumOf(sum.inIteration, part.inIteration);
    sum.inCall = sumOf(sum.inCall, part.inCall);
    sum.peakBytes += part.peakBytes;
    sum.meanLifetime += part.meanLifetime * part.allocated;
    sum.longestLifetime = Math.max(sum.longestLifetime, part.longestLifetime);
    allocated += part.allocated;
  }
  sum.meanLifetime = allocated === 0 ? 0 : sum.meanLifetime / allocated;
  return sum;
}

/** Of what was found out; null where neither was. */
function sumOf(a: number | null | undefined, b: number | null | undefined): number | null {
  return typeof a === "number" || typeof b === "number" ? (a ?? 0) + (b ?? 0) : null;
}
