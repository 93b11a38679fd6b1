/** What the probed text says of a pattern with patterns inside, as JSON. */

/**
 * Where patterns stand, and those inside of them. `kind`: 1 for an array's pattern, 2 for one that has a default, else 0;
 * `site`: what a Map makes for an array's pattern is put down to the site that is so many behind the first; `step`: how
 * many properties or elements the pattern around asks for before. `how` and `quote`, as for `$aT.o`, where V8's words
 * for what is wrong are others: with a default it quotes that. `first` and
 * `quoteOfNone`: of an object's pattern with a default, as for `$aT.O`.
 */
export type Part = [
  key: string,
  kind: number,
  site: number,
  step: number,
  inner: Part[],
  how?: number,
  quote?: string,
  first?: string | null,
  quoteOfNone?: string,
];

/** Of the whole pattern; `array`: 1 for an array's. */
export type Shape = [array: number, parts: Part[]];
