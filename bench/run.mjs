/**
 * What tracing costs: every program of fixtures/bench in several modes, each run in a process of its own.
 *
 *     npm run subjects && npm run build && node bench/run.mjs [--rounds 5] [--modes plain,count,full,…] [--write] [name …]
 *
 * Modes: `plain` (node), `count` (--count-only), `full`, `tracker` (V8's exact tracker), `sample512` and `sample1` (V8's
 * sampler at 512 KiB and 1 KiB). The modes of a program take turns in each round, after one round of `count` and `full`
 * that fills the cache. The figure of a mode is the median over the rounds of its time by plain's time of the same round.
 * A mode that prints anything else than `plain` did ends the run. `--write` puts the table into docs/performance.md.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

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
const LIMIT_MS = 120_000;

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    modes: { type: "string", default: Object.keys(MODES).join() },
    write: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const modes = values.modes.split(",");
const folder = at("../fixtures/bench");
const names = readdirSync(folder)
  .sort()
  .filter((name) => positionals.length === 0 || positionals.includes(name.replace(/\.\w+$/, "")));

/** Seconds and a hash of what was printed; seconds are Infinity beyond the limit. */
function run(mode, file) {
  const { words, interval } = MODES[mode];
  const env = { ...process.env, ALLOC_TRACE_BENCH_INTERVAL: `${interval ?? ""}` };
  const from = process.hrtime.bigint();
  const ended = spawnSync(process.execPath, words(file), { env, timeout: LIMIT_MS, stdio: ["ignore", "pipe", "pipe"] });
  if (ended.error?.code === "ETIMEDOUT") return { seconds: Infinity, output: null };
  if (ended.status !== 0) throw new Error(`${mode} ${file} ended with ${ended.status}\n${ended.stderr}`);
  const output = createHash("sha256").update(ended.stdout).digest("hex").slice(0, 12);
  return { seconds: Number(process.hrtime.bigint() - from) / 1e9, output };
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const table = [];
for (const name of names) {
  const file = `${folder}/${name}`;
  for (const mode of modes) if (mode === "count" || mode === "full") run(mode, file);
  const ratios = Object.fromEntries(modes.map((mode) => [mode, []]));
  const plainSeconds = [];
  for (let round = 0; round < rounds; round++) {
    const plain = run("plain", file);
    plainSeconds.push(plain.seconds);
    for (const mode of modes) {
      if (mode === "plain") continue;
      const { seconds, output } = run(mode, file);
      if (output !== null && output !== plain.output)
        throw new Error(`${mode} ${name} printed something else than plain`);
      ratios[mode].push(seconds / plain.seconds);
    }
  }
  const row = { name: name.replace(/\.\w+$/, ""), plain: median(plainSeconds) };
  for (const mode of modes) if (mode !== "plain") row[mode] = { of: median(ratios[mode]), all: ratios[mode] };
  table.push(row);
  console.log(name, ...modes.map((mode) => `${mode} ${mode === "plain" ? row.plain.toFixed(2) : shown(row[mode])}`));
}

function shown({ of, all }) {
  if (!Number.isFinite(of)) return "over 120 s";
  const spread = all.length > 1 ? ` (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})` : "";
  return `${of.toFixed(2)}${spread}`;
}

const others = modes.filter((mode) => mode !== "plain");
const mean = (mode) => Math.exp(table.reduce((sum, row) => sum + Math.log(row[mode].of), 0) / table.length);
const lines = [
  `| program | plain, s | ${others.join(" | ")} |`,
  `|---|--:|${others.map(() => "--:|").join("")}`,
  ...table.map(
    (row) => `| ${row.name} | ${row.plain.toFixed(2)} | ${others.map((mode) => shown(row[mode])).join(" | ")} |`,
  ),
  `| **geometric mean** | | ${others.map((mode) => (Number.isFinite(mean(mode)) ? mean(mode).toFixed(2) : "–")).join(" | ")} |`,
];
console.log(lines.join("\n"));

if (values.write) {
  const path = at("../docs/performance.md");
  const text = readFileSync(path, "utf8");
  const [begin, end] = ["<!-- table -->\n", "<!-- end of table -->\n"];
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: at(".."), encoding: "utf8" }).stdout.trim();
  const where = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, commit ${commit}, ${rounds} ${
    rounds === 1 ? "round" : "rounds"
  }. Times plain node takes, median${rounds === 1 ? "" : " (least–most)"}.`;
  const from = text.indexOf(begin) + begin.length;
  writeFileSync(path, `${text.slice(0, from)}\n${where}\n\n${lines.join("\n")}\n\n${text.slice(text.indexOf(end))}`);
}
