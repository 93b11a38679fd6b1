/**
 * How the cost of tracing grows: with arrays made (10⁵ to 10⁹), with sites (10² to 10⁵), with arrays that live at once (10²
 * to 10⁷), with files (10 to 5,000). Programs are generated; plain node and alloc-trace take turns on each.
 *
 *     npm run build && node bench/growth.mjs [--rounds 3] [--most 1e9] [--write] [made|sites|live|files …]
 *
 * `--write` puts a plot of each into docs/plots/ and the table into docs/performance.md. Files are measured cold (nothing
 * in the cache) and warm.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { plot } from "./plot.mjs";
import { insert, machine, median } from "./report.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = at("../bin/alloc-trace.js");
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    most: { type: "string", default: "1e9" },
    write: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const most = Number(values.most);
const folder = mkdtempSync(join(tmpdir(), "at-growth-"));

const powers = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i)).filter((n) => n <= most);

/** The program says when it has done: what comes after that is the end of Node, the last sweep and the report. */
const ENDS = 'process.on("exit", () => console.error(performance.timeOrigin + performance.now()));\n';

/** A script by its text; the folder is its own, so that the cache of one is never another's. */
function script(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text + ENDS);
  return file;
}

const made = (n) =>
  script(`made-${n}.cjs`, `let sum = 0;\nfor (let i = 0; i < ${n}; i++) sum += [i, 1].length;\nconsole.log(sum);\n`);

function sites(n) {
  const lines = Array.from({ length: n }, (_, i) => `sum += [i, ${i}].length;`);
  const body = [];
  for (let i = 0; i < n; i += 100) body.push(`function f${i}(i) {\n${lines.slice(i, i + 100).join("\n")}\n}`);
  const calls = body.map((_, k) => `f${k * 100}(i);`).join("\n");
  const times = Math.ceil(1e6 / n);
  return script(
    `sites-${n}.cjs`,
    `let sum = 0;\n${body.join("\n")}\nfor (let i = 0; i < ${times}; i++) {\n${calls}\n}\nconsole.log(sum);\n`,
  );
}

const live = (n) =>
  script(
    `live-${n}.cjs`,
    `const kept = [];
for (let i = 0; i < ${n}; i++) kept.push([i, 1]);
let sum = 0;
for (let i = 0, k = 0; i < 1e7; i++, k = k + 7919 < ${n} ? k + 7919 : (k + 7919) % ${n}) sum += kept[k][0];
console.log(sum);
`,
  );

function files(n) {
  const home = join(folder, `files-${n}`);
  mkdirSync(home);
  for (let i = 0; i < n; i++) {
    const lines = Array.from({ length: 20 }, (_, k) => `exports.f${k} = (x) => [x, ${k}].map((y) => y + ${i});`);
    writeFileSync(join(home, `m${i}.js`), `${lines.join("\n")}\n`);
  }
  const main = `let sum = 0;\nfor (let i = 0; i < ${n}; i++) sum += require("./m" + i + ".js").f3(i)[1];\nconsole.log(sum);\n`;
  return script(join(`files-${n}`, "main.js"), main);
}

const series = {
  made: { title: "arrays made", counts: powers(5, 9), make: made, of: "ns an array", scale: (s, n) => (s * 1e9) / n },
  sites: { title: "sites, with a million arrays", counts: powers(2, 5), make: sites, of: "s", scale: (s) => s },
  live: { title: "arrays alive, read ten million times", counts: powers(2, 7), make: live, of: "s", scale: (s) => s },
  files: { title: "files of 20 sites", counts: [10, 100, 1000, 5000], make: files, of: "s", scale: (s) => s },
};

function seconds(words, cache) {
  const now = () => performance.timeOrigin + performance.now();
  const from = now();
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const { status, stderr, stdout } = spawnSync(process.execPath, words, { encoding: "utf8", cwd: folder, env });
  const to = now();
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}\n${stderr}`);
  return { taken: (to - from) / 1e3, ending: to - Number(stderr), stdout };
}

const traced = [program, "-q", "--no-progress"];
const rows = [];
for (const [name, { title, counts, make, of, scale }] of Object.entries(series)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const points = counts.map((n) => {
    const file = make(n);
    const all = { plain: [], cold: [], warm: [], ending: [] };
    for (let round = 0; round < (n >= 1e8 ? 1 : rounds); round++) {
      const cache = join(folder, `cache-${name}-${n}-${round}`);
      const plain = seconds([file], cache);
      const cold = seconds([...traced, file], cache);
      const warm = seconds([...traced, file], cache);
      if (plain.stdout !== cold.stdout || plain.stdout !== warm.stdout) throw new Error(`${file} prints another thing`);
      all.plain.push(plain.taken);
      all.cold.push(cold.taken);
      all.warm.push(warm.taken);
      all.ending.push(warm.ending);
    }
    const point = { n, ...Object.fromEntries(Object.entries(all).map(([mode, list]) => [mode, median(list)])) };
    console.log(
      name,
      n,
      `plain ${point.plain.toFixed(2)} s, cold ${point.cold.toFixed(2)} s, warm ${point.warm.toFixed(2)} s, of which ${point.ending.toFixed(0)} ms after its exit event`,
    );
    rows.push(
      `| ${title} | ${n.toLocaleString("en")} | ${point.plain.toFixed(2)} | ${point.cold.toFixed(2)} | ${point.warm.toFixed(2)} | ${(point.warm / point.plain).toFixed(2)} | ${point.ending.toFixed(0)} (${(point.ending / point.warm / 10).toFixed(1)} %) |`,
    );
    return point;
  });
  if (!values.write) continue;
  mkdirSync(at("../docs/plots"), { recursive: true });
  const lines = (name === "made" ? ["plain", "warm"] : ["plain", "cold", "warm"]).map((mode) => ({
    name: { plain: "plain node", cold: "alloc-trace, cold", warm: "alloc-trace, warm" }[mode],
    points: points.map((point) => [point.n, scale(point[mode], point.n)]),
  }));
  writeFileSync(at(`../docs/plots/${name}.svg`), plot({ title, x: title, y: of, lines }));
}
rmSync(folder, { recursive: true });
if (values.write) {
  const head = [
    "| what grows | how many | plain, s | cold, s | warm, s | warm / plain | after its `exit` event, ms |",
    "|---|--:|--:|--:|--:|--:|--:|",
  ];
  insert("growth", [machine(`median of ${rounds} rounds (one from 10⁸ on)`), "", ...head, ...rows].join("\n"));
}
