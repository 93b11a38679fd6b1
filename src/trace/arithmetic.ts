/** What an arithmetic method is called. Both the instrumenter (whose line is it?) and the runtime (is it an array class?) ask. */

const WORDS =
  /^(i?(add|sub|subtract|mul|multiply|div|divide|mod|neg|negate|scale|dot|cross|matmul|mmul|plus|minus|times|lerp|pow|axpy|inverse|invert|transpose|kron|hadamard|clamp)(s|ed|_|InPlace|Scalar|Scaled|Vectors?|Matrix|Matrices|M|S|Row|Column|Rows|Columns|Elements?)?)$/;

/** Names that collections, counters and dates have as well: one of them alone makes no array class. */
const AMBIGUOUS = new Set([
  "add",
  "plus",
  "minus",
  "times",
  "mod",
  "clamp",
  "invert",
  "inverse",
  "divide",
  "sub",
  "subtract",
  "pow",
]);

/** True for a list of method names that does arithmetic: one plain word for it, or two that could be. */
export function doesArithmetic(names: readonly string[]): boolean {
  const words = names.filter((name) => WORDS.test(name));
  return words.some((name) => !AMBIGUOUS.has(name)) || words.length > 1;
}
