/** What the benchmarks share: medians, the line that says where they ran, and the place in docs/performance.md they write to. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function geometricMean(list) {
  return Math.exp(list.reduce((sum, value) => sum + Math.log(value), 0) / list.length);
}

export function machine(how) {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd, encoding: "utf8" }).stdout.trim();
  return `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, commit ${commit}, ${how}.`;
}

/** Puts `text` between `<!-- name -->` and `<!-- end of name -->`. */
export function insert(name, text) {
  const path = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
  const page = readFileSync(path, "utf8");
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const from = page.indexOf(begin) + begin.length;
  const to = page.indexOf(end);
  if (from < begin.length || to < from) throw new Error(`docs/performance.md has no place for "${name}"`);
  writeFileSync(path, `${page.slice(0, from)}\n${text}\n\n${page.slice(to)}`);
}
