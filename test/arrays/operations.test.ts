/** Array classes and their arithmetic, end to end: what stands in the report for a script of the user's own. */
import { expect, test } from "vitest";
import type { Report, ReportOperation } from "../../src/report/report.js";
import { lineOf, reportOf } from "./report-of.js";

const ofLine = (report: Report, line: number) => lineOf(report, "main.js", line);
const counts = ({ operation, calls, made, existing, reusable, inPlace }: ReportOperation) => ({
  operation,
  calls,
  made,
  existing,
  reusable,
  inPlace,
});

const HIDDEN = `class Vec {
  #data; #n;
  constructor(n) { this.#n = n; this.#data = new Float64Array(n); }
  at(i) { return this.#data[i]; }
  mul(k) { const out = new Vec(this.#n); for (let i = 0; i < this.#n; i++) out.#data[i] = this.#data[i] * k; return out; }
  imul(k) { for (let i = 0; i < this.#n; i++) this.#data[i] *= k; return this; }
  dot(v) { let s = 0; for (let i = 0; i < this.#n; i++) s += this.#data[i] * v.#data[i]; return s; }
}
`;

test("an array class with its storage in private fields counts once, with its operations by line and method", () => {
  const { report, stderr } = reportOf({
    "main.js": `${HIDDEN}const a = new Vec(4);
let s = 0;
for (let i = 0; i < 100; i++) s += a.mul(i).at(0);
for (let i = 0; i < 50; i++) s += a.imul(2).dot(a);
console.log(s);
`,
  });

  expect(ofLine(report, 11)).toMatchObject({ allocated: 100, needed: 1, reusable: 99, objects: 200, bytes: 3200 });
  expect(ofLine(report, 11)?.expressions[0]?.types).toMatchObject([
    { type: "Vec", size: "4", allocated: 100, needed: 1, objects: 200 },
  ]);
  expect(report.totals).toMatchObject({ allocated: 101, objects: 202 });

  expect(report.operations.map(counts)).toEqual([
    { operation: "Vec.mul", calls: 100, made: 100, existing: 0, reusable: 99, inPlace: 0 },
    { operation: "Vec.imul", calls: 50, made: 0, existing: 50, reusable: 0, inPlace: 0 },
    { operation: "Vec.dot", calls: 50, made: 0, existing: 0, reusable: 0, inPlace: 0 },
  ]);
  expect(report.operations.map(({ line }) => line)).toEqual([11, 12, 12]);

  expect(stderr).toContain("each Vec(4) with 1 array inside");
  expect(stderr).toMatch(/^operations$/m);
  expect(stderr).toMatch(/Vec\.mul {3}100 calls, 100 new, 99 reusable · main\.js:11$/m);
  expect(stderr).toMatch(/Vec\.imul {2}50 calls, 0 new, 50 in place · main\.js:12$/m);
});

test("private storage of a class that is extended", () => {
  const { report } = reportOf({
    "main.js": `class Store { #cells; constructor(n) { this.#cells = new Float32Array(n); } get(i) { return this.#cells[i]; } }
class Grid extends Store { constructor(n) { super(n); this.n = n; } scale(k) { return new Grid(this.n * k); } }
const g = new Grid(3);
console.log(g.scale(2).get(0));
`,
  });
  expect(ofLine(report, 3)).toMatchObject({ allocated: 1, objects: 2 });
  expect(ofLine(report, 4)).toMatchObject({ allocated: 1, objects: 2 });
});

test("an operand that the operation is the last to use could take the result, and is counted once a result", () => {
  const { report } = reportOf({
    "main.js": `${HIDDEN}let x = new Vec(4);
for (let i = 0; i < 10; i++) x = x.mul(2);
const y = new Vec(4);
for (let i = 0; i < 10; i++) y.mul(i).mul(i);
console.log(x.at(0), y.at(0));
`,
  });
  const [chain, inner, outer] = report.operations.map(counts);
  // Each x is used for the last time by the operation that makes the next one; y is read again, y.mul(i) is not.
  expect(chain).toMatchObject({ operation: "Vec.mul", made: 10, inPlace: 10 });
  expect([inner, outer].map((entry) => entry?.inPlace)).toEqual([0, 10]);
});

test("functions of a module are operations where arrays come into them", () => {
  const { report } = reportOf({
    "main.mjs": `import * as vec from "./vec.mjs";
import { dot, multiply } from "./vec.mjs";
const a = [1, 2, 3], out = [0, 0, 0];
for (let i = 0; i < 5; i++) { vec.add(a, a); vec.scale(a, i, out); dot(a, a); }
multiply(2, 3);
console.log(new Set().add(a).size);
`,
    "vec.mjs": `export const add = (a, b) => a.map((x, i) => x + b[i]);
export const scale = (a, k, out) => { for (let i = 0; i < a.length; i++) out[i] = a[i] * k; return out; };
export const dot = (a, b) => { let s = 0; for (let i = 0; i < a.length; i++) s += a[i] * b[i]; return s; };
export const multiply = (x, y) => x * y;
`,
  });
  expect(report.operations.map(({ operation, calls, made, existing }) => [operation, calls, made, existing])).toEqual([
    ["vec.add", 5, 5, 0],
    ["vec.scale", 5, 0, 5],
    ["dot", 5, 0, 0],
  ]);
});

