/** Worker threads and processes of the program: traced into one report, and none the wiser. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.js";
import { MergedThreads } from "../../src/session/merged-threads.js";
import { outermostNodes } from "../nodes.js";
import { allocTrace, plainNode, temporaryFolder } from "../program.js";
import { TraceBuilder } from "../trace-builder.js";

const WORKER = `import { parentPort, threadId, isMainThread } from "node:worker_threads";
const kept = [];
for (let i = 0; i < 5; i++) kept.push([i]);
parentPort.postMessage({ threadId, isMainThread, flags: process.execArgv, options: process.env.NODE_OPTIONS });
if (process.argv[2] === "forever") setInterval(() => {}, 1000);
`;

const CHILD = `const kept = [];
for (let i = 0; i < 7; i++) kept.push([i]);
console.log("child", process.argv[2], process.execArgv, process.env.NODE_OPTIONS, process.env.ALLOC_TRACE_SESSION);
`;

const MAIN = `import { SHARE_ENV, Worker, threadId } from "node:worker_threads";
import { execSync, fork, spawn, spawnSync } from "node:child_process";
console.log("main", threadId, process.execArgv, process.env.NODE_OPTIONS, process.env.ALLOC_TRACE_SESSION);
console.log(["newListener", "SIGINT", "SIGTERM", "exit"].map((name) => process.listenerCount(name)), Worker.name);
const run = (worker) => new Promise((done, fail) => {
  const id = worker.threadId;
  worker.on("message", (message) => console.log("said", message));
  worker.on("error", fail);
  worker.on("exit", (code) => done(console.log("exit", id, worker.threadId, code, worker instanceof Worker)));
});
const url = new URL("./worker.mjs", import.meta.url);
await run(new Worker(url));
await run(new Worker(url, { execArgv: [] }));
await run(new Worker(url, { env: SHARE_ENV, execArgv: ["--no-warnings"] }));
await run(new Worker(\`const { parentPort, threadId } = require("node:worker_threads");
const kept = [];
for (let i = 0; i < 10; i++) kept.push([i]);
parentPort.postMessage({ eval: threadId });\`, { eval: true }));
const stopped = new Worker(url, { argv: ["forever"] });
await new Promise((said) => stopped.once("message", said));
await stopped.terminate();
await new Promise((done) => fork(new URL("./child.mjs", import.meta.url), ["fork"]).on("exit", done));
await new Promise((done) => spawn(process.execPath, ["child.mjs", "spawn"], { stdio: "inherit" }).on("exit", done));
spawnSync(process.execPath, ["child.mjs", "spawnSync"], { stdio: "inherit", env: {} });
execSync(\`"\${process.execPath}" child.mjs execSync\`, { stdio: "inherit" });
console.log(String(spawnSync("printenv", []).stdout).includes("NODE_OPTIONS"));
`;

function program(): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "main.mjs"), MAIN);
  writeFileSync(join(cwd, "worker.mjs"), WORKER);
  writeFileSync(join(cwd, "child.mjs"), CHILD);
  return cwd;
}

function made(report: Report): Record<string, number> {
  const of = (path: string, line: number): number =>
    report.files.find((file) => file.path === path)?.lines.find((found) => found.line === line)?.allocated ?? 0;
  return { worker: of("worker.mjs", 3), child: of("child.mjs", 2), text: of("main.mjs#worker", 3) };
}

describe.each(outermostNodes())("on Node $version", ({ path }) => {
  test.each([
    ["all", { worker: 20, child: 28, text: 10 }],
    ["workers", { worker: 20, child: 0, text: 10 }],
    ["children", { worker: 0, child: 28, text: 0 }],
    ["none", { worker: 0, child: 0, text: 0 }],
  ])("--follow %s", (follow, expected) => {
    const cwd = program();
    const plain = plainNode(["main.mjs"], { cwd, node: path });
    const ran = allocTrace(["-q", "--follow", follow, "main.mjs"], { cwd, node: path });
    expect(ran).toEqual(plain);
    const { stdout } = allocTrace(["--json", "--follow", follow, "main.mjs"], { cwd, node: path });
    expect(made(JSON.parse(stdout) as Report)).toEqual(expected);
  });
});

/** A probe for a literal, by a name that the instrumenter does not see, and its length: see `runtime/probe-text.ts`. */
const SIZES = `const { Worker, isMainThread } = require("node:worker_threads");
console.log(String(globalThis["$a" + "T"].l0).length);
if (isMainThread) new Worker(__filename);
`;

