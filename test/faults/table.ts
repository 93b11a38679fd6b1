/** `npm run faults`: every end of a run, with plain Node and with us, as a table in docs/reliability.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { ENDS } from "./ends.js";
import { runEnd } from "./run-end.js";

const DOC = new URL("../../docs/reliability.md", import.meta.url);
const MARK = "<!-- faults -->";

const rows = ["| end | exit code, plain Node's | ours | report | arrays missing |", "|---|---|---|---|---|"];
for (const end of ENDS) {
  const { plainCode, code, reported, missing } = await runEnd(end);
  const plain = end.instead === undefined ? String(plainCode) : "never ends";
  const lost = end.lost ? `${missing}, and the report says why` : String(missing);
  const row = `| ${end.name.replaceAll("|", "\\|")} | ${plain} | ${code} | ${reported ? "printed" : "none"} | ${lost} |`;
  process.stdout.write(`${row}\n`);
  rows.push(row);
}
const [before, , after] = readFileSync(DOC, "utf8").split(MARK);
writeFileSync(DOC, `${before}${MARK}\n${rows.join("\n")}\n${MARK}${after}`);