const VIEWS = `class Mat {
  constructor(rows, cols, data = new Float64Array(rows * cols), shape = [rows, cols]) {
    this.data = data; this.shape = shape;
  }
  get(i) { return this.data[i]; }
  transpose() { return new Mat(this.shape[1], this.shape[0], this.data); }
  neg() { return new Mat(this.shape[0], this.shape[1]); }
}
`;

test("a view has no storage of its own and keeps the owner alive", () => {
  const { report } = reportOf({
    "main.js": `${VIEWS}const views = [];
for (let i = 0; i < 4; i++) views.push(new Mat(2, 3).transpose());
let s = 0;
for (const v of views) s += v.get(0);
console.log(s);
`,
  });
  const [line] = report.files.flatMap((file) => file.lines).filter(({ line }) => line === 10);
  const owner = line?.expressions.find(({ text }) => text === "new Mat(2, 3)");
  const view = line?.expressions.find(({ text }) => text.endsWith("transpose()"));
  // Owner: a Float64Array of 6 and a shape of 2. View: a shape of its own, and the owner's storage.
  expect(owner).toMatchObject({ allocated: 4, needed: 4, objects: 12, bytes: 4 * (48 + 16) });
  expect(view).toMatchObject({ allocated: 4, needed: 4, objects: 8, bytes: 4 * 16 });
});

test("the configuration adds classes and takes them out", () => {
  const script = `class Cells { constructor(n) { this.cells = new Float64Array(n); } }
class Tally { constructor() { this.list = [0]; } add(x) { this.list[0] += x; } mul(x) { this.list[0] *= x; } }
const cells = new Cells(5);
const tally = new Tally();
console.log(cells.cells.length, tally.list.length);
`;
  const plain = reportOf({ "main.js": script }).report;
  expect(typesOf(plain)).toEqual([
    ["Float64Array", 1],
    ["Tally", 1],
  ]);
  const config = JSON.stringify({ arrayClasses: ["Cells", "!Tally"] });
  const told = reportOf({ "main.js": script, "alloc-trace.config.json": config }).report;
  expect(typesOf(told)).toEqual([
    ["Array", 1],
    ["Cells", 1],
  ]);
});

