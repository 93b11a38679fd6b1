/** Statements, each of which ends: loops have constant bounds or walk over an array that nothing in them lengthens. */
import fc from "fast-check";
import type { Expressions } from "./expressions.js";
import { arrayName, indent, just, numberName, small, text, typedName } from "./names.js";

interface Parts {
  statement: string;
  block: string;
}

/** Values are held small, so that programs of nested loops stay quick whatever they multiply. */
const HOLD = (name: string): string => `if (${name}.length > 9) ${name}.length = 3;`;

/** Labels may not repeat inside each other; a block is always longer than those it holds. */
function labelled(block: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.tuple(small, just("continue", "break"), block).map(([n, leave, code]) => {
    const label = `rows${String(code).length}`;
    const inner = `  for (const x of row.slice(0, 3)) {\n    if (x === ${n}) ${leave} ${label};\n${code}\n  }`;
    return `${label}: for (const row of m0.slice(0, 3)) {\n${inner}\n}`;
  });
}

export function statements(e: Expressions): fc.Arbitrary<string> {
  const assignArray = fc.tuple(arrayName, e.array).map(([name, value]) => `${name} = ${value};\n${HOLD(name)}`);
  const print = fc.oneof(text`console.log(${e.array}.join());`, text`console.log(${e.number});`);
  return fc.letrec<Parts>((tie) => {
    const block = tie("block");
    return {
      block: fc
        .array(tie("statement"), { maxLength: 3, depthIdentifier: "block" })
        .map((list) => indent(list.join("\n"))),
      statement: fc.oneof(
        { depthSize: "small", depthIdentifier: "block", withCrossShrink: true },
        print,
        text`${numberName} = ${e.number} | 0;`,
        assignArray,
        fc.tuple(typedName, e.typed).map(([name, value]) => `${name} = ${value};`),
        text`m0 = ${e.nested}.slice(0, 4);`,
        text`${typedName}[${small}] = ${e.number};`,
        text`${arrayName}.push(${e.number});`,
        text`${arrayName}[${small}] += ${e.number};`,
        text`[n0, n1] = [n1, n0];`,
        text`[a0, a1] = [a1, a0];`,
        text`[n0, ...a0] = ${e.array};\nn0 |= 0;`,
        text`k0.set(${small}, ${e.array});`,
        text`if (later.length < 20) { const kept = ${e.array}; later.push(() => kept.length); }`,
        text`{\n  const rest = ${e.array}.values();\n${block}\n  n0 = (n0 + (rest.next().value ?? 0)) | 0;\n}`,
        text`{\n  let turns = ${small};\n  while (turns-- > 0) {\n${block}\n  }\n}`,
        text`console.log(${e.nested}.join(";"));`,
        text`later.splice(${small}, 1);`,
        text`m0[0] = ${e.array};`,
        text`{\n  const [head = 0, ...rest] = ${e.array};\n  n1 = (head + rest.length) | 0;\n}`,
        text`if (${e.condition}) {\n${block}\n} else {\n${block}\n}`,
        text`for (let i = 0; i < ${small}; i++) {\n  n0 = (n0 + i) | 0;\n${block}\n}`,
        text`for (const item of ${e.array}.slice(0, 4)) {\n  n1 = (n1 + item) | 0;\n${block}\n}`,
        text`for (const [i, item] of ${e.array}.entries()) {\n  if (i > ${small}) break;\n  n0 = (n0 + item) | 0;\n${block}\n}`,
        text`for (const [k, v] of Object.entries(o0)) {\n  n0 = (n0 + k.length + v) | 0;\n${block}\n}`,
        text`for (const [k, v] of new Map(k0)) {\n  n1 = (n1 + k + v.length) | 0;\n${block}\n}`,
        text`for (const turn of range(${small})) {\n  if (turn === ${small}) continue;\n${block}\n}`,
        text`try {\n${block}\n  if (${e.condition}) throw ${e.array};\n${block}\n} catch (thrown) {\n  console.log(thrown.length);\n${block}\n} finally {\n${block}\n}`,
        labelled(block),
        block.map((code) => `eval(${JSON.stringify(code)});`),
        text`console.log(String(eval(${tie("statement").map((code) => JSON.stringify(code))})));`,
        text`n0 = (n0 + eval("var [first = 0, ...others] = " + ${e.array.map((code) => JSON.stringify(code))} + "; first + others.length")) | 0;`,
        text`switch (${e.array}.length) {\n  case ${small}:\n${block}\n    break;\n  default:\n${block}\n}`,
      ),
    };
  }).statement;
}
