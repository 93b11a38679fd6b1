/** Under test runners that compile files by themselves: every array on its line, and the runner none the wiser. */
import { describe, expect, test } from "vitest";
import { outermostNodes } from "../nodes.js";
import { counted, own, plain, project, subject, timeless } from "./project.js";

const WORK = `function work() {
  let sum = 0;
  for (let i = 0; i < 50; i++) sum += [i].map((x) => x)[0];
  return sum;
}
module.exports = { work };
`;

/** Types are on lines of their own, so that what is left of them would show in the numbers of lines. */
const TYPED = `interface Thing {
  a: number;
}

export function work(): number {
  let sum = 0;
  for (let i: number = 0; i < 50; i++) sum += [i].map((x: number) => x)[0] as number;
  return sum;
}
`;

const TESTS = `
test("works", () => {
  expect(work()).toBe(1225);
  for (let i = 0; i < 7; i++) [i].at(0);
});
`;

/** Where errors are, and what is written into the file, depends on positions to the column. */
const FAILING = `
test("compares", () => {
  const all = [1, 2].map((x) => [x, work()]); expect(all.map(([x]) => x)).toEqual([1, 3]);
});
test("throws", () => { const pair = [1]; pair.map((x) => x.a.b); });
test("stack", () => { expect(new Error("here").stack.split("\\n")[1].replace(/.*[\\\\/]/, "")).toBe("no"); });
`;

const TIMEOUT = 120_000;

describe.each(outermostNodes())("on Node $version", ({ path: node }) => {
  test("mocha", { timeout: TIMEOUT }, () => {
    const cwd = project({
      "src/work.js": WORK,
      "work.test.js": `const { work } = require("./src/work.js");
describe("work", () => { it("works", () => { for (let i = 0; i < 7; i++) [work()].at(0); }); });
`,
    });
    const words = [subject("mocha/bin/mocha.js"), "work.test.js"];
    const ran = counted(words, { cwd, node });
    expect(timeless(ran)).toBe(timeless(plain(words, { cwd, node })));
    expect(ran.lines).toEqual({ "src/work.js:3": 700, "work.test.js:2": 7 });
    expect(counted([...words, "--parallel"], { cwd, node }).lines).toEqual(ran.lines);
  });

  test("jest, in its own process and in two of its workers", { timeout: TIMEOUT }, () => {
    const one = `const { work } = require("./src/work.js");\n${TESTS}`;
    const cwd = project({ "src/work.js": WORK, "a.test.js": one, "b.test.js": one, "package.json": "{}" });
    const words = [subject("jest/bin/jest.js"), "--rootDir", "."];
    const each = { "src/work.js:3": 200, "a.test.js:5": 7, "b.test.js:5": 7 };
    expect(counted([...words, "-i"], { cwd, node }).lines).toEqual(each);
    expect(counted([...words, "-w", "2"], { cwd, node }).lines).toEqual(each);
  });

  test("jest shows the errors that it shows", { timeout: TIMEOUT }, () => {
    const cwd = project({
      "src/work.js": WORK,
      "fail.test.js": `const { work } = require("./src/work.js");\n${FAILING}`,
      "package.json": "{}",
    });
    const words = [subject("jest/bin/jest.js"), "--rootDir", ".", "-i"];
    const ran = counted(words, { cwd, node });
    expect(ran.code).toBe(1);
    expect(timeless(ran)).toBe(timeless(plain(words, { cwd, node })));
  });

  test.each(["forks", "threads", "vmThreads"])("vitest, in %s", { timeout: TIMEOUT }, (pool) => {
    const cwd = project({
      "src/work.ts": TYPED,
      "work.test.ts": `import { expect, test } from "vitest"; import { work } from "./src/work.js";\n${TESTS}`,
      "package.json": '{ "type": "module" }',
    });
    const words = [own("vitest/vitest.mjs"), "run", "--root", ".", "--pool", pool];
    const ran = counted(words, { cwd, node });
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    expect(ran.lines).toMatchObject({ "src/work.ts:7": 100, "work.test.ts:5": 7 });
  });

  test("vitest shows the errors that it shows", { timeout: TIMEOUT }, () => {
    const cwd = project({
      "src/work.ts": TYPED,
      "fail.test.ts": `import { expect, test } from "vitest"; import { work } from "./src/work.js";\n${FAILING}`,
      "package.json": '{ "type": "module" }',
    });
    const words = [own("vitest/vitest.mjs"), "run", "--root", "."];
    const ran = counted(words, { cwd, node });
    expect(ran.code).toBe(1);
    expect(timeless(ran)).toBe(timeless(plain(words, { cwd, node })));
  });
});
