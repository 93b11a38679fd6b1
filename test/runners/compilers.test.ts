/** Programs whose files are compiled by others: tsx, ts-node, handlers in `require.extensions`, `vm` under a file's name. */
import { describe, expect, test } from "vitest";
import { outermostNodes } from "../nodes.js";
import { counted, type Options, plain, project, subject } from "./project.js";

const MAIN = `import { make } from "./lib";
enum Kind { A, B }
const kind: Kind = Kind.B;
let sum = 0;
for (let i: number = 0; i < 30; i++) sum += (make(i) as number[])[0] as number;
console.log(sum, kind, (new Error("x").stack as string).split("\\n")[1].replace(/.*[\\\\/]/, ""));
`;

const LIB = `export interface Pair { a: number }

export function make(i: number): number[] {
  return [i, i];
}
`;

const TIMEOUT = 120_000;

function same(words: readonly string[], flags: readonly string[], options: Options) {
  const ran = counted([...flags.map((flag) => `--node-arg=${flag}`), ...words], options);
  const { stdout, stderr, code } = plain([...flags, ...words], options);
  expect(ran).toMatchObject({ stdout, stderr, code });
  return ran.lines;
}

describe.each(outermostNodes())("on Node $version", ({ path: node }) => {
  const typescript = (type: string) =>
    project({
      "main.ts": type === "module" ? MAIN.replace("./lib", "./lib.js") : MAIN,
      "lib.ts": LIB,
      "package.json": JSON.stringify({ type }),
      "tsconfig.json": '{ "compilerOptions": { "module": "commonjs", "target": "es2022", "esModuleInterop": true } }',
    });

  test.each(["module", "commonjs"])("tsx, for %s", { timeout: TIMEOUT }, (type) => {
    const cwd = typescript(type);
    const made = { "lib.ts:4": 30 };
    expect(same([subject("tsx/dist/cli.mjs"), "main.ts"], [], { cwd, node })).toMatchObject(made);
    expect(same(["main.ts"], ["--import=tsx"], { cwd, node })).toMatchObject(made);
  });

  test("ts-node, as a command, preloaded, and preloaded before us", { timeout: TIMEOUT }, () => {
    const cwd = typescript("commonjs");
    const env = { TS_NODE_COMPILER: subject("typescript59"), TS_NODE_TRANSPILE_ONLY: "true" };
    const made = { "lib.ts:4": 30 };
    expect(same([subject("ts-node/dist/bin.js"), "main.ts"], [], { cwd, node, env })).toMatchObject(made);
    expect(same(["main.ts"], ["--require=ts-node/register"], { cwd, node, env })).toMatchObject(made);
    const before = { ...env, NODE_OPTIONS: "--require=ts-node/register" };
    expect(same(["main.ts"], [], { cwd, node, env: before })).toMatchObject(made);
  });

  test("a handler of its own in `require.extensions`", { timeout: TIMEOUT }, () => {
    // Doubles every line: without a map, the lines are those of what was compiled, and the name says so.
    const cwd = project({
      "main.cjs": `const { readFileSync } = require("node:fs");
require.extensions[".two"] = (module, path) => {
  module._compile(readFileSync(path, "utf8").replaceAll("\\n", "\\n\\n"), path);
};
require.extensions[".same"] = (module, path) => module._compile(readFileSync(path, "utf8"), path);
const js = require.extensions[".js"];
require.extensions[".js"] = (module, path) => {
  const compile = module._compile;
  module._compile = (text, name) => compile.call(module, \`/* changed */ \${text}\`, name);
  js(module, path);
};
for (const name of ["./a.two", "./b.same", "./c.js"]) console.log(name, require(name)(5).length);
`,
      "a.two": "exports.x = 1;\nmodule.exports = (n) => Array.from({ length: n }, (_, i) => [i]);\n",
      "b.same": "exports.x = 1;\nmodule.exports = (n) => Array.from({ length: n }, (_, i) => [i]);\n",
      "c.js": "exports.x = 1;\nmodule.exports = (n) => Array.from({ length: n }, (_, i) => [i]);\n",
    });
    const lines = same(["main.cjs"], [], { cwd, node });
    expect(lines).toMatchObject({ "a.two#compiled:3": 6, "b.same:2": 6, "c.js:2": 6 });
  });

  test("loader hooks of its own, which are traced code in a thread that is not", { timeout: TIMEOUT }, () => {
    const cwd = project({
      "hook.mjs": 'import { register } from "node:module";\nregister("./loader.mjs", import.meta.url);\n',
      "loader.mjs": `export async function load(url, context, next) {
  const loaded = await next(url, context);
  return url.endsWith("lib.mjs") ? { ...loaded, source: ["/* one */ ", String(loaded.source)].join("") } : loaded;
}
`,
      "lib.mjs": "export const make = (i) => {\n  return [i];\n};\n",
      "main.mjs": 'import { make } from "./lib.mjs";\nfor (let i = 0; i < 30; i++) make(i);\nconsole.log("made");\n',
    });
    const lines = same(["main.mjs"], ["--import=./hook.mjs", "--no-warnings"], { cwd, node });
    expect(lines).toMatchObject({ "lib.mjs:2": 30 });
  });

  test("`vm`, under a file's name", { timeout: TIMEOUT }, () => {
    const text = "const all = [];\nfor (let i = 0; i < 9; i++) all[0] = [i];\nall[0].length";
    const cwd = project({
      "main.cjs": `const vm = require("node:vm");
const { Script, runInThisContext } = vm;
const { readFileSync } = require("node:fs");
const read = (name) => readFileSync(name, "utf8");
const name = (file) => require("node:path").join(__dirname, file);
console.log(new Script(read("a.js"), { filename: name("a.js") }).runInThisContext());
const wrapped = "(function () { ";
const options = { filename: name("b.js"), columnOffset: -wrapped.length };
console.log(runInThisContext(wrapped + read("b.js") + "})", options)());
console.log(vm.runInNewContext(read("c.js"), {}, name("c.js")));
const context = vm.createContext({});
console.log(vm.runInContext(read("c.js").replace("all;", "all"), context, { filename: name("c.js") }));
const f = vm.compileFunction(read("d.js"), ["n"], { filename: name("d.js"), parsingContext: context });
console.log(f(9));
console.log(new vm.Script("1;\\n[1]", { filename: "/no/such/file.js" }).runInThisContext().length);
console.log(new vm.Script("x", { filename: name("a.js") }) instanceof vm.Script, vm.Script.name, vm.Script.length);
class Own extends vm.Script {}
console.log(new Own("1").constructor === Own, new vm.Script("1").constructor === vm.Script);
if (vm.SourceTextModule) {
  const module = new vm.SourceTextModule(read("e.js"), { identifier: name("e.js") });
  module.link(() => {}).then(() => module.evaluate()).then(() => console.log(module.namespace.made));
}
`,
      "a.js": text,
      "b.js": `let all = []; for (let i = 0; i < 9; i++) all = [i]; throws();
function throws() { console.log(new Error("x").stack.split("\\n").slice(1, 3).map((l) => l.replace(/.*[\\\\/]/, ""))); }
return all.length;`,
      "c.js": text,
      "d.js": "const all = [];\nwhile (n-- > 0) all[0] = [n];\nreturn all[0].length;",
      "e.js": "let all = [];\nfor (let i = 0; i < 9; i++) all = [i];\nexport const made = all.length;\n",
    });
    const flags = ["--experimental-vm-modules", "--no-warnings"];
    const lines = same(["main.cjs"], flags, { cwd, node });
    expect(lines).toMatchObject({ "a.js:2": 9, "b.js:1": 10, "c.js:2": 18, "d.js:2": 9, "e.js:2": 9 });
    expect(lines["main.cjs#vm:15:2"]).toBe(1);
  });
});