test.each(outermostNodes())("births may be inlined in the main thread alone, on Node $version", ({ path }) => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "main.cjs"), SIZES);
  const sizes = (words: string[]) =>
    allocTrace(["-q", ...words, "main.cjs"], { cwd, node: path })
      .stdout.trim()
      .split("\n")
      .map(Number);
  const [main = NaN, worker = NaN] = sizes([]);
  expect(worker - main).toBeGreaterThan(460);
  // Whoever has set the flag himself knows why.
  expect(sizes(["--node-arg=--omit-default-ctors"])).toEqual([worker, worker]);
});

/*
 * Node keeps a worker by the number that it was registered under; ours begin elsewhere. In a crowd, where numbers of
 * workers that end are numbers of others that run, leaving by the number that the program sees closed another's port.
 */
const CROWD = `const { Worker } = require("node:worker_threads");
const text = "const kept = []; for (let i = 0; i < 10; i++) kept.push([i]); require('node:worker_threads').parentPort.postMessage(kept.length);";
const start = () => new Promise((resolve, reject) => {
  const worker = new Worker(text, { eval: true });
  let said = 0;
  worker.on("message", (n) => { said = n; });
  worker.on("error", reject);
  worker.on("exit", () => resolve(said));
});
(async () => {
  let sum = 0;
  for (let round = 0; round < 3; round++) {
    for (const n of await Promise.all(Array.from({ length: 24 }, start))) sum += n;
  }
  console.log(sum);
})();
`;

test("a crowd of workers comes and goes", () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "main.cjs"), CROWD);
  const ran = allocTrace(["-q", "--json=report.json", "main.cjs"], { cwd });
  expect(ran).toEqual(plainNode(["main.cjs"], { cwd }));
  expect(ran.stdout).toBe("720\n");
  const { sites } = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
  expect(sites.filter(({ file }) => file === "main.cjs#worker").map(({ allocated }) => allocated)).toEqual([72, 720]);
});

const LATER = `const { Worker } = require("node:worker_threads");
const url = require("node:url");
const given = [
  [require.resolve("./required.cjs")],
  [url.pathToFileURL(require.resolve("./unmarked.js"))],
  ["import('node:worker_threads').then(({ parentPort }) => parentPort.postMessage([1].map(String)))", { eval: true }],
  ["require(" + JSON.stringify(require.resolve("./required.cjs")) + ")", { eval: true }],
  [new URL("data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.postMessage([2].map(String))")],
  [require.resolve("./plain.cjs"), { execArgv: ["--import", url.pathToFileURL(require.resolve("./first.mjs")).href] }],
];
(async () => {
  for (const words of given) await new Promise((done, fail) => new Worker(...words).on("message", console.log).on("error", fail).on("exit", done));
})();
`;

test("what a worker of CommonJS imports is traced", () => {
  for (const { path } of outermostNodes()) {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.cjs"), LATER);
    writeFileSync(join(cwd, "required.cjs"), "import('./imported.mjs');\n");
    writeFileSync(join(cwd, "imported.mjs"), POSTS);
    // No extension and no `type`: a module by its syntax alone.
    writeFileSync(join(cwd, "unmarked.js"), `export const unused = 1;\n${POSTS}`);
    writeFileSync(join(cwd, "first.mjs"), "globalThis.first = [1, 2].map(String);\n");
    writeFileSync(
      join(cwd, "plain.cjs"),
      "require('node:worker_threads').parentPort.postMessage(typeof globalThis.first);\n",
    );
    const flags = ["--no-warnings"];
    const words = ["-q", "--json=report.json", ...flags.map((flag) => `--node-arg=${flag}`), "main.cjs"];
    const ran = allocTrace(words, { cwd, node: path });
    expect(ran).toEqual(plainNode([...flags, "main.cjs"], { cwd, node: path }));
    const { sites } = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
    const of = (file: string): number[] => sites.filter((site) => site.file === file).map((site) => site.allocated);
    expect(of("imported.mjs")).toEqual([2, 2]);
    expect(of("first.mjs")).toEqual([1, 1]);
    expect(of("unmarked.js")).toEqual([1, 1]);
  }
});

