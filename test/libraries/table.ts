/**
 * `npm run libraries`: writes docs/libraries.md, what the operations of array libraries make by their source, by the report
 * and by an independent count.
 *
 *     node --import ./test/oracle/register.mjs test/libraries/table.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportLine } from "../../src/report/report.js";
import { LIBRARIES, type LibraryCase } from "./cases.js";
import { type Compared, compare, lineWith, madeOf, ROOT, scriptOf } from "./compare.js";

const HEAD = ["library", "array class", "line", "by source", "by report", "reusable", "advice"];
const COUNTS = [
  "library",
  "counted by proxies",
  "by report",
  "reuse that it offers",
  "blame that a stack trace confirms",
];

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
}

function versionOf(name: string): string {
  const text = readFileSync(join(ROOT, "test/subjects/node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function titleOf({ library }: LibraryCase): string {
  const [first = ""] = library.split(/[ ,]/);
  return `${library} ${versionOf(first)}`;
}

function adviceOf(line: ReportLine | null): string {
  const rules = line?.expressions.flatMap(({ advice }) => advice.map(({ rule }) => rule)) ?? [];
  return [...new Set(rules)].join(", ");
}

const lines: string[] = [];
const counts: string[] = [];
let sampled = 0;
let agreed = 0;

for (const library of LIBRARIES) {
  const compared: Compared = compare(library);
  const { report, independent, ours } = compared;
  for (const { text, runs, makes } of library.lines) {
    const line = lineWith(report, scriptOf(library), text);
    const types = Object.entries(makes);
    const bySource = types.map(([type, each]) => `${each} ${type}`).join(", ");
    const byReport = types.map(([type]) => `${madeOf(line, type) / runs} ${type}`).join(", ");
    const reusable = `${line?.reusable ?? 0} of ${line?.allocated ?? 0}`;
    lines.push(
      row([
        titleOf(library),
        library.arrayClass ?? "",
        `\`${text.trim()}\``,
        bySource,
        byReport,
        reusable,
        adviceOf(line),
      ]),
    );
  }
  for (const { text, of } of library.reuse) {
    const made = madeOf(lineWith(report, scriptOf(library), text), of);
    lines.push(
      row([titleOf(library), library.arrayClass ?? "", `\`${text.trim()}\``, `0 ${of}`, `${made} ${of}`, "", ""]),
    );
  }
  const { audit } = report;
  sampled += audit.sampled;
  agreed += audit.agreed;
  counts.push(row([titleOf(library), independent, ours, library.offers, `${audit.agreed} of ${audit.sampled}`]));
}

const text = `# Array libraries

Made by \`npm run libraries\` from the scripts in [fixtures/libraries](../fixtures/libraries), each of which has the
natural form of a computation and the one that reuses buffers. What one run of a line makes by the library's source is
explained in [cases.ts](../test/libraries/cases.ts); the tests hold every figure of the first table and both columns of
the second to be equal. A class that a minifier has renamed goes by the name that its module exports it by.

${[row(HEAD), row(HEAD.map(() => "---")), ...lines].join("\n")}

"Reusable" is of all that the line makes, lists of the library's own included. "Counted by proxies" is of a run in plain
Node, in which the library's constructor (or the call that makes its arrays) is wrapped in a counting Proxy.

${[row(COUNTS), row(COUNTS.map(() => "---")), ...counts].join("\n")}

Over all of them, ${agreed} of ${sampled} arrays that were looked at stand on the line that a stack trace gives.

danfojs is not among them: it wants a package that the registry does not have. numpy-ts is at the newest version that
runs on Node 20.
`;
writeFileSync(new URL("../../docs/libraries.md", import.meta.url), text);
