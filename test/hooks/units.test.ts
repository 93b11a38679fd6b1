/** The parts of the loader that need no process of their own. */
import { describe, expect, it } from "vitest";
import { has } from "../../src/hooks/capabilities.js";
import { SITE_BASE } from "../../src/hooks/emit.js";
import { mayImport } from "../../src/hooks/entries.js";
import { withExportNames } from "../../src/hooks/export-names.js";
import { dependencyOf, goalOf, languageOf } from "../../src/hooks/language.js";
import { selectionOf } from "../../src/hooks/selection.js";
import { propertyColumn } from "../../src/hooks/source-position.js";
import { BASE } from "../../src/instrument/emitter.js";
import { instrument } from "../../src/instrument/index.js";

describe("capabilities", () => {
  it.each([
    ["20.19.0", false],
    ["22.14.9", false],
    ["22.15.0", true],
    ["23.4.0", false],
    ["23.5.0", true],
    ["24.0.0", true],
    ["26.10.0", true],
  ])("Node %s has synchronous hooks: %s", (version, expected) => {
    expect(has("syncHooks", version)).toBe(expected);
  });
});

describe("what a worker begins with", () => {
  it.each<[file: unknown, options: object | undefined, imports: boolean]>([
    ["/a/b.cjs", undefined, false],
    [new URL("file:///a/b.cts"), {}, false],
    ["/a/b.mjs", undefined, true],
    [new URL("file:///a/b.mts"), { execArgv: [] }, true],
    [new URL("data:text/javascript,1"), undefined, true],
    ["require('x')", { eval: true }, false],
    ["import('x')", { eval: true }, true],
    ["f(); // what others import", { eval: true }, false],
    [null, undefined, true],
    [new URL("file:///a%2fb.cjs"), undefined, true],
    ["/a/b.cjs", { execArgv: ["--no-warnings", "--import=x"] }, true],
    ["/a/b.cjs", { execArgv: ["--import", "x"] }, true],
    ["/a/b.cjs", { execArgv: ["--important"] }, false],
    ["/a/b.cjs", { env: { NODE_OPTIONS: "--no-warnings --experimental-loader x" } }, true],
    ["/a/b.cjs", { execArgv: ["--import", "alloc-trace/register"], env: { NODE_OPTIONS: "-r x" } }, false],
    ["/a/b.cjs", { env: { NODE_OPTIONS: '--import="/n/alloc-trace/dist/hooks/register.js" --import y' } }, true],
    ["1", { eval: true, execArgv: ["--input-type=module"] }, true],
  ])("%s with %o may be a module: %s", (file, options, imports) => {
    expect(mayImport(file, { env: {}, execArgv: [], ...options })).toBe(imports);
  });
});

describe("what a file may import once it runs", () => {
  it.each<[source: string, later: boolean]>([
    ["f(import ('x'));", true],
    ["import/* later */('x');", true],
    ["eval(\"import('x')\");", true],
    ["/** import('a') */ f(); // import('b')\nimport('c'); /* import('d') */", true],
    ["/** @type {import('x').Y} */\nf(/* import('x') */);\n// import('x')", false],
    ["/* a */ /* b */ f(); // what others import", false],
    ["import a from 'x';\nexport { b } from 'y';", false],
  ])("%s", (source, later) => {
    const input = { source, path: "/a.js", lang: "js", goal: "module", dependency: null, countOnly: false } as const;
    expect(instrument(input).importsLater).toBe(later);
  });
});

describe("names of files", () => {
  it("tell the language", () => {
    const names = [
      "a.ts",
      "a.mts",
      "a.d.cts",
      "a.tsx",
      "a.jsx",
      "a.js",
      "a.cjs",
      "bin/run",
      "a.json",
      "a.node",
      "a.wasm",
    ];
    expect(names.map(languageOf)).toEqual(["ts", "ts", "ts", "tsx", "jsx", "js", "js", "js", null, null, null]);
  });
  it("tell the package", () => {
    expect(dependencyOf("/a/node_modules/b/c.js")).toBe("b");
    expect(dependencyOf("/a/node_modules/b/node_modules/@s/c/d.js")).toBe("@s/c");
    expect(dependencyOf("/a/b.js")).toBeNull();
  });
  it("tell the module system where no package is asked", () => {
    expect([goalOf("/a.mjs"), goalOf("/a.cts"), goalOf("/no/such/folder/a.js")]).toEqual([
      "module",
      "commonjs",
      "either",
    ]);
  });
});

describe("the choice of files", () => {
  const choose = (options: object) => selectionOf({ cwd: "/w", deps: "all", include: [], exclude: [], ...options });
  it("follows --deps", () => {
    const some = choose({ deps: ["a", "@s/b"] });
    expect([some("/w/x.js", null), some("/w/node_modules/a/i.js", "a"), some("/w/n/i.js", "c")]).toEqual([
      null,
      null,
      "left out by --deps",
    ]);
    expect(choose({ deps: "none" })("/w/n/i.js", "c")).toBe("left out by --deps");
  });
  it("follows globs, relative to the working directory", () => {
    const some = choose({ include: ["src/**"], exclude: ["**/*.gen.ts"] });
    expect([some("/w/src/a/b.ts", null), some("/w/src/b.gen.ts", null), some("/w/lib/b.ts", null)]).toEqual([
      null,
      "left out by --exclude",
      "not in --include",
    ]);
  });
});

it("knows the instrumenter's stand-in for a site number", () => {
  expect(SITE_BASE).toBe(BASE);
});

describe("V8's column of a property read", () => {
  it.each([
    ["a.b.c", ".c", "c"],
    ["[x].y.z", ".z", "z"],
    ["f().y", ".y", ".y"],
    ["f().y.z", ".z", ".z"],
    ["a[f()].z", ".z", "z"],
    ["(a).z", ".z", "z"],
    ["new K().z", ".z", "z"],
    ["new a.K(f(1)).z", ".z", "z"],
    ["g(x)[0].z", ".z", ".z"],
    ["return (a).z", ".z", "z"],
    ["a . z", ". z", "z"],
  ])("in %s", (line, at, expected) => {
    const column = line.lastIndexOf(at);
    expect(line.slice(propertyColumn(line, column))).toBe(line.slice(line.lastIndexOf(expected)));
  });
});

describe("names of a CommonJS file's exports", () => {
  it("are left as they are when the text still shows them", () => {
    expect(withExportNames("exports.a = p([1]);", "exports.a = [1];")).toBe("exports.a = p([1]);");
  });
  it("are said in dead code when it does not", () => {
    const text = withExportNames(
      "p(module.exports).a = 1; module.exports = p(require('x'));",
      "module.exports.a = 1; module.exports = require('x');",
    );
    expect(text).toContain('\n;if(0){exports["a"]=0;module.exports={...require("x")}}');
  });
});
