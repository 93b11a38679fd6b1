/**
 * Start-up: `alloc-trace hello.ts` warm and cold beside `node hello.js` and `tsx hello.ts`, in turn; and how fast a large
 * file is instrumented when nothing is in the cache.
 *
 *     npm run subjects && npm run build && node bench/startup.mjs [--rounds 9] [--write]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { insert, machine, median } from "./report.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "9" }, write: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
const program = at("../bin/alloc-trace.js");
const tsx = at("../test/subjects/node_modules/tsx/dist/cli.mjs");
const folder = mkdtempSync(join(tmpdir(), "at-startup-"));
const [hello, typed] = [join(folder, "hello.js"), join(folder, "hello.ts")];
writeFileSync(hello, 'console.log("hello");\n');
writeFileSync(typed, 'const word: string = "hello";\nconsole.log(word);\n');

let fresh = 0;
const commands = {
  "node hello.js": [[hello], "warm"],
  "alloc-trace hello.ts, warm": [[program, "-q", typed], "warm"],
  "alloc-trace hello.ts, cold": [[program, "-q", typed], null],
  ...(existsSync(tsx) ? { "tsx hello.ts": [[tsx, typed], "warm"] } : {}),
};

function milliseconds([words, cache]) {
  // A list of certificates is read by every Node that starts, whoever starts it, and takes longer than the rest of it.
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
  const env = { ...inherited, XDG_CACHE_HOME: join(folder, cache ?? `cold-${fresh++}`) };
  const from = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

const taken = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = -1; round < rounds; round++) {
  for (const [name, command] of Object.entries(commands)) {
    const ms = milliseconds(command);
    if (round >= 0) taken[name].push(ms);
  }
}

/** In a process of its own: the parser and the instrumenter loaded, one file, no cache. */
const large = at("../test/subjects/node_modules/three/build/three.core.js");
const ONE = `import { readFileSync } from "node:fs";
const [, , pipeline, path] = process.argv;
const source = readFileSync(path, "utf8");
const from = performance.now();
const { run } = await import(pipeline);
const { why } = run({ path, lang: "js", goal: "module", dependency: "three", countOnly: false, wrap: [], probe: true, compiler: null }, source);
if (why !== null) throw new Error(why);
console.log(performance.now() - from);`;
const script = join(folder, "one.mjs");
writeFileSync(script, ONE);
const pipeline = new URL("../dist/hooks/pipeline.js", import.meta.url).href;
const instrumenting = Array.from({ length: 5 }, () =>
  Number(spawnSync(process.execPath, [script, pipeline, large], { encoding: "utf8" }).stdout),
);
const mb = statSync(large).size / 1e6;
const ms = median(instrumenting);
rmSync(folder, { recursive: true });

const plain = median(taken["node hello.js"]);
const lines = [
  machine(`median of ${rounds} rounds in turn`),
  "",
  "| what | ms | beside plain |",
  "|---|--:|---|",
  ...Object.entries(taken).map(([name, list]) => {
    const own = median(list);
    return `| ${name} | ${own.toFixed(0)} | ${name === "node hello.js" ? "" : `${(own / plain).toFixed(2)} times; ${(own - plain).toFixed(0)} ms more`} |`;
  }),
  `| instrumenting ${mb.toFixed(1)} MB of JavaScript (three.core.js), cold | ${ms.toFixed(0)} | ${((mb * 1000) / ms).toFixed(1)} MB/s |`,
];
console.log(lines.join("\n"));
if (values.write) insert("startup", lines.join("\n"));
