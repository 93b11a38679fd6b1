/**
 * Whose line it is: whatever way a dependency's code is run, what it makes stands on the innermost line of the user's own
 * that led there.
 */
import { expect, test } from "vitest";
import { lines, onlyUsers, run } from "./blamed.js";
import { reportOf } from "./report-of.js";

test("callbacks: user, library, user, library, and back", () => {
  const ran = run(
    `exports.make = (n) => new Float64Array(n);
exports.around = (f) => { const before = [1]; const got = f(); const after = [before, got]; return after; };`,
    `import { make, around } from "lib";
around(() =>
  make(3),
);
around(() => {
  make(1);
  return make(2);
});`,
  );
  expect(lines(ran)).toEqual({ 2: 2, 3: 1, 5: 2, 6: 1, 7: 1 });
  onlyUsers(ran);
});

test("an exception ends a call without coming back: what caught it goes on for the line that it ran for", () => {
  const ran = run(
    `exports.fails = () => { throw new Error(String([1].length)); };
exports.swallows = (f) => { try { f(); } catch { return [1]; } };
exports.last = (f) => { try { f(); } catch {} finally { [2].length; } return [3]; };
exports.calls = (f) => { f(); return [4]; };`,
    `import { calls, fails, last, swallows } from "lib";
swallows(() => {
  fails();
});
last(() => fails());
calls(() => {
  try {
    fails();
  } catch {}
});
calls(() => {
  try {
    fails();
  } catch {
    return;
  } finally {
    // Nothing.
  }
});`,
  );
  expect(lines(ran)).toEqual({ 2: 1, 3: 1, 5: 3, 6: 1, 8: 1, 11: 1, 13: 1 });
  onlyUsers(ran);
});

test("async functions go on for the line that called them", () => {
  const ran = run(
    `exports.later = async (n) => { await null; const a = [n]; await a; return [a]; };
exports.fails = async () => { try { await Promise.reject(new Error()); } catch { return [1]; } };
exports.values = async function* (n) { for (let i = 0; i < n; i++) { await null; yield [i]; } };
exports.gathers = async (values) => { for await (const value of values) [value].length; };`,
    `import { fails, gathers, later, values } from "lib";
const both = [
  later(1),
  later(2),
];
await Promise.all(both);
await fails();
for await (const value of values(3)) value.length;
await gathers(values(2));`,
  );
  // Line 6 makes what Promise.all answers with; line 9 two values and a list around each.
  expect(lines(ran)).toEqual({ 2: 1, 3: 2, 4: 2, 6: 1, 7: 1, 8: 3, 9: 4 });
  onlyUsers(ran);
});

test("callbacks that a queue calls go on for the line that handed them over", () => {
  const ran = run(
    `exports.then = (p) => p.then((x) => [x], () => [0]).then(function (x) { return [x, this]; });
exports.timer = () => new Promise((done) => { setTimeout(() => done([1, [2]]), 1); });
exports.micro = (done) => queueMicrotask(() => { [1].length; process.nextTick(() => done([2])); });`,
    `import { micro, then, timer } from "lib";
const a = then(Promise.resolve(1));
const b = timer();
const c = new Promise((done) => {
  micro(() => done(0));
});
await a; await b; await c;`,
  );
  expect(lines(ran)).toEqual({ 2: 2, 3: 2, 5: 2 });
  onlyUsers(ran);
});

test("generators run for the loop that asks them for more, and for `next`, spread and destructuring", () => {
  const ran = run(
    `exports.rows = function* (n) { for (let i = 0; i < n; i++) yield [i]; };
exports.all = (n) => { const out = []; for (const row of exports.rows(n)) out.push(row); return out; };
exports.more = function* (n) { yield* exports.rows(n); const sent = yield; [sent].length; };`,
    `import { all, more, rows } from "lib";
const made = rows(4);
made.next();
for (const row of made) {
  row.length;
}
all(2);
Math.max(...rows(3).map((row) => row[0]));
const [first] = rows(5);
const steps = more(1);
steps.next();
steps.next();
steps.next(7);
first.length;`.replace("Math.max(...rows(3).map((row) => row[0]));", "const list = [...rows(3)]; list.length;"),
  );
  expect(lines(ran)).toEqual({ 3: 1, 4: 3, 7: 3, 8: 4, 9: 1, 11: 1, 13: 1 });
  onlyUsers(ran);
});

