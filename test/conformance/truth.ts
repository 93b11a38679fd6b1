/**
 * `npm run truth`: writes docs/truth.md, what was compared with the referee and what came out.
 *
 *     node --import ./test/oracle/register.mjs test/conformance/truth.ts
 */
import { writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { hashOf, packagesOf, plainRun, SCRIPTS, tracedRun } from "../fidelity/packages.js";
import { outermostNodes, testedNodes } from "../nodes.js";
import { programs } from "../oracle/corpus.js";
import { type Agreement, countOf, equalShare, generated, ofCorpus, ofGeneratedOn } from "./agreement.js";
import { EXCEPTIONS } from "./exceptions.js";
import { ALL_MODES, differencesIn } from "./modes/modes.js";

const FILE = new URL("../../docs/truth.md", import.meta.url);
const GENERATED = { count: 300, seed: 20 };
const MODES = { generated: 40 };

const HEAD = [
  "what",
  "Node",
  "programs",
  "lines",
  "allocated ≠",
  "needed below",
  "needed above",
  "behaviour ≠",
  "equal",
];

function row(what: string, version: string, of: Agreement): string {
  const kinds = (["allocated", "violation", "loose", "behaviour"] as const).map((kind) => countOf(of, kind));
  const cells = [what, version, of.programs, of.lines, ...kinds, `${(100 * equalShare(of)).toFixed(2)} %`];
  return `| ${cells.join(" | ")} |`;
}

async function rows(): Promise<string[]> {
  const out: string[] = [];
  for (const { path, version } of testedNodes()) {
    out.push(row("written", version, await ofCorpus(path, version.replace("v", ""))));
  }
  const { count, seed } = GENERATED;
  const nodes = testedNodes();
  const agreements = await ofGeneratedOn(
    nodes.map(({ path }) => path),
    count,
    seed,
  );
  agreements.forEach((agreement, i) => {
    out.push(row(`generated, seed ${seed}`, nodes[i]?.version ?? "", agreement));
  });
  return out;
}

/** By mode and Node: how many programs ran, and which of them did something else. */
async function modeRows(): Promise<string[]> {
  const out: string[] = [];
  for (const mode of ALL_MODES) {
    const cells: string[] = [];
    for (const { path, version } of outermostNodes()) {
      const given = [...programs(version.replace("v", "")), ...generated(MODES.generated, GENERATED.seed)];
      const differences = await differencesIn(mode, given, path);
      const names = differences.map(({ program }) => program);
      cells.push(`${given.length}${names.length === 0 ? "" : `, not the same: ${names.join(", ")}`}`);
    }
    out.push(`| ${[mode, ...cells].join(" | ")} |`);
  }
  return out;
}

const exceptions = EXCEPTIONS.map(({ at, kind, expected, actual, reason }) => {
  return `| ${at} | ${kind} | ${expected} | ${actual} | ${reason} |`;
});

/** A row for each script; `≠` where the traced run is not the plain one. */
function packageRows(): string[] {
  return SCRIPTS.map((script) => {
    const hashes = outermostNodes().map(({ path }) => {
      const plain = plainRun(script, path);
      return isDeepStrictEqual(tracedRun(script, path), plain) ? hashOf(plain) : "≠";
    });
    return `| ${[script, packagesOf(script).join(", "), ...hashes].join(" | ")} |`;
  });
}

writeFileSync(
  FILE,
  `# What was compared, and what came out

Written by \`npm run truth\`; not to be edited. The referee runs each program in an implementation of ECMA-262 and says
for each line how many arrays the specification makes and how many are needed at once. A line counts when it makes
arrays. "needed below" breaks the promise that no array in use is called reusable; "needed above" is only careful.
[deep.md](deep.md) has thousands of generated programs more.

| ${HEAD.join(" | ")} |
|${HEAD.map(() => "---|").join("")}
${(await rows()).join("\n")}

## The lines on which the written programs differ

| line | what differs | the referee | alloc-trace | why |
|---|---|---|---|---|
${exceptions.join("\n")}

## Behaviour in each mode

The written programs and ${MODES.generated} generated ones as sloppy scripts, as strict ones and as modules, each by plain Node and traced: how
many, all with the same output, errors, positions and exit codes where nothing else is said. A program that was written
for another mode has to fail in the same way.

| mode | ${outermostNodes()
    .map(({ version }) => version)
    .join(" | ")} |
|---|${outermostNodes()
    .map(() => "---|")
    .join("")}
${(await modeRows()).join("\n")}

## Real packages at work

Each script of \`fixtures/real\` runs by plain Node and under the tracer, with the dependencies probed too. Where stdout,
stderr and exit code are the same, the hash of what it printed stands here, and ≠ where they are not.

| script | packages | ${outermostNodes()
    .map(({ version }) => version)
    .join(" | ")} |
|---|---|${outermostNodes()
    .map(() => "---|")
    .join("")}
${packageRows().join("\n")}
`,
);
