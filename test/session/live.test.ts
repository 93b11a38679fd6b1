/** What is said of a run before it has ended. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { allocTrace, BIN, plainEnv, temporaryFolder } from "../program.js";

/** Makes a thousand arrays, and ends when the file `go` is there. */
const SERVICE = `import { existsSync } from "node:fs";
let sum = 0;
for (let i = 0; i < 1000; i++) { const pair = [i, i]; sum += pair[0]; }
const timer = setInterval(() => { if (existsSync("go")) { clearInterval(timer); console.log("over"); } }, 10);
`;

/** The same in a loop that never comes back to the event loop. */
const LOOP = `import { existsSync } from "node:fs";
let sum = 0;
while (!existsSync("go")) { const pair = [1, 2]; sum += pair[0]; }
console.log("over");
`;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

describe.skipIf(process.platform === "win32")("while it runs", () => {
  test.each([
    ["in its event loop", SERVICE],
    ["in a loop", LOOP],
  ])("--every appends lines of JSON for a script %s", async (_, text) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.mjs"), text);
    const words = [BIN, "-q", "--every", "200ms", "--every-to", "lines.jsonl", "main.mjs"];
    const child = spawn(process.execPath, words, { cwd, env: plainEnv(), stdio: "ignore" });
    const lines = (): { allocated: number; most: object }[] => {
      const path = join(cwd, "lines.jsonl");
      if (!existsSync(path)) return [];
      return readFileSync(path, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    };
    await until(() => lines().some((line) => line.allocated >= 1000));
    writeFileSync(join(cwd, "go"), "");
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect(code).toBe(0);
    expect(lines().at(-1)).toMatchObject({ threads: 1, most: { file: "main.mjs", line: 3 } });
  });

  test("SIGUSR2 prints a report, and the run goes on", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.mjs"), SERVICE);
    const child = spawn(process.execPath, [BIN, "main.mjs"], {
      cwd,
      env: plainEnv(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    let stdout = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    // Before it listens for it, the signal would end it as it ends any Node.
    await until(() => handles(child.pid as number));
    child.kill("SIGUSR2");
    await until(() => stderr.includes("still running"));
    writeFileSync(join(cwd, "go"), "");
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
    expect(stdout).toBe("over\n");
    expect(stderr).toContain("1,000 arrays made");
  });

  test("a file that holds something else is not appended to", () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.mjs"), "");
    const source = allocTrace(["--every", "1s", "--every-to", "main.mjs", "main.mjs"], { cwd });
    expect(source).toMatchObject({ code: 2 });
    writeFileSync(join(cwd, "notes.txt"), "mine\n");
    const refused = allocTrace(["--every", "1s", "--every-to", "notes.txt", "main.mjs"], { cwd });
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain("holds something else");
    expect(readFileSync(join(cwd, "notes.txt"), "utf8")).toBe("mine\n");
  });
});

/** SIGUSR2 is 12: bit 11 of the mask of caught signals. */
function handles(pid: number): boolean {
  const mask = /SigCgt:\s+([0-9a-f]+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return (BigInt(`0x${mask}`) & (1n << 11n)) !== 0n;
}

const WIPE = "\r\u001b[2K";

const hasScript = spawnSync("script", ["--version"]).status === 0;

describe.skipIf(!hasScript)("on a terminal", () => {
  const onTerminal = async (
    words: string[],
    changes: Record<string, string | undefined>,
    ready: (text: string) => boolean,
  ): Promise<string> => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "main.mjs"), LOOP.replace("while", "console.log('begins');\nwhile"));
    const command = [process.execPath, BIN, "-q", ...words, "main.mjs"].map((word) => `'${word}'`).join(" ");
    const child = spawn("script", ["-qefc", command, "/dev/null"], {
      cwd,
      env: plainEnv(changes),
      stdio: ["ignore", "pipe", "ignore"],
    });
    let seen = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      seen += chunk;
    });
    await until(() => ready(seen));
    writeFileSync(join(cwd, "go"), "");
    await new Promise((resolve) => child.once("close", resolve));
    return seen;
  };

  test("a line comes while the script loops, and is wiped before the script writes", async () => {
    const seen = await onTerminal([], { CI: undefined }, (text) => text.includes(" arrays, "));
    expect(seen.startsWith(`begins\r\n${WIPE}`)).toBe(true);
    expect(seen.slice(`begins\r\n${WIPE}`.length)).toMatch(/^[\d,]+ arrays, /);
    // Wiped, then the program's own line, and nothing after it.
    expect(seen.endsWith(`${WIPE}over\r\n`)).toBe(true);
  });

  test.each([
    ["with --no-progress", ["--no-progress"], { CI: undefined }],
    ["in CI", [], { CI: "true" }],
  ])("no line %s", async (_, words, changes) => {
    const from = Date.now();
    const seen = await onTerminal(words, changes, (text) => text.includes("begins") && Date.now() - from > 3000);
    expect(seen).toBe("begins\r\nover\r\n");
  });
});

test.skipIf(process.platform === "win32")(
  "watch runs again when a loaded file changes, and says what changed",
  async () => {
    const cwd = temporaryFolder();
    const library = (count: number): string =>
      `export const made = () => {\n  for (let i = 0; i < ${count}; i++) [i].at(0);\n};\n`;
    writeFileSync(join(cwd, "library.mjs"), library(10));
    writeFileSync(join(cwd, "main.mjs"), 'import { made } from "./library.mjs";\nmade();\nconsole.log("ran");\n');
    const child = spawn(process.execPath, [BIN, "watch", "-q", "main.mjs"], {
      cwd,
      env: plainEnv(),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    await until(() => stderr.includes("watching 2 files"));
    writeFileSync(join(cwd, "library.mjs"), library(25));
    await until(() => stderr.split("watching 2 files").length === 3);
    expect(stderr).toContain("since the last run:\n  library.mjs:2  10 → 25 arrays\n");
    expect(stdout).toBe("ran\nran\n");
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.once("close", (_, signal) => resolve(signal)))).toBe("SIGINT");
  },
);
