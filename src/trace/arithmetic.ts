/** What an arithmetic method is called. Both the instrumenter (whose line is it?) and the runtime (is it an array class?) ask. */
import { matches } from "./matches.js";

const WORDS =
  /^(i?(add|sub|subtract|mul|multiply|div|divide|mod|neg|negate|scale|dot|cross|matmul|mmul|plus|minus|times|lerp|pow|axpy|inverse|invert|transpose|kron|hadamard|clamp)(s|ed|_|InPlace|Scalar|Scaled|Vectors?|Matrix|Matrices|M|S|Row|Column|Rows|Columns|Elements?)?)$/;

/** Names that collections, counters and dates have as well: one of them alone makes no array class. */
const AMBIGUOUS = /^(add|plus|minus|times|mod|clamp|invert|inverse|divide|sub|subtract|pow)$/;

/** What is done with whole arrays as well, but says nothing of a class: strings and dates have these too. */
const OTHERS =
  /^(normalize|abs|exp|exp2|expm1|log|log2|log10|log1p|sqrt|cbrt|square|reciprocal|sin|cos|tan|tanh|sinh|cosh|relu|sigmoid|softmax|matMul|tensordot|einsum|inv|pinverse|T|maximum|minimum|dotMultiply|dotDivide|dotPow|mean|sum|cumsum|conv|convolve|scaleAndAdd|rotate[XYZ]?|add(Outer|Scaled\w*)|apply(Matrix\d|Quaternion|Euler|AxisAngle)|premultiply|slerp|set(Add|Sub|Mul)|(i?(add|sub|mul|div|pow))(eq|s|seq|v|n))$/;

/** True for the name of a method or function whose calls are counted as operations, if arrays come into them. */
export function isOperation(name: string): boolean {
  return matches(WORDS, name) || matches(OTHERS, name);
}

/** True for a list of method names that does arithmetic: one plain word for it, or two that could be. */
export function doesArithmetic(names: readonly string[]): boolean {
  // Runs inside the program: none of the array methods, which may be the program's own.
  let words = 0;
  let plain = 0;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (!matches(WORDS, name)) continue;
    words++;
    if (!matches(AMBIGUOUS, name)) plain++;
  }
  return plain > 0 || words > 1;
}
