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
  // Runs inside the program: none of the array methods, which may be the program's own.
  let words = 0;
  let plain = 0;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (!WORDS.test(name)) continue;
    words++;
    if (!AMBIGUOUS.has(name)) plain++;
  }
  return plain > 0 || words > 1;
}
