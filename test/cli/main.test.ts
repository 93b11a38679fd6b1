/** How the program fails when the fault is its own, or its surroundings'. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { Host } from "../../src/cli/host.js";
import { main } from "../../src/cli/main.js";
import { allocTrace, BIN, run, temporaryFolder } from "../program.js";

class Collected extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

test("a fault of ours keeps its stack and ends with 70", async () => {
  const stderr = new Collected();
  const host: Host = {
    argv: ["node", "alloc-trace", "script.js"],
    env: {},
    execArgv: [],
    execPath: process.execPath,
    cwd: () => {
      throw new RangeError("out of cheese");
    },
    on: process.on,
    off: process.off,
    stdout: new Collected(),
    stderr,
  };
  expect(await main(host)).toEqual({ code: 70 });
  expect(stderr.text).toMatch(/^alloc-trace: internal error, please report it\nRangeError: out of cheese\n {4}at /);
});

test.skipIf(process.platform === "win32")("a working directory that has gone is a sentence", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "gone"));
  const command = `cd gone && rmdir ../gone && node '${BIN}' s.js; echo $?`;
  const ran = run("bash", ["-c", command], { cwd: folder });
  expect(ran.stdout).toBe("2\n");
  expect(ran.stderr).toBe("alloc-trace: the working directory does not exist any more; change to one that does\n");
});

test("a report that cannot be written is a sentence, and leaves nothing half written", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "s.mjs"), 'import { rmSync } from "node:fs";\nrmSync("out", { recursive: true });\n');
  const ran = allocTrace(["--json=out/r.json", "s.mjs"], { cwd: folder });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toBe('alloc-trace: the report could not be written to "out/r.json" (ENOENT); name another file\n');
});

test.skipIf(process.platform === "win32")("a device is written to and never replaced", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "s.mjs"), "console.log('ran');\n");
  const ran = allocTrace(["-o", "/dev/null", "--json=/dev/null", "s.mjs"], { cwd: folder });
  expect(ran).toEqual({ code: 0, signal: null, stdout: "ran\n", stderr: "" });
  closeSync(openSync("/dev/null", "r+"));
  expect(readFileSync("/dev/null", "utf8")).toBe("");
  rmSync(folder, { recursive: true });
});
