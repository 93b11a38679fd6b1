/**
 * `npm run test:deep`: ten thousand generated programs against the referee, in batches of a seed each.
 *
 *     node --import ./test/oracle/register.mjs test/conformance/deep.ts [batches] [first seed]
 */
import { type Agreement, countOf, describeAll, equalShare, ofGenerated, sum } from "./agreement.js";

const BATCH = 1000;
const [batches = 10, firstSeed = 1] = process.argv.slice(2).map(Number);

const parts: Agreement[] = [];
for (let seed = firstSeed; seed < firstSeed + batches; seed++) {
  const part = await ofGenerated(BATCH, seed);
  for (const line of describeAll(part.disagreements.filter(({ kind }) => kind !== "loose"))) console.log(line);
  console.log(`seed ${seed}: ${summary(part)}`);
  parts.push(part);
}
const all = sum(parts);
console.log(`all: ${summary(all)}`);
const wrong = (["allocated", "violation", "behaviour"] as const).reduce((total, kind) => total + countOf(all, kind), 0);
process.exitCode = wrong > 0 || equalShare(all) < 0.98 ? 1 : 0;

function summary(agreement: Agreement): string {
  const kinds = (["allocated", "violation", "behaviour", "loose"] as const).map((kind) => {
    return `${kind} ${countOf(agreement, kind)}`;
  });
  const share = (100 * equalShare(agreement)).toFixed(2);
  return `${agreement.programs} programs, ${agreement.lines} lines, ${share} % equal: ${kinds.join(", ")}`;
}
