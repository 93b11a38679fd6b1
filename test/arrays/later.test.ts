/** What is called or comes later: callbacks of queues and emitters, and what a promise brings. */
import { expect, test } from "vitest";
import { lines, onlyUsers, run } from "./blamed.js";

test("functions that a queue gets by name go on for the line that handed them over", () => {
  const ran = run(
    `class Job {
  constructor(n) { this.n = n; this.run = this.run.bind(this); }
  run(x) { return [x, this.n]; }
  start(p) { return p.then(this.run).then(tail, tail); }
  static fails(p) { return p.catch(tail).finally(last); }
}
function tail(x) { return [x]; }
const last = () => [0];
function tick() { ticks.shift()([1]); }
const ticks = [];
exports.Job = Job;
exports.wait = () => new Promise((done) => { ticks.push(done); setTimeout(tick, 1); });
exports.micro = () => new Promise((done) => { ticks.push(done); queueMicrotask(tick); });
exports.next = () => new Promise((done) => { ticks.push(done); process.nextTick(tick); });
exports.thenable = (p) => p.then(tail);`,
    `import { Job, micro, next, thenable, wait } from "lib";
const a = new Job(1);
const all = [
  a.start(Promise.resolve(1)),
  a.start(Promise.resolve(2)),
  Job.fails(Promise.reject(3)),
  wait(),
  micro(),
  next(),
];
for (const one of all) await one;
class Odd extends Promise {}
await thenable(Odd.resolve(1));
let same;
const own = { then(f) { same = f; } };
thenable(own);
console.log(same.name, thenable({ then: (f) => f }) === same);`,
  );
  expect(lines(ran)).toEqual({ 3: 1, 4: 2, 5: 2, 6: 2, 7: 1, 8: 1, 9: 1, 13: 1 });
  expect(ran.stdout).toBe("tail true\n");
});

test("callbacks that an emitter, or Node's own code, calls: now for the line that is under way, later for who gave them", () => {
  const ran = run(
    `const { EventEmitter } = require("node:events");
const { readFile } = require("node:fs");
exports.read = (path) => new Promise((done) => {
  readFile(path, (error, data) => { done([error, data]); });
});
exports.watch = (events) => events.on("it", (x) => { [x].length; });
exports.each = (list, f) => { for (const x of list) f(null, x); };
exports.pairs = (list) => { const out = []; exports.each(list, (err, x) => { out.push([x]); }); return out; };
exports.EventEmitter = EventEmitter;`,
    `import { EventEmitter, pairs, read, watch } from "lib";
const one = read("main.mjs");
const two = read("main.mjs");
await one; await two;
const events = watch(new EventEmitter());
events.emit("it", 1);
setTimeout(() => events.emit("it", 2), 1);
setTimeout(events.emit.bind(events, "it", 3), 1);
pairs([1, 2, 3]);`,
  );
  // Lines 2 and 3: the file's bytes, and the list around them; line 5 what nobody's line has led to.
  expect(lines(ran)).toEqual({ 2: 2, 3: 2, 5: 1, 6: 1, 7: 1, 9: 5 });
  onlyUsers(ran);
});

test("what a promise brings inside of a list or an object counts where it is awaited", () => {
  const ran = run(
    `const { readFile } = require("node:fs/promises");
exports.all = async (paths) => (await Promise.all(paths.map((path) => readFile(path)))).length;
exports.after = (path) => Promise.all([readFile(path)]).then((list) => list.length);`,
    `import { readFile } from "node:fs/promises";
import { all, after } from "lib";
const file = "main.mjs";
const both = await Promise.all([readFile(file), readFile(file)]);
const settled = await Promise.allSettled([readFile(file)]);
const reader = new Blob(["some text"]).stream().getReader();
const { value } = await reader.read();
const old = [value, both[0], settled[0].value];
console.log((await Promise.all([old, { old }, null, 1])).length);
console.log(await all([file, file]), await after(file));
Promise.all([readFile(file)]).then(([data]) => data.length);
await import("lib");`,
  );
  // Line 10: a list, what \`map\` gives, what Promise.all gives, two files; and two lists and a file.
  expect(lines(ran)).toEqual({ 4: 4, 5: 3, 6: 1, 7: 1, 8: 1, 9: 2, 10: 8, 11: 3 });
  onlyUsers(ran);
});

const WALK = `class Path {
  get node() { return [1, 2]; }
}
exports.walk = async (n) => {
  await null;
  const path = new Path();
  let sum = 0;
  for (let i = 0; i < n; i++) sum += path.node.length;
  return sum;
};
exports.visit = (n, f) => {
  const path = new Path();
  for (let i = 0; i < n; i++) path.node;
  for (let i = 0; i < n; i++) f(path);
};`;

test("what a dependency's getter makes after an await is the call's that is waited for", () => {
  const ran = run(
    WALK,
    `import { walk } from "lib";
console.log(await walk(2_000));
const later = walk(500);
await later;`,
  );
  // V8's stack has the line of the `await`.
  expect(lines(ran)).toEqual({ 2: 2000, 3: 500 });
  onlyUsers(ran);
});

test("a getter that the user's callback reads under the same call changes line at most 1,023 arrays late", () => {
  const made = lines(
    run(
      WALK,
      `import { visit } from "lib";
visit(5_000,
  (path) => path.node);`,
    ),
  );
  const [atCall = 0, atRead = 0] = [made[2], made[3]];
  expect(atCall + atRead).toBe(10_000);
  expect(atCall).toBeGreaterThanOrEqual(5_000);
  expect(atCall).toBeLessThan(5_000 + 1_024);
});
