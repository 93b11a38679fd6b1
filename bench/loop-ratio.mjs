/**
 * Wall time of `alloc-trace fixtures/numpy-loop.ts` beside plain node on the same file with its types stripped, and of
 * a script that only says hello: what tracing costs the loop, and what it adds to a warm start. Nothing asserts these.
 *
 *     npm run build && node bench/loop-ratio.mjs [rounds]
 *
 * The four commands take turns in each of five rounds, after one round that fills the caches, so that a machine's
 * ups and downs meet them alike. Medians are printed; a ratio is the median of the rounds' own ratios. "Of the loop"
 * leaves start-up out of both sides: the time of numpy-loop less that of hello.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "oxc-transform";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "at-bench-"));

const fixture = join(root, "fixtures/numpy-loop.ts");
const stripped = join(folder, "numpy-loop.mjs");
writeFileSync(stripped, transformSync(fixture, readFileSync(fixture, "utf8"), { target: "es2022" }).code);
const hello = join(folder, "hello.mjs");
writeFileSync(hello, 'console.log("hello");\n');

const program = join(root, "bin/alloc-trace.js");
const commands = {
  plainLoop: [stripped],
  tracedLoop: [program, "-q", fixture],
  plainHello: [hello],
  tracedHello: [program, "-q", hello],
};

function milliseconds(words) {
  const from = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const taken = [];
for (let round = -1; round < rounds; round++) {
  const times = Object.fromEntries(Object.entries(commands).map(([name, words]) => [name, milliseconds(words)]));
  if (round >= 0) taken.push(times);
}
rmSync(folder, { recursive: true });

const of = (value) => median(taken.map(value));
const ms = (value) => `${value.toFixed(0)} ms`;
console.log(`node ${process.versions.node}, median of ${rounds} rounds`);
for (const name of Object.keys(commands)) {
  const all = taken.map((times) => times[name]);
  console.log(
    `${name.padEnd(12)}${ms(of((times) => times[name])).padStart(9)}   ${all.map((t) => t.toFixed(0)).join(" ")}`,
  );
}
console.log(`numpy-loop, whole command   ${of((t) => t.tracedLoop / t.plainLoop).toFixed(2)} times plain node`);
console.log(
  `numpy-loop, of the loop     ${of((t) => (t.tracedLoop - t.tracedHello) / (t.plainLoop - t.plainHello)).toFixed(2)} times`,
);
console.log(`added to a warm start       ${ms(of((t) => t.tracedHello - t.plainHello))}`);
