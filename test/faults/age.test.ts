/**
 * How old the figures of a sudden end are: what the report states is no less than the truth, also where windows are closed
 * faster than they are swept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "../../src/report/report.js";
import { allocTrace, temporaryFolder } from "../program.js";

/** Says on a file when it had made how many, until it is killed from outside. */
const SCRIPT = `import { openSync, writeSync } from "node:fs";
import { spawn } from "node:child_process";
const log = openSync("log.txt", "w");
spawn("sh", ["-c", "sleep 1; kill -9 " + process.pid], { stdio: "ignore" });
for (let made = 20000, kept = []; ; made += 20000) {
  for (let i = 0; i < 20000; i++) kept[i] = [i];
  writeSync(log, made + " " + Date.now() + "\\n");
}
`;
const LINE = 6;

test.skipIf(process.platform === "win32").each(["1MB", "16MB"])(
  "figures are no older than the report says, with a window of %s",
  (window) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.mjs"), SCRIPT);
    const { signal, stderr } = allocTrace(["-q", `--window=${window}`, "--json=report.json", "main.mjs"], { cwd });
    expect(signal, stderr).toBe("SIGKILL");
    const { ended, files } = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
    const log = readFileSync(join(cwd, "log.txt"), "utf8").trim().split("\n");
    const steps = log.map((line) => line.split(" ").map(Number) as [made: number, at: number]);
    const allocated = files.flatMap(({ lines }) => lines).find(({ line }) => line === LINE)?.allocated ?? 0;
    const [, killed] = steps.at(-1) as (typeof steps)[number];
    const missing = steps.find(([made]) => made > allocated);
    // The first that is missing was made no later than this.
    const least = missing === undefined ? 0 : killed - missing[1];
    expect(ended.age ?? 0).toBeGreaterThanOrEqual(least);
  },
);
