/**
 * `npm run test:deep`: ten thousand generated programs against the referee, in batches of a seed each. Writes docs/deep.md,
 * anew after each batch.
 *
 *     node --import ./test/oracle/register.mjs test/conformance/deep.ts [batches] [first seed]
 */
import { writeFileSync } from "node:fs";
import { type Agreement, countOf, describeAll, equalShare, ofGenerated, sum } from "./agreement.js";

const FILE = new URL("../../docs/deep.md", import.meta.url);
const BATCH = 1000;
const KINDS = ["allocated", "violation", "loose", "behaviour"] as const;
const [batches = 10, firstSeed = 1] = process.argv.slice(2).map(Number);

const parts: Agreement[] = [];
const rows: string[] = [];
for (let seed = firstSeed; seed < firstSeed + batches; seed++) {
  const part = await ofGenerated(BATCH, seed);
  for (const line of describeAll(part.disagreements.filter(({ kind }) => kind !== "loose"))) console.log(line);
  parts.push(part);
  rows.push(row(String(seed), part));
  console.log(rows.at(-1));
  writeFileSync(FILE, page([...rows, row("all", sum(parts))]));
}
const all = sum(parts);
const wrong = [...KINDS.filter((kind) => kind !== "loose"), "temporary" as const].reduce(
  (total, kind) => total + countOf(all, kind),
  0,
);
process.exitCode = wrong > 0 || equalShare(all) < 0.98 ? 1 : 0;

function row(seed: string, of: Agreement): string {
  const counts = KINDS.map((kind) => countOf(of, kind));
  return `| ${[seed, of.programs, of.lines, ...counts, `${(100 * equalShare(of)).toFixed(2)} %`].join(" | ")} |`;
}

function page(lines: string[]): string {
  return `# Thousands of generated programs

Written by \`npm run test:deep\` on Node ${process.versions.node}; not to be edited. As in [truth.md](truth.md), with other seeds: each program is run
by the referee, an implementation of ECMA-262, and traced. A line counts when it makes arrays; "needed below" breaks the
promise that no array in use is called reusable, "needed above" is only careful.

| seed | programs | lines | allocated ≠ | needed below | needed above | behaviour ≠ | equal |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}
