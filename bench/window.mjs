/**
 * How much memory tracing takes when a program makes more arrays than the window of lives holds, and whether the
 * figures are those of a run whose window holds all of them.
 *
 *     npm run build && node bench/window.mjs [small] [long]
 *
 * `small` arrays (1,000,000,000) are made and dropped at once; of `long` arrays (50,000,000) every fiftieth is kept and
 * read again at the end. The tracer's own memory is the peak resident size of the traced process less that of the plain
 * one: the window, the tables, the instrumenter, and what a stamp adds to each array that lives.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../bin/alloc-trace.js", import.meta.url));
const [small = 1e9, long = 5e7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "at-window-"));
const MEMORY = 'require("node:fs").writeFileSync(process.argv[3], String(process.resourceUsage().maxRSS));\n';

const scripts = {
  small: `const n = Number(process.argv[2]);
let sum = 0;
for (let i = 0; i < n; i++) sum += [i, 1].length;
${MEMORY}`,
  long: `const n = Number(process.argv[2]);
const kept = [];
let sum = 0;
for (let i = 0; i < n; i++) {
  const pair = [i, 1];
  sum += pair[1];
  if (i % 50 === 0) kept.push(pair);
}
for (let i = 0; i < kept.length; i++) sum += kept[i][0];
${MEMORY}`,
};

function run(words) {
  const from = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - from) / 1e9;
}

/** Peak resident bytes, seconds, and the report where there is one. */
function measure(name, count, window) {
  const file = join(folder, `${name}.js`);
  const memory = join(folder, "memory.txt");
  const json = join(folder, "report.json");
  writeFileSync(file, scripts[name]);
  const options = window === null ? [] : [program, "-q", `--json=${json}`, `--window=${window}`];
  const seconds = run([...options, file, String(count), memory]);
  const report = window === null ? null : JSON.parse(readFileSync(json, "utf8"));
  return { bytes: Number(readFileSync(memory, "utf8")) * 1024, seconds, report };
}

const mb = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const figures = ({ allocated, needed, reusable, exact }) => JSON.stringify({ allocated, needed, reusable, exact });

function compare(name, count, window, whole) {
  const plain = measure(name, count, null);
  const traced = measure(name, count, window);
  const own = traced.bytes - plain.bytes;
  console.log(`${name} ${count.toLocaleString("en")}, --window ${window}`);
  console.log(`  plain ${mb(plain.bytes)} in ${plain.seconds.toFixed(1)} s, traced ${mb(traced.bytes)} in`);
  console.log(`  ${traced.seconds.toFixed(1)} s: the tracer's own ${mb(own)}`);
  const all = whole === null ? null : measure(name, count, whole);
  for (const site of traced.report.sites) {
    console.log(`  line ${site.line}: ${figures(site)}`);
    const other = all?.report.sites.find(({ key }) => key === site.key);
    if (other === undefined) continue;
    const same = ["allocated", "needed", "reusable"].every((key) => other[key] === site[key]);
    const verdict = same ? "the same" : site.exact ? `WRONG: ${figures(other)}` : `a bound of ${figures(other)}`;
    console.log(`    with a window of ${whole}: ${verdict}`);
  }
}

compare("small", Math.min(small, 1e7), "256MB", "512MB");
compare("small", small, "256MB", null);
compare("long", Math.min(long, 5e6), "64MB", "256MB");
compare("long", long, "256MB", "2GB");
rmSync(folder, { recursive: true });
