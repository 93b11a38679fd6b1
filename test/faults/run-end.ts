/** Brings a run to one of its ends, once with plain Node and once with us, and says what was left. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../../src/report/report.js";
import { BIN, plainEnv } from "../program.js";
import { type End, MADE, program } from "./ends.js";

export interface Outcome {
  /** As a shell has it: 128 + n after a signal. */
  plainCode: number;
  code: number;
  /** The text report was printed. */
  reported: boolean;
  /** Arrays on the line that makes them: how many of what was made are not in the report. */
  missing: number;
  /** Milliseconds between the figures and the end; null when they are the end's. */
  age: number | null;
  stderr: string;
  ended: Report["ended"] | null;
}

/** The line of {@link program} that makes the arrays. */
const LINE = 3;

export async function runEnd(end: End): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "at-end-"));
  try {
    const plain = end.instead === undefined ? await once(end, join(folder, "plain"), []) : null;
    const traced = await once(end, join(folder, "traced"), [
      BIN,
      ...(end.lost ? [] : ["--json=report.json"]),
      ...(end.options ?? []),
    ]);
    const path = join(folder, "traced", "report.json");
    const report = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Report) : null;
    const line = report?.files.flatMap((file) => file.lines).find((made) => made.line === LINE);
    const processes = end.text.includes("fork(") ? 2 : 1;
    const found = line?.allocated ?? Number(/^\S*:3\s+([\d,]+)/m.exec(traced.stderr)?.[1]?.replaceAll(",", "") ?? 0);
    return {
      plainCode: plain?.code ?? end.instead ?? 0,
      code: traced.code,
      reported: /^main\.mjs: /m.test(traced.stderr),
      missing: MADE * processes - found,
      age: report?.ended.age ?? null,
      stderr: traced.stderr,
      ended: report?.ended ?? null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

interface Ran {
  code: number;
  stderr: string;
}

async function once(end: End, cwd: string, ours: string[]): Promise<Ran> {
  const scratch = join(cwd, "tmp");
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(cwd, "main.mjs"), program(end));
  const traced = ours.length > 0;
  const flags = (end.flags ?? []).map((flag) => (traced ? `--node-arg=${flag}` : flag));
  const words = [process.execPath, ...ours, ...flags, "main.mjs"];
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const [file = "", ...args] = end.shell ? ["bash", "-c", end.shell(quoted)] : words;
  const child = spawn(file, args, {
    cwd,
    env: plainEnv({ TMPDIR: scratch, XDG_CACHE_HOME: join(tmpdir(), "at-faults-cache") }),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const closed = new Promise<number>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  if (end.text.includes("ready()")) {
    await until(() => existsSync(join(cwd, "ready")) && readFileSync(join(cwd, "ready"), "utf8") !== "");
    const pid = Number(readFileSync(join(cwd, "ready"), "utf8"));
    // What a sudden end leaves is what was written down last: within a second, on a machine that is not overrun.
    if (traced) await until(() => written(scratch));
    if (end.orphan && traced) {
      child.kill("SIGKILL");
      await until(() => child.signalCode !== null);
    }
    writeFileSync(join(cwd, "go"), "");
    if (end.signal) {
      if (end.text.includes("for (;;)")) await sleep(100);
      process.kill(end.signal.to === "us" ? (child.pid as number) : pid, end.signal.name);
    }
    if (end.orphan && traced) {
      await until(() => !alive(pid));
      await closed;
      return { code: 6, stderr };
    }
  }
  return { code: await closed, stderr };
}

/** The watcher has written all of it down. */
function written(scratch: string): boolean {
  return readdirSync(scratch, { recursive: true, encoding: "utf8" }).some((name) => {
    if (!name.endsWith(".trace.json")) return false;
    try {
      return (JSON.parse(readFileSync(join(scratch, name), "utf8")) as { clock: number }).clock >= MADE;
    } catch {
      return false;
    }
  });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10);
}
