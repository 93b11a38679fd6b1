/**
 * `npm run engine-doc`: writes docs/engine.md, what V8 does with the arrays of the fixtures and of five libraries. Takes
 * some minutes. Besides the Node that runs it, those in ALLOC_TRACE_NODES (paths, separated as PATH is).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytes } from "../dist/report/numbers.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FILE = join(ROOT, "docs/engine.md");
const NUMPY = "fixtures/numpy-loop.ts";
/** Of `numpy-loop.ts`: the line of the question, and how many temporaries it makes. */
const LINE = 40;
const MADE = 1_000_000;

const scratch = mkdtempSync(join(tmpdir(), "engine-doc-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const NODES = [process.execPath, ...(process.env.ALLOC_TRACE_NODES ?? "").split(delimiter).filter(Boolean)].map(
  (path) => ({
    path,
    version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim().slice(1),
    v8: execFileSync(path, ["-p", "process.versions.v8"], { encoding: "utf8" }).trim(),
  }),
);

/** Flags by the tier that runs the loop from some time on. */
const TIERS = [
  { name: "interpreter (Ignition)", flags: ["--no-opt", "--no-maglev", "--no-sparkplug"] },
  { name: "baseline code (Sparkplug)", flags: ["--no-opt", "--no-maglev", "--always-sparkplug"] },
  { name: "Maglev", flags: ["--maglev", "--no-turbofan"], since: 22 },
  { name: "TurboFan", flags: ["--no-maglev"] },
  { name: "as it comes", flags: [] },
];

const SCRIPTS = [
  NUMPY,
  "fixtures/numpy-loop-scratch.ts",
  "fixtures/numpy-loop-plain.ts",
  "fixtures/numpy-loop-ml-matrix.ts",
  "fixtures/real/ml-matrix-svd.mjs",
  "fixtures/real/mathjs-sheet.mjs",
  "fixtures/real/gl-matrix-camera.mjs",
  "fixtures/real/three-flock.mjs",
  "fixtures/real/ndarray-cwise.cjs",
];
const TRUTH = ["elided", "stored", "warm-up", "deoptimized", "growth"].map(
  (name) => `test/engine/programs/${name}.mjs`,
);

function reportOf(node, script, flags = []) {
  const file = join(scratch, "report.json");
  rmSync(file, { force: true });
  const words = flags.map((flag) => `--node-arg=${flag}`);
  const { status, stderr } = spawnSync(
    node,
    [join(ROOT, "bin/alloc-trace.js"), "engine", "--engine=yes", "-q", `--json=${file}`, ...words, script],
    { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
  );
  if (status !== 0) throw new Error(`${script} ${flags.join(" ")}: ${stderr}`);
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (!report.engine || "leftOut" in report.engine) throw new Error(`${script}: ${JSON.stringify(report.engine)}`);
  return report;
}

const count = (value) => Math.round(value).toLocaleString("en-US");
const share = (value) => `${(100 * value).toFixed(value > 0.995 || value < 0.005 ? 2 : 1)} %`;

/** `977,000 to 1,000,000`. */
function existing({ engine }) {
  if (engine.elided === null) return engine.verdict;
  const least = MADE * (1 - engine.elided.high);
  const most = MADE * (1 - engine.elided.low);
  return `${count(least)} to ${count(most)}`;
}

function lineOf(report, path, number) {
  return report.files.find((file) => file.path === path)?.lines.find((line) => line.line === number);
}

const perTemporary = (run) => Math.round(run.heap.bytes / MADE);

const tiers = TIERS.map(({ name, flags, since = 0 }) => ({
  name,
  flags,
  cells: NODES.map(({ path, version }) => {
    if (Number.parseInt(version, 10) < since) return null;
    console.error(`${name}, Node ${version}`);
    const report = reportOf(path, NUMPY, flags);
    const line = lineOf(report, NUMPY, LINE);
    return { existing: existing(line), line, bytes: perTemporary(report.engine.runs[0]), report };
  }),
}));

function range(low, high) {
  return share(low) === share(high) ? share(low) : `${share(low)} to ${share(high)}`;
}

function elidedIn(engine) {
  if (engine.verdict === "undecidable") {
    const { together } = engine;
    if (!together || (together.elided.low <= 0 && together.elided.high >= 1)) return "";
    return `${range(together.elided.low, together.elided.high)} of the region's`;
  }
  return range(engine.elided.low, engine.elided.high);
}

/** The lines that ask for most, and how the whole script does. */
function rowsOf(script, most) {
  console.error(script);
  const report = reportOf(process.execPath, script);
  const { engine } = report;
  const lines = report.files
    .flatMap((file) => file.lines.map((line) => ({ ...line, file: file.path })))
    .filter((line) => line.engine)
    .sort((a, b) => b.engine.asked - a.engine.asked)
    .slice(0, most);
  return lines.map((line) => {
    const where =
      line.file === script ? `line ${line.line}` : `${line.file.replace(/.*node_modules\//, "")}:${line.line}`;
    const what = line.engine.why === "" ? line.engine.verdict : `${line.engine.verdict}: ${line.engine.why}`;
    return [
      `\`${script.replace(/^(?:fixtures|test\/engine\/programs)\//, "")}\``,
      where,
      count(line.allocated),
      bytes(line.engine.asked),
      what,
      elidedIn(line.engine),
      share(engine.gc.share),
    ];
  });
}

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const HEAD = ["script", "line", "arrays made", "asked for", "verdict", "taken away", "collections' share of the time"];
const verdicts = table(
  HEAD,
  SCRIPTS.flatMap((script) => rowsOf(script, 3)),
);
const truth = table(
  HEAD,
  TRUTH.flatMap((script) => rowsOf(script, 1)),
);

const plain = tiers.at(-1);
const least = Math.min(
  ...tiers.flatMap(({ cells }) => cells.map((cell) => (cell ? 1 - (cell.line.engine.elided?.high ?? 1) : 1))),
);
const control = plain.cells.map(({ report }) => Math.round(report.engine.runs[1].heap.bytes / MADE));
const samplers = [
  ...new Set(plain.cells.map(({ report }, i) => `${report.engine.cpu.sampler} (Node ${NODES[i].version})`)),
];
/** In no tier and on no Node can as much as a tenth be missing. */
const everywhere = least > 0.9;
/** The interpreter's bytes a round: what the optimizer does take away there. */
const boxed = Math.max(...tiers.flatMap(({ cells }) => cells.map((cell) => cell?.bytes ?? 0)));

const answer = everywhere
  ? `All of them, in every tier and on every one of these Nodes. Of the ${count(MADE)} temporaries of \`b.mul(i)\` at least
${count(Math.floor(least * 1000) * (MADE / 1000))} certainly exist at run time wherever it was looked, and the samples are in keeping with all of them. Each takes
${plain.cells.map(({ bytes }, i) => `${bytes} bytes of V8's heap on Node ${NODES[i].version}`).join(", ")}, its 72 bytes of elements
outside of it not counted; with escape analysis switched off it takes ${control.join(", ")}. So the optimizer takes away
neither the \`Float64Array\` (184 bytes with its buffer object on Node 20 and 22, 200 on 24 and 26) nor the \`NdArray\` around it
(48 bytes), although both are dead a statement later. What does go away are the boxed numbers
of the inner loops, with which code that is not optimized takes up to ${boxed} bytes a round, and a pair that is made and taken apart in code that is inlined
([the table of known programs](#programs-of-which-the-truth-is-known)).`
  : "See the table: it depends on the tier and on the Node.";

writeFileSync(
  FILE,
  `# What V8 really does with the arrays

Written by \`npm run engine-doc\`; not to be edited. Node ${process.versions.node} where no other is named.

## The question that alloc-trace was made for

\`a.iadd(b.mul(i))\`, a million times (\`${NUMPY}\`): which of the million temporaries exist at run time?

${answer}

Temporaries that exist, of ${count(MADE)} (bounds of 99 % for the sampling), and bytes of V8's heap for each round of the loop:

${table(
  [
    "what runs the loop",
    "flags",
    ...NODES.map(({ version, v8 }) => `Node ${version} (V8 ${v8.replace(/^(\d+\.\d+).*/, "$1")})`),
  ],
  tiers.map(({ name, flags, cells }) => [
    name,
    flags.length === 0 ? "none" : `\`${flags.join(" ")}\``,
    ...cells.map((cell) => (cell === null ? "not built in" : `${cell.existing}; ${cell.bytes} B`)),
  ]),
)}