test("what a text imports that was put together is traced", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "main.cjs"), 'new Function("s", "return import" + "(s)")("./later.mjs");');
  writeFileSync(join(folder, "later.mjs"), "console.log([1].length);");
  expect(allocTrace(["--json", "-q", "main.cjs"], { cwd: folder }).stdout).toContain("later.mjs");
});

test("what --import loads before a CommonJS script is traced", () => {
  for (const { path } of outermostNodes()) {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "first.mjs"), "globalThis.first = [1, 2].map(String);\n");
    writeFileSync(join(cwd, "main.cjs"), "console.log(globalThis.first.length);\n");
    const words = ["-q", "--json=report.json", "--node-arg=--import=./first.mjs", "main.cjs"];
    const ran = allocTrace(words, { cwd, node: path });
    expect(ran).toEqual(plainNode(["--import=./first.mjs", "main.cjs"], { cwd, node: path }));
    const { sites } = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
    expect(sites.map(({ file, allocated }) => [file, allocated])).toEqual([
      ["first.mjs", 1],
      ["first.mjs", 1],
    ]);
  }
});

const POSTS = `import { parentPort } from "node:worker_threads";
parentPort.postMessage([1, 2].map((x) => import.meta.url.replace(/.*\\//, "") + x));
`;

const SENDER = `import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
const shared = new Int32Array(new SharedArrayBuffer(32));
const worker = new Worker(new URL("./receiver.mjs", import.meta.url), { workerData: { shared } });
for (let i = 0; i < 10; i++) {
  const moved = new Float64Array(100).fill(i);
  worker.postMessage(moved, [moved.buffer]);
}
for (let i = 0; i < 10; i++) worker.postMessage(new Float64Array(100).fill(i));
worker.postMessage({ inside: [shared, { deep: shared.buffer }] });
worker.postMessage(null);
await new Promise((done) => worker.on("exit", done));
const same = (value) => value;
const { port1, port2 } = new MessageChannel();
const back = new Uint8Array(7);
port1.postMessage({ back }, { transfer: [back.buffer] });
const { message } = receiveMessageOnPort(port2);
console.log(same(message.back).length, back.length);
try { port1.postMessage(() => 1, [message.back.buffer]); } catch (error) { console.log(error.name); }
port1.postMessage(message.back);
console.log(same(receiveMessageOnPort(port2).message).length);
port1.close();
`;

const RECEIVER = `import { parentPort, workerData } from "node:worker_threads";
const same = (value) => value;
same(workerData.shared);
parentPort.on("message", (array) => {
  if (array === null) process.exit();
  if (array.inside) return void same(array.inside[0]);
});
`;

test.each(outermostNodes())("what is moved or shared is counted once, on Node $version", ({ path }) => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "main.mjs"), SENDER);
  writeFileSync(join(cwd, "receiver.mjs"), RECEIVER);
  const plain = plainNode(["main.mjs"], { cwd, node: path });
  expect(allocTrace(["-q", "--json=report.json", "main.mjs"], { cwd, node: path })).toEqual(plain);
  const report = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
  const typed = report.sites.flatMap(({ file, line, types, allocated }) =>
    types.some(({ type }) => type !== "Array") ? [[`${file}:${line}`, allocated]] : [],
  );
  expect(Object.fromEntries(typed)).toEqual({
    // The array and its memory.
    "main.mjs:2": 1,
    "main.mjs:5": 10,
    "main.mjs:8": 10,
    "main.mjs:14": 1,
    // A copy is a new one.
    "main.mjs:20": 1,
    "receiver.mjs:4": 10,
  });
});

