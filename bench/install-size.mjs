/**
 * What `npx alloc-trace` brings with it: packages and megabytes, with and without the optional dependency.
 *
 *     npm run build && node bench/install-size.mjs [--write]
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { insert } from "./report.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "at-install-"));
const npm = (words, cwd) => execFileSync("npm", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function sizeOf(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function installed(name, change) {
  const source = join(folder, `${name}-source`);
  const home = join(folder, name);
  mkdirSync(source);
  mkdirSync(home);
  for (const part of ["bin", "dist", "schema", "README.md", "LICENSE", "CHANGELOG.md"]) {
    cpSync(join(root, part), join(source, part), { recursive: true });
  }
  const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  change(about);
  writeFileSync(join(source, "package.json"), JSON.stringify(about));
  const [{ filename }] = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], source));
  writeFileSync(join(home, "package.json"), '{ "private": true }');
  npm(["install", "--no-audit", "--no-fund", join(folder, filename)], home);
  const { packages } = JSON.parse(readFileSync(join(home, "node_modules", ".package-lock.json"), "utf8"));
  const sizes = Object.keys(packages).map((path) => [path.replace("node_modules/", ""), sizeOf(join(home, path))]);
  const largest = sizes.sort((a, b) => b[1] - a[1]).slice(0, 6);
  return { packages: sizes.length, bytes: sizeOf(join(home, "node_modules")), largest };
}

const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const rows = [
  ["with v8-profiler-next", installed("with", () => undefined)],
  ["without", installed("without", (about) => delete about.optionalDependencies)],
].map(
  ([name, { packages, bytes, largest }]) =>
    `| ${name} | ${packages} | ${mb(bytes)} | ${largest.map(([path, size]) => `${path} ${mb(size)}`).join(", ")} |`,
);
rmSync(folder, { recursive: true });
const table = ["| installed | packages | on disk | largest |", "|---|--:|--:|---|", ...rows].join("\n");
console.log(table);
if (process.argv.includes("--write")) insert("install", table);
