/**
 * A native addon that hands out instances of a class of its own (`native/matrix.c`): counted on the user's line where they
 * come out, left out or not, wrapped or not.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Report } from "../../src/report/report.js";
import { outermostNodes } from "../nodes.js";
import { allocTrace, plainNode, temporaryFolder } from "../program.js";

const SOURCE = fileURLToPath(new URL("native/matrix.c", import.meta.url));
const HEADERS = fileURLToPath(new URL("../subjects/node_modules/node-api-headers/include", import.meta.url));

/** Node-API's binary interface is the same in every Node: one compilation serves for all. */
const compiler = process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0 ? "cc" : null;
const NAME = compiler === null ? "skipped, since there is no C compiler" : "an addon's class";

const SCRIPT = `import native from "native-matrix";
const { Matrix, split } = native;
const a = new Matrix(2, 3).fill(2);
let b = a;
for (let i = 0; i < 4; i++) b = b.mul(2);
const zeros = Matrix.zeros(3);
const { lower, upper } = split(a);
class Named extends Matrix { twice() { return this.mul(2); } }
const named = new Named(2, 2);
const twice = named.fill(3).twice();
console.log(b.cells()[5], zeros.cells().length, lower.mul(1) instanceof Matrix, upper === lower);
console.log(twice.constructor === Matrix, named.constructor === Named, twice.cells()[3], Object.keys(a).length);
console.log(Matrix.name, Matrix.length, Matrix.prototype.mul.name, Object.getOwnPropertyNames(Matrix).join());
console.log(String(Matrix.prototype.mul), String(Matrix), Reflect.construct(Matrix, [1, 1], Named) instanceof Named);
try { Matrix(); } catch (error) { console.log(error.message); }
try { Matrix.prototype.mul.call({}, 1); } catch (error) { console.log(error.name, error.message); }
`;

function folder(): string {
  const cwd = temporaryFolder();
  const files = {
    "main.mjs": SCRIPT,
    "node_modules/native-matrix/package.json": '{"name":"native-matrix","version":"1.0.0","main":"index.js"}',
    "node_modules/native-matrix/index.js": 'module.exports = require("./matrix.node");',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const addon = join(cwd, "node_modules/native-matrix/matrix.node");
  execFileSync("cc", ["-shared", "-fPIC", "-O1", "-I", HEADERS, "-o", addon, SOURCE]);
  return cwd;
}

/** Instances and copies by line: `split` makes one that it gives to nobody, and `fill` gives what it was called on. */
const EXPECTED = {
  Matrix: { 3: 1, 5: 4, 6: 1, 7: 2, 8: 1, 11: 1 },
  Named: { 9: 1, 14: 1 },
  Float64Array: { 11: 2, 12: 1 },
};

test.skipIf(compiler === null).each(outermostNodes())(`${NAME}, $version`, ({ path: node }) => {
  const cwd = folder();
  const plain = plainNode(["main.mjs"], { cwd, node });
  expect(plain).toMatchObject({ code: 0, stderr: "" });
  for (const words of [[], ["--deps=none", "--wrap=native-matrix:Matrix"]]) {
    const ran = allocTrace(["-q", "--no-cache", ...words, "--json=report.json", "main.mjs"], { cwd, node });
    expect(ran).toEqual(plain);
    const report = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
    for (const [type, expected] of Object.entries(EXPECTED)) {
      expect([type, madeOf(report, type)]).toEqual([type, expected]);
    }
    const operations = report.operations.map(({ operation, calls, made }) => [operation, calls, made]);
    expect(operations).toContainEqual(["Matrix.mul", 4, 4]);
  }
});

/** Array objects of a type by line of the script. */
function madeOf({ files }: Report, type: string): Record<number, number> {
  const lines = files.find(({ path }) => path === "main.mjs")?.lines ?? [];
  const made = lines.map(({ line, expressions }): [number, number] => {
    const types = expressions.flatMap((expression) => expression.types).filter((entry) => entry.type === type);
    return [line, types.reduce((sum, { allocated }) => sum + allocated, 0)];
  });
  return Object.fromEntries(made.filter(([, count]) => count > 0));
}
