/** Figures of a set of lives, counted the slow way: at every birth, who is alive? */

export interface Life {
  bytes: number;
  birth: number;
  /** The birth itself where it was never used. */
  lastUse: number;
  used: boolean;
  escaped: boolean;
}

export interface Figures {
  allocated: number;
  needed: number;
  peakBytes: number;
  temporary: number;
  unused: number;
  escaped: number;
  lifetimeSum: number;
  lifetimeMax: number;
}

export function bruteForce(lives: Life[]): Figures {
  let needed = 0;
  let peakBytes = 0;
  for (const { birth: at } of lives) {
    const alive = lives.filter(({ birth, lastUse, escaped }) => birth <= at && (escaped || lastUse >= at));
    needed = Math.max(needed, alive.length);
    peakBytes = Math.max(
      peakBytes,
      alive.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  }
  const followed = lives.filter(({ used, escaped }) => used && !escaped).map(({ birth, lastUse }) => lastUse - birth);
  return {
    allocated: lives.length,
    needed,
    peakBytes,
    temporary: lives.filter(({ lastUse, escaped }, i) => !escaped && lastUse < (lives[i + 1]?.birth ?? Infinity))
      .length,
    unused: lives.filter(({ used, escaped }) => !used && !escaped).length,
    escaped: lives.filter(({ escaped }) => escaped).length,
    lifetimeSum: followed.reduce((sum, length) => sum + length, 0),
    lifetimeMax: Math.max(0, ...followed),
  };
}
