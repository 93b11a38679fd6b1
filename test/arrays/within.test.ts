/** `--scopes`: what is finished with in the iteration and in the call that made it. */
import { expect, test } from "vitest";
import { reportOf } from "./report-of.js";

function within(
  script: string,
  words: readonly string[] = ["--scopes"],
): Record<number, (number | null | undefined)[]> {
  const { report } = reportOf({ "main.mjs": script }, words);
  const lines = report.files.flatMap((file) => file.lines);
  return Object.fromEntries(lines.map(({ line, inIteration, inCall }) => [line, [inIteration, inCall]]));
}

test("arrays end in the iteration that made them, in the next, behind the loop, or never", () => {
  const script = `let s = 0;
for (let i = 0; i < 4; i++) { const a = [i]; s += a[0]; }
let p = [9];
for (let i = 0; i < 4; i++) { p[0]; p = [i]; }
let q;
for (let i = 0; i < 4; i++) q = [i];
q[0];
const all = [];
for (let i = 0; i < 4; i++) all.push([i]);
for (const one of all) one[0];
for (const [key, value] of new Map([["a", 1], ["b", 2]])) s += key.length + value;
while (true) { const a = [s]; if (a[0] > 0) break; }`;
  expect(within(script)).toEqual({
    2: [4, 0],
    3: [0, 0],
    4: [1, 0],
    6: [3, 0],
    8: [0, 0],
    9: [0, 0],
    11: [2, 0],
    12: [1, 0],
  });
});

test("and in the call, by whatever way it is left, but for what it gives", () => {
  const script = `const used = () => { const a = [1]; return a[0]; };
used(); used(); used();
const given = () => [1];
given()[0]; given()[0];
function fails() { const a = [1]; throw new Error(String(a[0])); }
try { fails(); } catch {}
function early(n) {
  for (let i = 0; i < n; i++) { const a = [i]; if (a[0] === 2) return a; }
}
early(9)[0];
const boxed = () => ({ inner: [1] });
boxed().inner[0];`;
  expect(within(script)).toEqual({ 1: [0, 3], 3: [0, 0], 5: [0, 1], 8: [2, 2], 11: [0, 0] });
});

test("of a function that calls itself, each call has its own", () => {
  const script = `function sum(n) { const a = [n]; const rest = n > 0 ? sum(n - 1) : 0; return a[0] + rest; }
sum(5);
function list(n) {
  const own = [n];
  const inner = n > 0 ? list(n - 1) : own;
  inner[0];
  return own;
}
list(3);`;
  expect(within(script)).toEqual({ 1: [0, 6], 4: [0, 0] });
});

test("natives read what a function gives when its call is over", () => {
  const script = `const f = (x) => [x];
[1, 2].flatMap(f);
Object.keys(new Proxy({}, { ownKeys() { return ["a"]; } }));
let n = 0;
const it = { [Symbol.iterator]() { return this; }, next() { return { value: [n++, 1], done: n > 3 }; } };
new Map(it);
JSON.stringify({ toJSON() { return { a: { b: [1] } }; } });
JSON.stringify({ a: 1 }, replace);
function replace(key, value) { return key === "a" ? [value] : value; }`;
  const lines = within(script);
  expect([1, 3, 5, 7, 9].map((line) => lines[line])).toEqual(Array(5).fill([0, 0]));
});

test("nor is what another call has made, and this one gives", () => {
  const script = `let held;
const inner = () => { held = [1]; };
const outer = () => { inner(); return held; };
[1].flatMap(outer);
let look;
for (let i = 0; i < 3; i++) { const a = new Float64Array(2); look = a.subarray(1); }
look[0];`;
  const lines = within(script);
  expect(lines[2]).toEqual([0, 0]);
  expect(lines[6]?.[0]).toBeLessThan(6);
});

test("nobody has asked without it, nor where lives are not followed", () => {
  const script = "for (let i = 0; i < 4; i++) [i].length;";
  expect(within(script, [])).toEqual({ 1: [null, null] });
  expect(within(script, ["--scopes", "--count-only"])).toEqual({ 1: [null, null] });
});

test("what lived longer than the window is in neither figure", () => {
  const script = `const kept = [];
function run() {
  for (let i = 0; i < 100_000; i++) { const a = [i]; if (i % 1000 === 0) kept.push(a); a[0]; }
}
run();
for (const one of kept) one[0];`;
  const lines = within(script, ["--scopes", "--window=1MB"]);
  const [inIteration, inCall] = lines[3] ?? [];
  expect(inIteration).toBeLessThanOrEqual(99_900);
  expect(inIteration).toBeGreaterThan(99_000);
  expect(inCall).toBeLessThanOrEqual(99_900);
});