test("a cluster's processes, ended by a signal, have their figures", () => {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, "main.cjs"),
    `const cluster = require("node:cluster");
if (cluster.isPrimary) {
  for (let i = 0; i < 2; i++) cluster.fork();
  cluster.on("message", (worker) => worker.kill());
} else {
  const kept = [];
  for (let i = 0; i < 100; i++) kept.push([i]);
  process.send("made");
  setInterval(() => {}, 1000);
}
`,
  );
  const report = JSON.parse(allocTrace(["--json", "main.cjs"], { cwd }).stdout) as Report;
  expect(report.threads).toBe(3);
  expect(report.files[0]?.lines.find((line) => line.line === 7)?.allocated).toBe(200);
});

test("--by thread has a column for each thread and process", () => {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, "main.cjs"),
    `const { Worker, isMainThread, threadId } = require("node:worker_threads");
const { fork } = require("node:child_process");
const count = !isMainThread ? 10 * threadId : process.send ? 3 : 5;
for (let i = 0; i < count; i++) [i].at(0);
if (isMainThread && !process.send) {
  new Worker(__filename).on("exit", () => new Worker(__filename).on("exit", () => fork(__filename)));
}
`,
  );
  allocTrace(["-q", "--by", "thread", "--json=report.json", "main.cjs"], { cwd });
  const json = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
  expect(json.perThread?.map(({ thread, allocated, needed }) => [thread, allocated, needed])).toEqual([
    ["main", 5, 1],
    ["worker 2", 20, 1],
    ["worker 1", 10, 1],
    ["process 1", 3, 1],
  ]);
  expect(json.perThread?.[1]?.lines).toEqual([{ file: "main.cjs", line: 4, allocated: 20, needed: 1 }]);
  const text = allocTrace(["report", "report.json", "--by", "thread", "--no-frames"], { cwd }).stdout;
  expect(text).toContain(
    "made by     main  worker 2  worker 1  process 1\nmain.cjs:4     5        20        10          3\n",
  );
  const { stdout } = allocTrace(["report", "report.json", "--by", "thread", "--no-frames"], {
    cwd,
    env: { COLUMNS: "60" },
  });
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
});

test("more threads than anybody wants to hear of are one, with all their figures", () => {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, "main.cjs"),
    `const { Worker } = require("node:worker_threads");
const text = "const kept = [];\\nfor (let i = 0; i < 10; i++) kept.push([i]);";
(async () => {
  for (let round = 0; round < 30; round++) {
    const start = () => new Promise((done, fail) => new Worker(text, { eval: true }).on("exit", done).on("error", fail));
    await Promise.all(Array.from({ length: 4 }, start));
  }
})();
`,
  );
  const report = JSON.parse(allocTrace(["--json", "main.cjs"], { cwd }).stdout) as Report;
  expect(report.threads).toBe(121);
  const line = report.files.find((file) => file.path === "main.cjs#worker")?.lines.find((found) => found.line === 2);
  expect(line).toMatchObject({ allocated: 1200, needed: 120, exact: true });
});

test("folding adds up what each thread made and needed", () => {
  const trace = (pid: number): ReturnType<TraceBuilder["build"]> => {
    const builder = new TraceBuilder();
    const site = builder.file("a.js", {
      loops: [{ line: 1, endLine: 3, iterations: 5 }],
      sites: [{ line: 2, text: "[1]" }],
    });
    builder.made(site(0), { allocated: 10, needed: 2, lifetimeMax: pid });
    return builder.build({ pid, thread: 1 });
  };
  const merged = new MergedThreads();
  expect(merged.trace()).toBeNull();
  for (const pid of [1, 2, 3]) merged.add(trace(pid));
  expect(merged.trace()).toMatchObject({
    threads: 3,
    files: [{ loops: [{ iterations: 15 }] }],
    sites: [{ allocated: 30, needed: 6, lifetimeMax: 3, threads: 3 }],
    blamed: [{ allocated: 30, needed: 6 }],
  });
});
