/** Signals: the script is treated as if it had been started alone, and its report still comes. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BIN, plainEnv, type Ran, temporaryFolder } from "../program.js";

interface Running {
  /** Resolves once the script has written `text` to its stdout. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ran>;
}

/** Starts the program away from any terminal, so that a signal reaches only the process it is sent to. */
function start(script: string, scratch = temporaryFolder()): Running {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "script.mjs"), script);
  const child = spawn(process.execPath, [BIN, "script.mjs"], {
    cwd,
    env: plainEnv({ TMPDIR: scratch }),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  let heard = (): void => {};
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return {
    says: (text) =>
      new Promise((resolve) => {
        heard = () => {
          if (stdout.includes(text)) resolve();
        };
        heard();
      }),
    kill: (signal) => child.kill(signal),
    ended: new Promise((resolve) => {
      child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
    }),
  };
}

const WAIT = "console.log('ready'); setInterval(() => {}, 1000);\n";

describe.skipIf(process.platform === "win32")("signals", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends the script and then us, with a report",
    async (signal) => {
      const running = start(WAIT);
      await running.says("ready");
      running.kill(signal);
      const ran = await running.ended;
      expect(ran).toMatchObject({ code: null, signal, stdout: "ready\n" });
      expect(ran.stderr).toContain("script.mjs");
    },
  );

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "a script that handles %s ends in its own way",
    async (signal) => {
      const running = start(`process.once("${signal}", () => { console.log("bye"); process.exit(5); });\n${WAIT}`);
      await running.says("ready");
      running.kill(signal);
      expect(await running.ended).toMatchObject({ code: 5, signal: null, stdout: "ready\nbye\n" });
    },
  );

  test("a second Ctrl-C ends a script that will not stop, at once and without a trace of it", async () => {
    const scratch = temporaryFolder();
    const running = start(`process.on("SIGINT", () => console.log("no"));\n${WAIT}`, scratch);
    await running.says("ready");
    running.kill("SIGINT");
    await running.says("no");
    running.kill("SIGINT");
    expect(await running.ended).toMatchObject({ code: null, signal: "SIGINT", stdout: "ready\nno\n", stderr: "" });
    expect(readdirSync(scratch).filter((name) => name.startsWith("alloc-trace-"))).toEqual([]);
  });

  test("one Ctrl-C that comes twice at once, as under npx, still ends in a report", async () => {
    const running = start(`[1].map((x) => x);\n${WAIT}`);
    await running.says("ready");
    running.kill("SIGINT");
    running.kill("SIGINT");
    const ran = await running.ended;
    expect(ran).toMatchObject({ code: null, signal: "SIGINT" });
    expect(ran.stderr).toContain("script.mjs: 2 arrays made");
  });

  test("a crash that dumps core is told by the shell's code, without a second core", async () => {
    const running = start("process.abort();\n");
    expect(await running.ended).toMatchObject({ code: 134, signal: null });
    expect(existsSync("core")).toBe(false);
  });
});