function typesOf(report: Report): [string, number][] {
  return report.sites
    .flatMap((site) => site.types.map(({ type, allocated }): [string, number] => [type, allocated]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

test("instances that are functions, stand behind proxies, or keep their storage in a holder", () => {
  const { report } = reportOf({
    "main.mjs": `import { callable, held, hidden } from "lib";
for (let i = 0; i < 3; i++) callable(4).mul(2);
for (let i = 0; i < 3; i++) hidden(4).mul(2);
for (let i = 0; i < 3; i++) held(4).mul(2);
`,
    "node_modules/lib/package.json": '{"name":"lib","version":"1.0.0","main":"index.js"}',
    "node_modules/lib/index.js": `class Callable extends Function {
  constructor(n) {
    super();
    const self = (i) => self.data[i];
    self.data = new Float64Array(n);
    return Object.setPrototypeOf(self, Callable.prototype);
  }
  mul(k) { return new Callable(this.data.length * k); }
}
class Hidden {
  constructor(n) { this.data = new Float64Array(n); return new Proxy(this, { get: (target, key) => target[key] }); }
  mul(k) { return new Hidden(this.data.length * k); }
}
class Store { constructor(n) { this.cells = new Float64Array(n); this.strides = [1]; } }
class Held {
  constructor(store) { this.store = store; }
  mul(k) { return new Held(new Store(this.store.cells.length * k)); }
}
exports.callable = (n) => new Callable(n);
exports.hidden = (n) => new Hidden(n);
exports.held = (n) => new Held(new Store(n));
`,
  });
  for (const [line, type, inside] of [
    [2, "Callable", 1],
    [3, "Hidden", 1],
    [4, "Held", 2],
  ] as const) {
    const types = lineOf(report, "main.mjs", line)?.expressions.flatMap((expression) => expression.types);
    expect(types).toHaveLength(2);
    for (const made of types ?? []) expect(made).toMatchObject({ type, allocated: 3, objects: 3 + 3 * inside });
    expect(report.operations.find((operation) => operation.line === line)).toMatchObject({
      operation: `${type}.mul`,
      calls: 3,
      made: 3,
    });
  }
});

test("coordinates inside of another instance are not its storage", () => {
  const { report } = reportOf({
    "main.js": `class Vec { constructor(x, y, z) { this.x = x; this.y = y; this.z = z; } add(v) { return this; } mul() { return this; } }
class Plane { constructor() { this.normal = new Vec(1, 0, 0); this.constant = 0; } negate() { return this; } }
new Plane();
new Plane();
`,
  });
  expect(typesOf(report)).toEqual([
    ["Vec", 1],
    ["Vec", 1],
  ]);
});

test("operations of a package that is left out count, with what they give", () => {
  const { report } = reportOf(
    {
      "main.mjs": `import { Mat } from "lib";
const a = new Mat(3);
let b = a;
for (let i = 0; i < 5; i++) b = b.mul(2);
for (let i = 0; i < 5; i++) a.imul(2);
console.log(new Set().add(a).size, b instanceof Mat);
`,
      "node_modules/lib/package.json": '{"name":"lib","version":"1.0.0","main":"index.js"}',
      "node_modules/lib/index.js": `exports.Mat = class Mat {
  constructor(n) { this.data = new Float64Array(n); }
  mul(k) { return new Mat(this.data.length); }
  imul(k) { return this; }
};
`,
    },
    ["--deps=none"],
  );
  expect(report.operations.map(counts)).toMatchObject([
    { operation: "Mat.mul", calls: 5, made: 5, existing: 0 },
    { operation: "Mat.imul", calls: 5, made: 0, existing: 5 },
  ]);
  expect(ofMain(report, 2)).toBe(1);
  expect(ofMain(report, 4)).toBe(5);
});

const ofMain = (report: Report, line: number) => lineOf(report, "main.mjs", line)?.allocated;

test("a class that a minifier has renamed goes by the name that its module exports it by", () => {
  const library = `class y{constructor(n){this.data=new Float64Array(n)}mul(k){return new y(this.data.length)}}
var A=class{#q;constructor(n){this.#q=[n]}add=e;scale=e},e=function(){return new A(2)};export{y as Grid,A as Cells};
`;
  const { report } = reportOf({
    "main.mjs": `import { Cells, Grid } from "lib";
new Grid(3).mul(2);
new Cells(3).scale(2);
`,
    "node_modules/lib/package.json": '{"name":"lib","version":"1.0.0","type":"module","main":"index.js"}',
    "node_modules/lib/index.js": library,
  });
  expect(typesOf(report).filter(([type]) => type !== "Array")).toEqual([
    ["Cells", 1],
    ["Cells", 1],
    ["Grid", 1],
    ["Grid", 1],
  ]);
  expect(report.operations.map(({ operation }) => operation)).toEqual(["Grid.mul", "Cells.scale"]);
});

test("what could be in place is the result, not a list made on the way to it", () => {
  const { report } = reportOf({
    "main.mjs": `import { mmul, scale, Vec } from "lib";
const a = new Vec(4);
for (let i = 0; i < 20; i++) scale(a, i);
let x = new Vec(4);
for (let i = 0; i < 20; i++) x = scale(x, i);
for (let i = 0; i < 20; i++) x = mmul(x, i);
console.log(a.data[0], x.data[0]);
`,
    "node_modules/lib/package.json": '{"name":"lib","version":"1.0.0","main":"index.js"}',
    "node_modules/lib/index.js": `class Vec { constructor(n) { this.data = new Float64Array(n); } mul() { return this; } }
exports.Vec = Vec;
exports.scale = (v, k) => {
  const list = [1, 2, 3].map((n) => n * k).map((n) => n + 1);
  const out = new Vec(v.data.length);
  for (let i = 0; i < v.data.length; i++) out.data[i] = v.data[i] * k + list[0];
  return out;
};
exports.mmul = exports.scale;
`,
  });
  const rules = (line: number) =>
    lineOf(report, "main.mjs", line)?.expressions.flatMap(({ advice }) => advice.map(({ rule }) => rule));
  expect(report.operations.map(({ line, made, inPlace }) => [line, made, inPlace])).toEqual([
    [3, 20, 0],
    [5, 20, 20],
    [6, 20, 20],
  ]);
  // A product of matrices reads each element more than once.
  expect(rules(6)).not.toContain("in-place");
  expect(rules(3)).not.toContain("in-place");
  expect(rules(5)).toEqual(["in-place"]);
});

test("classes in TypeScript are known to be probed, those that only extend another too", () => {
  const { report } = reportOf({
    "main.ts": `class Point { constructor(public x: number, public y: number) {} add(by: Point) { this.x += by.x; return this; } scale() {} }
class Place extends Point {}
let sum = 0;
for (let i = 0; i < 20; i++) sum += new Place(i, 1).x;
for (let i = 0; i < 20; i++) sum += new Point(i, 1).x;
console.log(sum);
`,
  });
  expect(lineOf(report, "main.ts", 4)).toMatchObject({ allocated: 20, needed: 1 });
  expect(lineOf(report, "main.ts", 5)).toMatchObject({ allocated: 20, needed: 1 });
});
