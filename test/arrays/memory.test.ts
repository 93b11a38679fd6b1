/** Arrays that lie in one memory which the program did not make: Node's pool of small buffers, WebAssembly's. */
import { expect, test } from "vitest";
import { lineOf, reportOf } from "./report-of.js";

test("a view on Node's pool keeps the buffer alive whose bytes it reads, and no other", () => {
  const { report } = reportOf({
    "main.mjs": `const kept = [];
for (let i = 0; i < 10; i++) {
  const b = Buffer.from("abc");
  kept.push(new Uint8Array(b.buffer, b.byteOffset, 3));
}
let sum = 0;
for (const k of kept) sum += k[0];
for (let i = 0; i < 10; i++) {
  const b = Buffer.from("abc");
  sum += new Uint8Array(b.buffer, b.byteOffset, 3)[1];
}
const first = Buffer.from("abc");
const pool = first.buffer;
for (let i = 0; i < 5; i++) Buffer.from("abc");
sum += pool.slice(first.byteOffset)[0] ?? 0;
console.log(sum > 0);
`,
  });
  const of = (line: number) => lineOf(report, "main.mjs", line);
  expect(of(3)).toMatchObject({ allocated: 10, needed: 10 });
  // The pool is read as a whole on line 15, so that those of which it was taken are needed until then.
  expect(of(9)).toMatchObject({ allocated: 10, needed: 10 });
  expect(of(14)).toMatchObject({ allocated: 5, needed: 1 });
});

test("a view on memory of WebAssembly's is one array, also once the memory has been taken from another", () => {
  const { report } = reportOf({
    "main.mjs": `const { buffer } = new WebAssembly.Memory({ initial: 1 });
class Cells {
  constructor(ptr, n) { this.data = new Float64Array(buffer, ptr, n); }
  mul(k) { const out = new Cells(this.data.byteOffset + 64, this.data.length); out.data[0] = this.data[0] * k; return out; }
}
const a = new Cells(0, 8);
const memory = a.data.buffer;
let b = a;
for (let i = 0; i < 10; i++) b = b.mul(2);
const again = new Float64Array(memory, 0, 1);
const other = new Float64Array(memory, 8192, 1);
console.log(again[0], b.data[0]);
for (let i = 0; i < 10; i++) [i].length;
console.log(again[0] + other[0]);
`,
  });
  const of = (line: number) => lineOf(report, "main.mjs", line);
  expect(of(6)).toMatchObject({ allocated: 1, objects: 2 });
  expect(of(9)).toMatchObject({ allocated: 10, objects: 20, needed: 2 });
  expect(of(10)).toMatchObject({ allocated: 1 });
});
