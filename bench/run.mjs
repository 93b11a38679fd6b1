/**
 * What tracing costs: every program of fixtures/bench in several modes, each run in a process of its own.
 *
 *     npm run subjects && npm run build && node bench/run.mjs [--rounds 5] [--modes plain,count,full,…] [--write] [name …]
 *
 * Modes: `plain` (node), `count` (--count-only), `full`, `tracker` (V8's exact tracker), `sample512` and `sample1` (V8's
 * sampler at 512 KiB and 1 KiB). The modes of a program take turns in each round, after one round that fills the cache
 * and measures memory. The figure of a mode is the median over the rounds of its time by plain's time of the same round.
 * A mode that takes longer than `--limit` seconds (60; `--v8-limit` for V8's own), or in which V8 crashes, is not tried
 * again; one that prints anything else than `plain` did ends the run. `--write` puts the table into docs/performance.md.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { geometricMean, insert, machine, median } from "./report.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = at("../bin/alloc-trace.js");
const MODES = {
  plain: { words: (file) => [file] },
  count: { words: (file) => [program, "-q", "--no-progress", "--count-only", file] },
  full: { words: (file) => [program, "-q", "--no-progress", file] },
  tracker: { words: (file) => ["--require", at("v8-tracker.cjs"), file] },
  sample512: { words: (file) => ["--require", at("v8-sampler.cjs"), file], interval: 512 * 1024 },
  sample1: { words: (file) => ["--require", at("v8-sampler.cjs"), file], interval: 1024 },
};

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    modes: { type: "string", default: Object.keys(MODES).join() },
    limit: { type: "string", default: "60" },
    "v8-limit": { type: "string" },
    write: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const OURS = new Set(["plain", "count", "full"]);
/** Seconds that a mode may take. */
function limitOf(mode) {
  return Number(OURS.has(mode) ? values.limit : (values["v8-limit"] ?? values.limit));
}
const modes = values.modes.split(",");
const folder = at("../fixtures/bench");
const names = readdirSync(folder)
  .sort()
  .filter((name) => positionals.length === 0 || positionals.includes(name.replace(/\.\w+$/, "")));

/** Seconds and a hash of what was printed; seconds are Infinity beyond the limit. */
function run(mode, file, more = {}) {
  const { words, interval } = MODES[mode];
  const env = { ...process.env, ALLOC_TRACE_BENCH_INTERVAL: `${interval ?? ""}`, ...more };
  const from = process.hrtime.bigint();
  const ended = spawnSync(process.execPath, words(file), {
    env,
    timeout: limitOf(mode) * 1000,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (ended.error?.code === "ETIMEDOUT") return { seconds: Infinity, output: null, why: `over ${limitOf(mode)} s` };
  // V8's own tracker may end the process: mathjs dies by a segmentation fault after some 9 s of it.
  if (!OURS.has(mode) && ended.signal !== null) return { seconds: Infinity, output: null, why: ended.signal };
  if (ended.status !== 0) throw new Error(`${mode} ${file} ended with ${ended.status}\n${ended.stderr}`);
  const output = createHash("sha256").update(ended.stdout).digest("hex").slice(0, 12);
  return { seconds: Number(process.hrtime.bigint() - from) / 1e9, output };
}

/** The most memory that a process of the run held, in MB; null beyond the limit. */
function peak(mode, file) {
  const memory = mkdtempSync(join(tmpdir(), "at-memory-"));
  const NODE_OPTIONS = `--require ${at("peak-memory.cjs")}`;
  const { output } = run(mode, file, { ALLOC_TRACE_BENCH_MEMORY: memory, NODE_OPTIONS });
  const bytes = readdirSync(memory).map((name) => Number(readFileSync(join(memory, name), "utf8")));
  rmSync(memory, { recursive: true });
  return output === null ? null : Math.max(...bytes) / 1e6;
}

const table = [];
for (const name of names) {
  const file = `${folder}/${name}`;
  const memory = Object.fromEntries(modes.filter((mode) => OURS.has(mode)).map((mode) => [mode, peak(mode, file)]));
  const ratios = Object.fromEntries(modes.map((mode) => [mode, []]));
  const failures = {};
  const plainSeconds = [];
  for (let round = 0; round < rounds; round++) {
    const plain = run("plain", file);
    plainSeconds.push(plain.seconds);
    for (const mode of modes) {
      if (mode === "plain" || ratios[mode].includes(Infinity)) continue;
      const { seconds, output, why } = run(mode, file);
      if (why !== undefined) failures[mode] = why;
      if (output !== null && output !== plain.output)
        throw new Error(`${mode} ${name} printed something else than plain`);
      ratios[mode].push(seconds / plain.seconds);
    }
  }
  const row = { name: name.replace(/\.\w+$/, ""), plain: median(plainSeconds), memory };
  for (const mode of modes)
    if (mode !== "plain") row[mode] = { of: median(ratios[mode]), all: ratios[mode], why: failures[mode] };
  table.push(row);
  console.log(
    name,
    ...modes.map((mode) => `${mode} ${mode === "plain" ? row.plain.toFixed(2) : shown(row[mode])}`),
    megabytes(row),
  );
}

function megabytes({ memory }) {
  return Object.values(memory)
    .map((mb) => (mb === null ? "–" : mb.toFixed(0)))
    .join(" / ");
}

function shown({ of, all, why }) {
  if (why !== undefined) return why;
  const spread = all.length > 1 ? ` (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})` : "";
  return `${of.toFixed(2)}${spread}`;
}

const others = modes.filter((mode) => mode !== "plain");
/** Of the programs that came to an end in that mode. */
function mean(mode) {
  const ended = table.map((row) => row[mode].of).filter(Number.isFinite);
  const of = ended.length === table.length ? "" : ` of ${ended.length}`;
  return ended.length === 0 ? "–" : `${geometricMean(ended).toFixed(2)}${of}`;
}
const lines = [
  `| program | plain, s | ${others.join(" | ")} | peak memory, MB: ${Object.keys(table[0]?.memory ?? {}).join(" / ")} |`,
  `|---|--:|${others.map(() => "--:|").join("")}--:|`,
  ...table.map(
    (row) =>
      `| ${row.name} | ${row.plain.toFixed(2)} | ${others.map((mode) => shown(row[mode])).join(" | ")} | ${megabytes(row)} |`,
  ),
  `| **geometric mean** | | ${others.map(mean).join(" | ")} | |`,
];
console.log(lines.join("\n"));

if (values.write) {
  const how = `${rounds} ${rounds === 1 ? "round" : "rounds"}`;
  insert(
    "table",
    `${machine(`${how}, median${rounds === 1 ? "" : " (least–most)"} of the times plain node takes`)}\n\n${lines.join("\n")}`,
  );
}
