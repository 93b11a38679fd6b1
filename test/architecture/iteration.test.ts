/**
 * What runs in the middle of a program iterates by index: `for…of`, spreads and array patterns ask arrays for an iterator,
 * which may be the program's own by then.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";
import { expect, test } from "vitest";

const RUNTIME = fileURLToPath(new URL("../../src/runtime", import.meta.url));

/** By file: what may iterate in it, and why. */
const MAY: { [file: string]: string } = {
  "complaints.ts": "iterates what cannot be iterated, for V8 to say so",
  "core.ts": "makes its tables before the program begins",
  "operations.ts": "lists its figures when they are written, see `hooks/own-iteration.ts`",
};

/** Lines that iterate inside of functions. What stands in no function has run before the program begins. */
function iterations(name: string, text: string): number[] {
  const found: number[] = [];
  let depth = 0;
  const enter = (): void => {
    depth++;
  };
  const leave = (): void => {
    depth--;
  };
  const note = (node: { start: number }): void => {
    if (depth > 0) found.push(text.slice(0, node.start).split("\n").length);
  };
  const spreads = (list: readonly ({ type: string; start: number } | null)[]): void => {
    for (const item of list) if (item?.type === "SpreadElement") note(item);
  };
  new Visitor({
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
    ForOfStatement: note,
    ArrayPattern: note,
    ArrayExpression: ({ elements }) => spreads(elements),
    CallExpression: (node) => spreads(node.arguments),
    NewExpression: (node) => spreads(node.arguments),
    YieldExpression: (node) => {
      if (node.delegate) note(node);
    },
  }).visit(parseSync(name, text).program);
  return found;
}

test("the runtime iterates by index", () => {
  const found: string[] = [];
  for (const name of readdirSync(RUNTIME).sort()) {
    const lines = iterations(name, readFileSync(join(RUNTIME, name), "utf8"));
    if (name in MAY) expect(lines, `${name} needs no exception`).not.toEqual([]);
    else found.push(...lines.map((line) => `${name}:${line}`));
  }
  expect(found).toEqual([]);
});

test.each(["for (const a of b) a;", "[...b];", "f(...b);", "new F(...b);", "const [a] = b;", "[a] = b;"])(
  "notices %s",
  (statement) => {
    expect(iterations("a.ts", `function f(b) {\n${statement}\n}`)).toEqual([2]);
    expect(iterations("a.ts", `${statement}\nfunction f(...rest) { return { ...rest }; }`)).toEqual([]);
  },
);
