/** Whole programs: declarations, a few functions and classes, statements, and everything printed at the end. */
import fc from "fast-check";
import { expressions } from "./expressions.js";
import { DECLARATIONS, indent, small, text } from "./names.js";
import { statements } from "./statements.js";

const FIXED = [
  "function* range(n) {\n  for (let i = 0; i < n; i++) yield i;\n}",
  "function* chain(...lists) {\n  for (const list of lists) yield* list;\n}",
  "function count() {\n  return Array.from(arguments).length + [...arguments].length;\n}",
  "const tag = (strings, ...values) => strings.length + values.length + strings.raw[0].length;",
];

const inFunction = { numbers: ["x"], arrays: ["xs"] };

/** Functions that make arrays (`make0(x, xs)`) or yield pairs (`walk1(xs)`); each calls only those before it. */
function functionNamed(kind: "make" | "walk", index: number, before: string[]): fc.Arbitrary<string> {
  const name = `${kind}${index}`;
  const e = expressions(before, inFunction);
  const body = fc.array(statements(e), { maxLength: 2 }).map((list) => indent(list.join("\n")));
  if (kind === "walk") {
    return text`function* ${fc.constant(name)}(xs) {\n  let x = ${small};\n${body}\n  for (const y of xs.slice(0, 3)) yield [x++, y];\n}`;
  }
  return fc.oneof(
    text`const ${fc.constant(name)} = (x, xs) => ${e.array};`,
    text`function ${fc.constant(name)}(x, xs = [${small}]) {\n${body}\n  return ${e.array};\n}`,
    text`function ${fc.constant(name)}(x, ...[xs, ...others]) {\n  x = (x + others.length) | 0;\n${body}\n  return ${e.array};\n}`,
    text`function ${fc.constant(name)}(x, xs) {\n  try {\n    return ${e.array};\n  } finally {\n  ${body}\n  }\n}`,
  );
}

const box = text`class Box {
  items = ${fc.constantFrom("[]", "[0, 0]")};
  static limits = [${small}, 4];
  constructor(items) {
    this.items = ${fc.constantFrom("items", "items.slice(0, 3)", "[...items]")};
  }
  get size() {
    return [this.items.length, Box.limits[1]].reduce((a, b) => a + b);
  }
  copy() {
    return ${fc.constantFrom("this.items.slice()", "[...this.items, this.size]", "this.items.map((x) => x)")};
  }
}`;

const END = [
  "for (const run of later) n0 += run();",
  "console.log(n0, n1, a0.join(), a1.join(), JSON.stringify(m0), t0.join(), t1.join());",
  "for (const [k, v] of k0) console.log(k, v.join());",
];

const functions = fc.array(fc.constantFrom("make" as const, "walk" as const), { maxLength: 3 }).chain((kinds) => {
  const names = kinds.map((kind, i) => `${kind}${i}`);
  const parts = kinds.map((kind, i) => functionNamed(kind, i, names.slice(0, i)));
  return fc.tuple(fc.constant(names), fc.tuple(...parts));
});

/** Always ends, prints, and does the same each time it is run. */
export const program: fc.Arbitrary<string> = functions
  .chain(([names, code]) => {
    const body = fc.array(statements(expressions(names)), { minLength: 1, maxLength: 8 });
    return fc.tuple(fc.constant(code), box, body);
  })
  .map(([code, boxed, body]) => `${[...DECLARATIONS, ...FIXED, boxed, ...code, ...body, ...END].join("\n")}\n`)
  .map((source) => source.replace(/\n\s*(?=\n)/g, ""));
