/**
 * Code that runs without probes: packages that are left out, WebAssembly. What it makes is counted on the user's line where
 * it comes out; its classes stay what they were.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.js";
import { outermostNodes } from "../nodes.js";
import { plainNode, temporaryFolder } from "../program.js";
import { traced } from "../traced-script.js";
import { type Reported, reportOf } from "./report-of.js";

const manifest = (name: string, more = "") => ({
  [`node_modules/${name}/package.json`]: `{"name":"${name}","version":"1.0.0","main":"index.js"${more}}`,
});

/** Array objects made, by line of the script; those of other classes than `type` are left out. */
function madeOf({ report }: Reported, script: string, type: string): Record<number, number> {
  const lines = report.files.find(({ path }) => path === script)?.lines ?? [];
  const counts = lines.map(({ line, expressions }): [number, number] => {
    const types = expressions.flatMap((expression) => expression.types).filter((entry) => entry.type === type);
    return [line, types.reduce((sum, { allocated }) => sum + allocated, 0)];
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const FACTORIES = `import { later, many, Mat, tape, zeros } from "lib";
for (let i = 0; i < 5; i++) zeros(4);
for (let i = 0; i < 5; i++) Mat.zeros(4).clone().T.mul(2);
console.log(many(3).length, [1, 2].map(Mat.zeros).length);
Reflect.construct(Mat, [4]);
(await later(4)).mul(2);
let kept = zeros(4);
for (let i = 0; i < 5; i++) kept = kept.mul(2);
let sum = 0;
for (const mat of tape) sum += mat.data[0];
console.log(sum);
`;

const LIBRARY = `const tape = [];
class Mat {
  constructor(n) { this.data = new Float64Array(n); }
  get T() { return new Mat(this.data.length); }
  mul(k) { tape.push(this); return new Mat(this.data.length); }
  clone() { return new Mat(this.data.length); }
  static zeros(n) { return new Mat(n); }
}
exports.Mat = Mat;
exports.tape = tape;
exports.zeros = (n) => new Mat(n);
exports.later = async (n) => new Mat(n);
exports.many = (n) => Array.from({ length: n }, () => new Mat(n));
`;

test("factories, copies, getters, lists and promises of a package that is left out count as they do when it is traced", () => {
  const files = { "main.mjs": FACTORIES, ...manifest("lib"), "node_modules/lib/index.js": LIBRARY };
  const all = reportOf(files);
  const none = reportOf(files, ["--deps=none"]);
  const expected = { 2: 5, 3: 20, 4: 5, 5: 1, 6: 2, 7: 1, 8: 5 };
  expect(madeOf(all, "main.mjs", "Mat")).toEqual(expected);
  expect(madeOf(none, "main.mjs", "Mat")).toEqual(expected);
  expect(none.stdout).toBe(all.stdout);
  // Whatever the package has had in its hands it may still hold: \`mul\` does keep its operand.
  for (const { allocated, needed } of none.report.sites.filter(({ line }) => line !== 4)) {
    expect(needed).toBe(allocated);
  }
  const bytes = (reported: Reported) => reported.report.files[0]?.lines.find(({ line }) => line === 8)?.bytes;
  expect(bytes(none)).toBe(bytes(all));
});

test("the configuration names a file of the user's own that is left out, from its folder", () => {
  const files = {
    "main.mjs": `import { product } from "./vendor/cells.mjs";
import * as cells from "./vendor/cells.mjs";
console.log(product().add(new cells.Cells()).n);
`,
    // No field of it holds an array.
    "vendor/cells.mjs": `const store = new WeakMap();
export class Cells { constructor() { this.n = 1; store.set(this, [1, 2]); } add() { return new Cells(); } }
export const product = () => new Cells().add().add();
`,
  };
  const settings = { exclude: ["vendor/**"], wrap: ["./vendor/cells:Cells", "./vendor/cells:Nothing", "absent"] };
  const ran = reportOf({ ...files, "alloc-trace.config.json": JSON.stringify(settings) });
  // `product` gives the last of three: the first, made by `new` alone, is what `add` is called on.
  expect(madeOf(ran, "main.mjs", "Cells")).toEqual({ 3: 5 });
  expect(ran.report.notSeen).toContainEqual({
    what: expect.stringMatching(/^--wrap .*cells:Nothing$/) as string,
    why: "it exports no such class",
  });
  expect(ran.report.notSeen).toContainEqual({
    what: "--wrap absent",
    why: "no traced file of the main thread asks for it",
  });
  expect(ran.report.notSeen.filter(({ what }) => what?.startsWith("--wrap"))).toHaveLength(2);
  const without = { ...settings, wrap: [] };
  const plain = reportOf({ ...files, "alloc-trace.config.json": JSON.stringify(without) });
  expect(madeOf(plain, "main.mjs", "Cells")).toEqual({});
});

test("of a class that two packages use, both left out, what arithmetic takes and gives is counted where it is wrapped", () => {
  const files = {
    "main.cjs": `const { Cells } = require("cells");
const { norm, solve } = require("solver");
for (let i = 0; i < 5; i++) norm(4);
for (let i = 0; i < 5; i++) solve(4);
console.log(new Cells(1).constructor === Cells);
`,
    ...manifest("cells"),
    "node_modules/cells/index.js": `exports.Cells = class Cells {
  constructor(n) { this.data = new Float64Array(n); }
  mul(k) { return new Cells(this.data.length); }
};
const { Cells } = exports;
`,
    ...manifest("solver"),
    "node_modules/solver/index.js": `const { Cells } = require("cells");
exports.norm = (n) => { const a = new Cells(n); const b = new Cells(n).mul(2); return a.data.length + b.data.length; };
exports.solve = (n) => new Cells(n).mul(2);
`,
  };
  const made = (words: string[]) => madeOf(reportOf(files, words), "main.cjs", "Cells");
  // \`norm\` makes three, of which one is in no arithmetic: nothing but a probe in that package sees it.
  expect(made(["--deps=none", "--wrap=cells:Cells"])).toEqual({ 3: 10, 4: 10, 5: 1 });
  expect(made(["--deps=solver", "--wrap=cells:Cells"])).toEqual({ 3: 15, 4: 10, 5: 1 });
});

test("why a class is never behind a proxy: there is always somebody who can tell", () => {
  class Matrix {
    static #made = 0;
    static get made(): number {
      // biome-ignore lint/complexity/noThisInStatic: as libraries have it.
      return this.#made;
    }
    isMatrix(): boolean {
      return this.constructor === Matrix;
    }
  }
  class Child extends Matrix {}
  const Proxied = new Proxy(Matrix, {});
  expect(Matrix.made).toBe(0);
  expect(() => Proxied.made).toThrow(TypeError);
  expect(Object.getPrototypeOf(Child)).not.toBe(Proxied);
  expect(new Proxied().constructor).not.toBe(Proxied);
  Matrix.prototype.constructor = Proxied;
  expect(new Proxied().constructor).toBe(Proxied);
  expect(new Proxied().isMatrix()).toBe(false);
});

const SECRET = `class Secret {
  #cells; #made = true;
  static count = 0;
  static #all = 0;
  constructor(n = 2) { this.#cells = new Float64Array(n); Secret.count++; Secret.#all++; this.target = new.target.name; }
  static of(n) { return new this(n); }
  static isSecret(value) { return #made in value; }
  static get all() { return this.#all; }
  static self() { return this; }
  times(k) { const out = new Secret(this.#cells.length); out.#cells[0] = this.#cells[0] * k; return out; }
  matmul(other) { return this.times(1).times(2).times(other.#cells.length); }
  at(i) { return this.#cells[i]; }
}
class Child extends Secret {}
`;

const USES = `
class Own extends Secret { twice() { return this.times(2); } }
const made = new Secret(3);
const own = new Own(3);
const two = own.twice();
const of = Own.of(3);
const long = made.matmul(two);
console.log(made instanceof Secret, own instanceof Secret, own instanceof Own, long instanceof Secret, of instanceof Own);
console.log(made.constructor === Secret, Object.getPrototypeOf(Own) === Secret, Object.getPrototypeOf(Child) === Secret);
console.log(Secret.isSecret(made), Secret.isSecret(own), Secret.isSecret({}), Secret.all, Secret.count, Child.self() === Child);
console.log(made.target, own.target, of.target, Secret.name, Secret.length, Secret.prototype.times.name, Secret.of.length);
console.log(String(Secret), Secret.prototype.times.toString(), Object.keys(Secret).join(), Secret.self() === Secret);
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(Secret.prototype, "times")), made.times === long.times);
console.log(Reflect.construct(Secret, [], Own) instanceof Own, handed(Secret) instanceof Secret);
try { Secret(); } catch (error) { console.log(error.message); }
try { Secret.prototype.times.call({}, 1); } catch (error) { console.log(error.name); }
`;

const FORMS: Record<string, Record<string, string>> = {
  "main.mjs": {
    "main.mjs": `import { Child, handed, Secret } from "secret";${USES}`,
    ...manifest("secret", ',"type":"module"'),
    "node_modules/secret/index.js": `${SECRET}export const handed = (Class) => new Class(1);\nexport { Child, Secret };\n`,
  },
  "main.cjs": {
    "main.cjs": `const { Child, handed, Secret } = require("secret");${USES}`,
    ...manifest("secret"),
    "node_modules/secret/index.js": `${SECRET}module.exports = { Child, Secret, handed: (Class) => new Class(1) };\n`,
  },
  "main.mts": {
    "main.mts": `import secret, * as all from "secret";\nimport { Secret } from "secret";\nconst { Child, handed } = all;${USES}`,
    ...manifest("secret"),
    "node_modules/secret/index.js": `${SECRET}exports.Child = Child; exports.Secret = Secret; exports.handed = (Class) => new Class(1);\n`,
  },
};

/** A constructor of 2 pages of memory, an allocator that only grows, and a loop that multiplies. */
const WASM =
  "AGFzbQEAAAABDQJgAX8Bf2AEf39/fAADAwIAAQUDAQAQBgcBfwFBgAgLBxUDAW0CAAVhbGxvYwAABXNjYWxlAAEKPwILACMAIwAgAGokAAsxAAJAA0AgAkUNASABIAArAwAgA6I5AwAgAEEIaiEAIAFBCGohASACQQFrIQIMAAsLCw==";

const WASM_LIBRARY = `const bytes = Buffer.from("${WASM}", "base64");
const { alloc, scale, m } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
class Mat {
  constructor(rows, columns) { this.rows = rows; this.columns = columns; this.ptr = alloc(8 * rows * columns); }
  get size() { return this.rows * this.columns; }
  cells() { return new Float64Array(m.buffer, this.ptr, this.size); }
  mul(k) { const out = Mat.like(this); scale(this.ptr, out.ptr, this.size, k); return out; }
  static like({ rows, columns }) { return Mat.take(alloc(8 * rows * columns), rows, columns); }
  static take(ptr, rows, columns) { return Object.assign(Object.create(Mat.prototype), { rows, columns, ptr }); }
}
exports.Mat = Mat;
`;

describe.each(outermostNodes())("$version", ({ path: node }) => {
  test.each(Object.keys(FORMS))("a wrapped class is what it was, and counts: %s", (script) => {
    const files = FORMS[script] as Record<string, string>;
    const ran = reportOf(files, ["--no-cache", "--deps=none", "--wrap=secret:Secret"], {
      node,
    });
    expect(ran.stdout).toBe(plainly(files, node));
    const shift = script.endsWith(".mts") ? 2 : 0;
    const ofType = (type: string) =>
      Object.entries(madeOf(ran, script, type)).map(([line, n]) => [Number(line) - shift, n]);
    // \`matmul\` makes three, of which the package hands out one.
    expect(ofType("Secret")).toEqual([
      [2, 1],
      [3, 1],
      [7, 3],
      [14, 1],
    ]);
    expect(ofType("Own")).toEqual([
      [4, 1],
      [6, 1],
      [14, 1],
    ]);
    expect(ran.report.operations.map(({ operation, calls, made }) => [operation, calls, made])).toContainEqual([
      "Secret.matmul",
      1,
      1,
    ]);
  });

  test("a class over WebAssembly's memory, traced and left out", () => {
    const script = `const { Mat } = require("wasm-mat");
const a = new Mat(2, 3);
a.cells().fill(2);
let b = a;
for (let i = 0; i < 4; i++) b = b.mul(2);
console.log(b.cells()[5]);
`;
    const files = { "main.cjs": script, ...manifest("wasm-mat"), "node_modules/wasm-mat/index.js": WASM_LIBRARY };
    for (const deps of ["all", "none"]) {
      const ran = reportOf(files, ["--no-cache", `--deps=${deps}`], { node });
      expect(ran.stdout).toBe("32\n");
      expect([deps, madeOf(ran, "main.cjs", "Mat")]).toEqual([deps, { 2: 1, 5: 4 }]);
      expect(ran.report.sites.flatMap(({ types }) => types.map(({ type, size }) => `${type} ${size}`))).toContain(
        "Mat 2×3",
      );
    }
  });
});

/** What plain Node prints; there are no types in the TypeScript. */
function plainly(files: Record<string, string>, node: string): string {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    const path = join(cwd, name.replace(".mts", ".mjs"));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const [script = ""] = Object.keys(files);
  const { code, stdout, stderr } = plainNode([script.replace(".mts", ".mjs")], { cwd, node });
  expect(code, stderr).toBe(0);
  return stdout;
}

describe.each([
  ["ml-matrix", "Matrix"],
  ["ndarray", "View2dfloat64"],
  ["three", "Vector3"],
  ["tfjs", "Tensor"],
  // A native addon: what it calls back with, and what stands in an object or a list.
  ["sharp", "Buffer"],
])("%s", (name, type) => {
  test("makes as many left out as traced, line by line", () => {
    const script = `fixtures/libraries/${name}.mjs`;
    const instances = (report: Report) => {
      const lines = report.files.find(({ path }) => path === script)?.lines ?? [];
      return lines.flatMap(({ line, expressions }) =>
        expressions
          .flatMap(({ types }) => types)
          .filter((entry) => entry.type === type)
          .map(({ size, allocated }) => `${line} ${size} ${allocated}`),
      );
    };
    const all = instances(traced(script, ["-q"]).report);
    expect(all.length).toBeGreaterThan(1);
    expect(instances(traced(script, ["-q", "--deps=none"]).report).sort()).toEqual(all.sort());
  });
});
