/**
 * What thousands of threads leave behind: 64 workers at a time, started and ended until there were 64 × rounds of them,
 * under plain Node and traced; resident memory after every round.
 *
 *     npm run build && node bench/worker-starts.mjs [rounds = 16] [at a time = 64]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [rounds = 16, together = 64] = process.argv.slice(2).map(Number);
const cli = fileURLToPath(new URL("../bin/alloc-trace.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "worker-starts-"));
const script = join(folder, "starts.cjs");
writeFileSync(
  script,
  `const { Worker } = require("node:worker_threads");
const text = "const made = []; for (let i = 0; i < 100; i++) made.push([i]); require('node:worker_threads').parentPort.postMessage(made.length);";
const start = () => new Promise((resolve, reject) => {
  const worker = new Worker(text, { eval: true });
  let sum = 0;
  worker.on("message", (n) => { sum = n; });
  worker.on("error", reject);
  worker.on("exit", () => resolve(sum));
});
(async () => {
  const memory = [];
  let sum = 0;
  for (let round = 0; round < ${rounds}; round++) {
    for (const n of await Promise.all(Array.from({ length: ${together} }, start))) sum += n;
    globalThis.gc?.();
    memory.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
  }
  console.log(JSON.stringify({ sum, memory }));
})();
`,
);

function run(words) {
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  return { ...JSON.parse(stdout.trim().split("\n").at(-1)), seconds: (performance.now() - began) / 1000 };
}

try {
  const report = join(folder, "report.json");
  const plain = run(["--expose-gc", script]);
  const traced = run([cli, "-q", "--node-arg=--expose-gc", `--json=${report}`, script]);
  const { threads, totals } = JSON.parse(readFileSync(report, "utf8"));
  for (const [name, { sum, memory, seconds }] of Object.entries({ plain, traced })) {
    console.log(`${name}: ${sum} arrays, ${seconds.toFixed(1)} s, MB resident after each round: ${memory.join(" ")}`);
  }
  console.log(`reported: ${threads} threads, ${totals.allocated} arrays`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