## The fixtures and five libraries

The three lines of each that ask for most. A verdict of "undecidable" is what V8's sampler leaves open: it knows physical
frames only, so what an inlined function allocates stands on the function that it was inlined into. The share is then
that of all arrays of the functions that may have been inlined together, where it is known.

${verdicts}

## Programs of which the truth is known

In \`test/engine/programs\`: a pair that is made and taken apart at once, one that is kept, one of which the first ones are made
before the optimizer comes, one for which it was wrong half way, and a list that grows. The tests run them on all
Nodes, with \`--no-opt\` and \`--jitless\` too, where everything must be allocated.

${truth}

## How it is found

After the traced run the same script runs plain, with the same arguments and a copy of the piped stdin:

1. once as it is. The processor is sampled with the line that runs (${samplers.join(", ")}), the heap with objects that were
   collected included (\`HeapProfiler.startSampling\` of \`node:inspector\`), collections by \`v8.GCProfiler\`, which knows of those of
   a script that ends in its first turn, where a \`PerformanceObserver\` does not;
2. once with \`--no-turbo-escape --no-maglev-escape-analysis\`, as far as this V8 has them: the control run.

What the source asks for is the traced run's exact count, times the least that V8 needs for such an array: 32 bytes for an
\`Array\`, 16 and 8 an element for what it holds; typed arrays are measured on the Node at hand. Two bounds then hold
without a guess at what was inlined where:

- arrays that exist lie on a frame of their region (the function of the site, and every function seen above it), so no more
  of them exist than the region allocated;
- what escape analysis takes away is there in the control run, so no more was taken away than the region allocated less
  than in that run; nor more than are missing among objects of just the size of the elements.

The number of samples is a Poisson variable. V8 gives each sample as size × floor(1 / (1 − e^(−size / interval)) + ½);
from that the size is found again and the unbiased weight with it. \`test/engine/poisson.test.ts\` holds the weights and the
bounds to simulated sampling. The interval follows from the bytes that the traced run counted: about 16,000 samples, and no
finer than one in 1,600 bytes.

## What it cannot see

- Only the main thread is watched.
- An object of another kind that is just as large as an array's elements, and made just as often, would be taken for them.
- Calls that no sample of either run saw are not in a region: with few samples a region may be too small.
- The optimizer starts when it has the time: two runs of the same script differ in how many arrays were made before. The
  bounds are those of the sampling alone.
- V8 names lines of inlined functions with the file of the function that they were inlined into; those that the file does
  not have are left out of the time by line.
- \`--retained\` shows what is alive when the script has ended and all garbage is collected: not what it held on the way.
- The share of the time that is spent in collections is the main thread's; V8 collects on others as well.
- Bytes outside of V8's heap (array buffers) are not sampled: the report has what was there at the start and at the end.
`,
);
console.error(`wrote ${FILE}`);