test("getters and setters run for the line that reads and writes, inside a call too", () => {
  const ran = run(
    `class Vec {
  constructor(data) { this.data = data; }
  get T() { return new Vec(this.data.slice()); }
  set all(x) { this.data = this.data.map(() => x); }
  mul(k) { return new Vec(this.data.map((x) => x * k)); }
}
exports.vec = (n) => new Vec(new Float64Array(n));
exports.old = Object.defineProperty({}, "rows", { get: function () { return [[1], [2]]; }, enumerable: true });
exports.literal = { get size() { return [1, 2].length; } };
exports.calls = (f) => { f(); return [1]; };`,
    `import { calls, literal, old, vec } from "lib";
const v = vec(3);
v.T;
v.all = 1;
old.rows;
literal.size;
calls(() => {
  v.T;
  v.mul(2);
});`,
  );
  expect(lines(ran)).toEqual({ 2: 1, 3: 1, 4: 1, 5: 3, 6: 1, 7: 1, 8: 1, 9: 1 });
  onlyUsers(ran);
});

test("operators run valueOf, toString and Symbol.toPrimitive for their line", () => {
  const ran = run(
    `class Money { valueOf() { return [1, 2].length; } toString() { return ["a"].join(); } mul() {} }
class Other { [Symbol.toPrimitive](hint) { return [hint].length; } }
function Old() {}
Old.prototype.valueOf = function () { return [1].length; };
exports.money = new Money(); exports.other = new Other(); exports.old = new Old();`,
    `import { money, old, other } from "lib";
let s = money * 2;
s += other;
s = \`\${money}\` + s;
s = old < 3;
s = -money;
console.log(typeof s);`,
  );
  expect(lines(ran)).toEqual({ 2: 1, 3: 1, 4: 1, 5: 1, 6: 1 });
  onlyUsers(ran);
});

test("Symbol.iterator, and an iterator's next, run for the loop", () => {
  const ran = run(
    `class Pairs {
  constructor(n) { this.n = n; }
  [Symbol.iterator]() { let i = 0; const n = this.n; return { next: () => (i < n ? { value: [i, i++], done: false } : { value: undefined, done: true }) }; }
}
exports.pairs = (n) => new Pairs(n);`,
    `import { pairs } from "lib";
const list = pairs(3);
for (const [a, b] of list) a + b;
const [x] = list;
new Map(list).size + x.length;`,
  );
  expect(lines(ran)).toEqual({ 3: 3, 4: 1, 5: 3 });
  onlyUsers(ran);
});

test("a proxy's traps run for the line that reads, writes, asks and calls", () => {
  const ran = run(
    `const handler = { get(target, key) { return [key].length; }, set(target, key, value) { target[key] = [value]; return true; } };
exports.box = () => new Proxy({}, handler);
exports.asked = new Proxy({}, { has: (target, key) => [key].length === 1, ownKeys: () => ["a"] });`,
    `import { asked, box } from "lib";
const p = box();
p.x;
p.y = 3;
"z" in asked;
Object.keys(asked);`,
  );
  // Line 6: what `Object.keys` gives, and the list of the trap.
  expect(lines(ran)).toEqual({ 3: 1, 4: 1, 5: 1, 6: 2 });
  onlyUsers(ran);
});

test("a tagged template's function runs for its line", () => {
  const ran = run(
    `exports.tag = (strings, ...values) => [strings.length, values];`,
    `import { tag } from "lib";
const a = 1;
tag\`x\${a}y\`;`,
  );
  // The template's two lists, the rest parameter and the result.
  expect(lines(ran)).toEqual({ 3: 4 });
  onlyUsers(ran);
});

