import { distance } from "fastest-levenshtein";

/** `did you mean …?` for a mistyped name, or an empty string when nothing known is near enough. */
export function didYouMean(typed: string, known: readonly string[]): string {
  let best = "";
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const apart = distance(typed.toLowerCase(), name.toLowerCase());
    if (apart < bestDistance) {
      best = name;
      bestDistance = apart;
    }
  }
  // More than two in five letters wrong is another word, not a slip.
  return bestDistance <= Math.max(1, Math.floor(typed.length * 0.4)) ? `did you mean ${best}?` : "";
}
