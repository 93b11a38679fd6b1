/** Text that a program compiles by itself is traced: under which name, on which lines, on whose account, and how much of it. */
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import type { ThreadTrace } from "../../src/trace/format.js";
import { testedNodes } from "../nodes.js";
import { type Program, runTraced, write } from "./child.js";

/** Arrays by file and line, as in `main.js#eval:2:1`. */
function made(trace: ThreadTrace | undefined): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { site, allocated } of trace?.sites ?? []) {
    const file = trace?.files[site.file];
    const at = `${basename(file?.path ?? "")}:${file?.sites[site.site]?.line}`;
    found[at] = (found[at] ?? 0) + allocated;
  }
  return found;
}

function traced(
  node: ReturnType<typeof testedNodes>[number],
  main: string,
  files: Program["files"] = {},
  flags: string[] = [],
) {
  const program = { files: { "main.js": main, ...files }, script: "main.js", flags };
  const { traces, stderr, stdout } = runTraced(node, program, write(program));
  expect(stderr).toBe("");
  return { trace: traces[0], stdout };
}

describe.each(testedNodes())("compiled text on Node $version", (node) => {
  it("is named by the line that compiles it, its lines as V8 counts them", () => {
    const { trace } = traced(
      node,
      `function f(x) { return eval("\\n[x]") }
for (let i = 0; i < 3; i++) f(i);
new Function("a", "return [a,\\n [a]]")(1);
(0, eval)("[1]; [2]");
const vm = require("node:vm");
vm.compileFunction("return [\\n[1]]")();
vm.runInThisContext("[1]");
vm.runInNewContext("[[n]]", { n: 1 });
const script = new vm.Script("[1]");
for (let i = 0; i < 4; i++) script.runInThisContext();
script.runInNewContext();
Function.apply(null, ["return eval('[7]')"])();`,
    );
    expect(made(trace)).toEqual({
      "main.js#eval:1:2": 3,
      "main.js#Function:3:3": 1,
      "main.js#Function:3:4": 1,
      "main.js#eval:4:1": 2,
      "main.js#compileFunction:6:1": 1,
      "main.js#compileFunction:6:2": 1,
      "main.js#vm:7:1": 1,
      "main.js#vm:8:1": 2,
      "main.js#vm:9:1": 5,
      "main.js:12": 1,
      "main.js#Function:12#eval:3:1": 1,
    });
  });

  it("counts generators and asynchronous functions, and what they are made of again and again", () => {
    const { trace } = traced(
      node,
      `const Generator = Object.getPrototypeOf(function* () {}).constructor;
const Async = (async () => {}).constructor;
for (let i = 0; i < 5; i++) new Generator("n", "yield [n]")(i).next();
new Async("return [await 1]")();`,
    );
    expect(made(trace)).toEqual({ "main.js#Function:3:3": 5, "main.js#Function:4:3": 1 });
  });

  it("is named by the first line of several that compile the same, where V8 keeps one for all; a package has its own", () => {
    const { trace } = traced(
      node,
      `const f = () => (0, eval)("[1]");
f();
(0, eval)("[1]");
eval("[1]");
Function("return [2]")();
new Function("return [2]")();
require("dep")();`,
      { "node_modules/dep/index.js": 'module.exports = () => (0, eval)("[1]");' },
    );
    expect(made(trace)).toEqual({
      "main.js#eval:1:1": 2,
      "main.js#eval:4:1": 1,
      "main.js#Function:5:3": 2,
      "index.js#eval:1:1": 1,
    });
  });

  it("may ask a direct eval for what is around it", () => {
    const { trace } = traced(
      node,
      `eval("[new.target]");
function F() { return eval("[new.target,\\n [1]]"); }
new F();
class A { m() { return (() => eval("eval('[super.toString, new.target]')"))(); } }
new A().m();`,
    );
    expect(made(trace)).toEqual({
      "main.js#eval:1:1": 1,
      "main.js#eval:2:1": 1,
      "main.js#eval:2:2": 1,
      "main.js#eval:4#eval:1:1": 1,
    });
  });

  it("goes to a constructor by way of a class that extends it", () => {
    const { trace } = traced(
      node,
      `class F extends Function {}
new F("a", "return [a]")(1);
class G extends Function { constructor(...args) { super(...args); } }
new G("return [1, [2]]")();
const vm = require("node:vm");
class S extends vm.Script {
  constructor() { super("[1]"); }
}
new S().runInThisContext();`,
    );
    expect(made(trace)).toEqual({
      "main.js:3": 1,
      "main.js#Function:2:3": 1,
      "main.js#Function:3:3": 2,
      "main.js#vm:7:1": 1,
    });
  });

  it("may be a module's", () => {
    const main = `const { SourceTextModule } = require("node:vm");
const made = new SourceTextModule("export default [1,\\n [import.meta]];");
made.link(() => {}).then(() => made.evaluate());`;
    const { trace } = traced(node, main, {}, ["--experimental-vm-modules", "--no-warnings"]);
    expect(made(trace)).toEqual({ "main.js#vm:2:1": 1, "main.js#vm:2:2": 1 });
  });

  it("may be a module's URL, in a worker too", () => {
    const main = `const { Worker } = require("node:worker_threads");
const url = "data:text/javascript,export default [1,%0A[2]]";
import(url).then(() => new Worker(new URL(url)));`;
    const program = { files: { "main.js": main }, script: "main.js" };
    const { traces, stderr } = runTraced(node, program, write(program));
    expect(stderr).toBe("");
    const expected = { "javascript#bb6e1955:1": 1, "javascript#bb6e1955:2": 1 };
    expect(traces.map(made)).toEqual([expected, expected]);
  });

  it("is a dependency's where a dependency compiles it, and the user's line is to blame", () => {
    const { trace } = traced(node, 'require("dep")(3);', {
      "node_modules/dep/index.js": 'module.exports = new Function("n", "return [n, [n]]");',
    });
    const file = trace?.files.find(({ path }) => path.endsWith("#Function:1"));
    expect(file?.dependency).toBe("dep");
    const blamed = (trace?.blamed ?? []).map(({ blame, allocated }) => [
      basename(trace?.files[blame?.file ?? -1]?.path ?? ""),
      allocated,
    ]);
    expect(blamed).toEqual([
      ["main.js", 1],
      ["main.js", 1],
    ]);
  });

  it("is probed up to a bound, and the trace says whose texts went beyond it", () => {
    const { trace, stdout } = traced(
      node,
      'let sum = 0;\nfor (let i = 0; i < 12000; i++) sum += eval("[" + i + "].length");\nconsole.log(sum);',
    );
    expect(stdout).toBe("12000\n");
    expect(trace?.clock).toBe(10000);
    expect(trace?.notSeen.map(({ path, why }) => [basename(path ?? ""), why])).toEqual([
      ["main.js#eval:2", "too many different texts: the later ones ran without probes"],
    ]);
  });
});
