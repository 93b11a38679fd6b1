/** What must hold of any instrumented text, whatever is in it. */
import { parseSync } from "oxc-parser";
import { expect } from "vitest";
import type { Instrumented } from "./instrumented.js";

const WORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*/gu;

export function expectInvariants(source: string, made: Instrumented, path: string): void {
  expectParses(made, path);
  expectSlices(source, made);
  expectLines(source, made);
  expectSites(source, made);
}

function expectParses({ code }: Instrumented, path: string): void {
  const { errors } = parseSync(path, code, path.endsWith(".ts") ? {} : { sourceType: "script" });
  expect(errors.filter(({ severity }) => severity === "Error")).toEqual([]);
}

/** Every slice is the source's own text, and none is there twice. A parameter's pattern may have moved into the body. */
function expectSlices(source: string, { code, slices }: Instrumented): void {
  let at = 0;
  const used: [number, number][] = [];
  for (let i = 0; i < slices.length; i += 3) {
    const [generated, original, length] = slices.subarray(i, i + 3) as unknown as [number, number, number];
    expect(generated).toBeGreaterThanOrEqual(at);
    expect(code.slice(generated, generated + length)).toBe(source.slice(original, original + length));
    at = generated + length;
    // Of no length: where V8 is to say that what follows stands.
    if (length > 0) used.push([original, original + length]);
    else expect(original).toBeLessThan(source.length);
  }
  used.sort(([a], [b]) => a - b);
  used.forEach(([from], i) => {
    expect(from).toBeGreaterThanOrEqual(used[i - 1]?.[1] ?? 0);
  });
}

/**
 * As many lines, and on each all the words of the source. Only the pattern of a for-of loop may stand further down: it
 * is taken apart behind its head, whose last line that is.
 */
function expectLines(source: string, { code }: Instrumented): void {
  const before = source.split("\n");
  const after = code.split("\n").map((line) => line.match(WORD) ?? []);
  expect(after.length).toBe(before.length);
  const moved: string[] = [];
  before.forEach((line, i) => {
    const there = after[i] as string[];
    const pattern = /\bfor (?:await )?\((?:const|let|var)? *([[{].*?) of /.exec(line)?.[1] ?? "";
    const mayMove: string[] = pattern.match(WORD) ?? [];
    for (const word of line.match(WORD) ?? []) {
      const found = there.indexOf(word);
      if (found >= 0) there.splice(found, 1);
      else if (mayMove.includes(word)) moved.push(word);
      else expect.fail(`${word} is gone from line ${i + 1}: ${line}`);
    }
  });
  const rest = after.flat();
  for (const word of moved) expect(rest).toContain(word);
}

const BEGINS: Record<string, RegExp> = {
  literal: /^\[/,
  new: /^new\b/,
  rest: /^\.\.\./,
  template: /^`/,
  await: /^await\b/,
};

/** A site's position is where its expression's own first token stands, its text is the source's. */
function expectSites(source: string, { table }: Instrumented): void {
  const lines = source.split("\n");
  for (const { line, column, endLine, endColumn, kind, text } of table.sites) {
    const there = (lines[line - 1] as string).slice(column - 1);
    expect(there).not.toBe("");
    expect(there).toMatch(BEGINS[kind] ?? /\S/);
    expect(endLine).toBeGreaterThanOrEqual(line);
    expect((lines[endLine - 1] as string).length).toBeGreaterThanOrEqual(endColumn - 1);
    const folded = source.replace(/\s+/g, " ");
    expect(folded).toContain(text.replace(/…$/, ""));
  }
}