test("array classes of the user's own: their getters and operators run for the line outside", () => {
  const ran = reportOf({
    "main.mjs": `class Vec {
  constructor(n) { this.data = new Float64Array(n); }
  get twice() { return this.mul(2); }
  mul(k) { return new Vec(this.data.length * k); }
  valueOf() { return this.mul(1).data.length; }
}
const v = new Vec(3);
v.twice;
v + 1;
`,
  });
  expect(lines(ran)).toEqual({ 7: 1, 8: 1, 9: 1 });
});

test("--by site lists where arrays are made, with package, file and line, and who asked for them", () => {
  const { stderr } = run(
    `exports.make = (n) =>
  new Float64Array(n);`,
    `import { make } from "lib";
for (let i = 0; i < 7; i++) make(3);
[1].length;`,
    ["--by=site", "--all"],
  );
  expect(stderr).toMatch(/lib\/index\.js:2 +7 +1 +6 /m);
  expect(stderr).toContain("  lib, called from main.mjs:2");
  expect(stderr).toMatch(/^main\.mjs:3 +1 /m);
});

test("lines of the user's own come first, before what a package makes as it is loaded", () => {
  const { stderr } = run(
    `const out = [];
for (let i = 0; i < 500; i++) out.length = [i].length;
exports.make = (n) => new Float64Array(n);`,
    `import { make } from "lib";
for (let i = 0; i < 7; i++) make(3);`,
  );
  const rows = stderr.split("\n").flatMap((line) => /^(\S+:\d+) +\d+ +\d+ +\d+ /.exec(line)?.[1] ?? []);
  expect(rows).toEqual(["main.mjs:2", "node_modules/lib/index.js:2"]);
});

const AUDITED = `import { make } from "lib";
import { Late } from "lib";
let s = 0;
for (let i = 0; i < 30000; i++) {
  s += make(
    i,
  ).length;
  s += [i, i].map((x) => x + 1)[0];
  s += new Late().add([i].length);
}
console.log(s);`;
const AUDITED_LIBRARY = `exports.make = (n) => [n, deep(n)];
const deep = (n) => [n].concat([n]);
exports.Late = class { constructor() { this.list = [1, 2]; } add(x) { return this.list.length + x; } };`;

test("a stack trace is taken now and then, agrees, and the program cannot tell", () => {
  const { report, stderr, stdout } = run(
    AUDITED_LIBRARY,
    `Error.stackTraceLimit = 3;
let prepared = 0;
Error.prepareStackTrace = (error, sites) => { prepared++; return sites.length; };
${AUDITED}
console.log(prepared, Error.stackTraceLimit, typeof new Error("x").stack, prepared, Object.keys(Error).join());`,
  );
  expect(report.audit.sampled).toBeGreaterThan(20);
  expect(report.audit.disagreements).toEqual([]);
  expect(report.audit.agreed).toBe(report.audit.sampled);
  expect(stderr).not.toContain("looked at");
  expect(stdout.split("\n")[1]).toBe("0 3 number 1 stackTraceLimit");
});

test("the audit stays away where the program has put something of its own in the way", () => {
  const { report, stdout } = run(
    AUDITED_LIBRARY,
    `let prepared = 0;
Object.defineProperty(Error, "prepareStackTrace", { get() { prepared++; }, configurable: true });
${AUDITED}
console.log(prepared);`,
  );
  expect(report.audit.sampled).toBe(0);
  expect(stdout).toMatch(/\n0\n$/);
});

test("a call whose receiver or argument is awaited is made for its own line", () => {
  const ran = run(
    `exports.later = async (n) => ({ n, pair() { return [n, n]; } });
exports.take = (n) => [n];
exports.lazy = { get value() { return [1]; } };`,
    `import { later, lazy, take } from "lib";
(await later(1)).pair();
take((await later(2)).n);
async function main() {
  await later(3);
  lazy.value;
  take(await 4);
}
await main();`,
  );
  expect(lines(ran)).toEqual({ 2: 1, 3: 1, 6: 1, 7: 1 });
  onlyUsers(ran);
});
