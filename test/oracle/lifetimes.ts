/** From births and last uses to what a line needs. */

export interface Lifetime {
  birth: number;
  lastUse: number;
}

/** The most intervals that hold one point: the fewest buffers that serve them all (linear scan). Bounds are inclusive. */
export function mostAtOnce(lifetimes: Lifetime[]): number {
  const births = lifetimes.map(({ birth }) => birth).sort((a, b) => a - b);
  const ends = lifetimes.map(({ lastUse }) => lastUse).sort((a, b) => a - b);
  let ended = 0;
  let most = 0;
  births.forEach((birth, begun) => {
    while ((ends[ended] as number) < birth) ended += 1;
    most = Math.max(most, begun + 1 - ended);
  });
  return most;
}
