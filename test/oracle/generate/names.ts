/**
 * The variables that every generated program declares first. With a fixed set, each of a known type, any expression can
 * stand anywhere: nothing is undefined, most programs run to their end, and shrinking a part never breaks another.
 */
import fc from "fast-check";

export const DECLARATIONS = [
  "let n0 = 1;",
  "let n1 = 2;",
  "let a0 = [3, 1, 2];",
  "let a1 = [5];",
  "let m0 = [[1, 2], [3]];",
  "let t0 = new Float64Array(4);",
  "let t1 = Int16Array.of(4, 5, 6);",
  'let s0 = "b,a,c";',
  "const k0 = new Map();",
  "const o0 = { x: 1, y: 2 };",
  "const later = [];",
  "const anywhere = eval;",
  "const makeGenerator = Object.getPrototypeOf(function* () {}).constructor;",
];

export const numberName = fc.constantFrom("n0", "n1");
export const arrayName = fc.constantFrom("a0", "a1");
export const typedName = fc.constantFrom("t0", "t1");
export const small = fc.integer({ min: 0, max: 4 });

/** Joins generated parts into text: `text\`[${a}, ${b}]\`` is an arbitrary of programs' pieces. */
export function text(strings: TemplateStringsArray, ...parts: fc.Arbitrary<unknown>[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts)
    .map((values) => strings.reduce((all, piece, i) => all + piece + (i < values.length ? String(values[i]) : ""), ""));
}

export const just = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

export function indent(code: string): string {
  return code.replace(/^(?=.)/gm, "  ");
}
