/** Every end that a run can come to: what makes it, and what must be left of it. */

/** Arrays that every program here makes before its end. */
export const MADE = 1000;

export interface End {
  name: string;
  /** What follows the making; `ready()` says so and waits until what was counted is on disk, where an end needs that. */
  text: string;
  /** Flags of Node. */
  flags?: string[];
  /** Options of ours. */
  options?: string[];
  /** Sent once the program is ready: to us, or to the program itself. */
  signal?: { name: NodeJS.Signals; to: "us" | "program" };
  /** The words of a shell around the command. */
  shell?: (command: string) => string;
  /** We are killed, and the program goes on by itself. */
  orphan?: boolean;
  /** Exit code or signal that plain Node has and we cannot be compared with, because it would never end. */
  instead?: number;
  /** Counts are lost, and the report says why. */
  lost?: RegExp;
}

const FOREVER = "await ready(); setInterval(() => {}, 1000);";

export const ENDS: End[] = [
  { name: "its own end", text: "" },
  { name: "`process.exit(3)` in a callback", text: "setTimeout(() => process.exit(3)); await new Promise(() => {});" },
  { name: "`process.reallyExit(4)`", text: "process.reallyExit(4);" },
  { name: "an error that nothing catches", text: "throw new Error('end');" },
  { name: "a rejection that nothing handles", text: "Promise.reject(new Error('end')); setInterval(() => {}, 1000);" },
  { name: "a stack overflow", text: "(function again() { again(); })();" },
  { name: "`process.abort()`", text: "process.abort();" },
  { name: "a signal to itself", text: "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);" },
  { name: "SIGINT (Ctrl-C)", text: FOREVER, signal: { name: "SIGINT", to: "us" } },
  { name: "SIGTERM", text: FOREVER, signal: { name: "SIGTERM", to: "us" } },
  { name: "SIGHUP", text: FOREVER, signal: { name: "SIGHUP", to: "us" } },
  {
    name: "SIGTERM that the program handles",
    text: `process.on("SIGTERM", () => process.exit(5)); ${FOREVER}`,
    signal: { name: "SIGTERM", to: "us" },
  },
  { name: "SIGTERM in a loop without end", text: "await ready(); for (;;);", signal: { name: "SIGTERM", to: "us" } },
  { name: "SIGKILL to the program", text: FOREVER, signal: { name: "SIGKILL", to: "program" } },
  {
    name: "SIGKILL in a loop without end",
    text: "await ready(); for (;;);",
    signal: { name: "SIGKILL", to: "program" },
  },
  {
    name: "a full heap",
    text: "await ready(); let all = {}; for (;;) all = { all, text: String(Math.random()).repeat(50) };",
    flags: ["--max-old-space-size=60"],
  },
  { name: "a loop without end, with `--timeout`", text: "for (;;);", options: ["--timeout", "3s"], instead: 124 },
  {
    name: "`beforeExit` that goes on",
    text: "let turns = 3; process.on('beforeExit', () => { if (turns-- > 0) setTimeout(() => {}); });",
  },
  { name: "an `exit` listener that throws", text: "process.on('exit', () => { throw new Error('late'); });" },
  {
    name: "stdout that closes (`| head -1`)",
    text: "for (let i = 0; i < 100000; i++) console.log('a line of some length');",
    shell: (command) => `set -o pipefail; ${command} | head -1`,
  },
  {
    name: "a disk that is full",
    // Enough sites for the trace to find no room.
    text: Array.from({ length: 100 }, (_, i) => `[${i}].map((x) => [x]);`).join("\n"),
    shell: (command) => `ulimit -f 2; ${command}`,
    lost: /the trace could not be written to the temporary folder \(EFBIG\)/,
  },
  { name: "a parent that dies (us)", text: "await ready(); process.exitCode = 6;", orphan: true },
  {
    name: "a worker that is terminated",
    text: `const { Worker } = await import("node:worker_threads");
const worker = new Worker("const more = []; for (let i = 0; i < 100; i++) more[0] = [i]; require('node:worker_threads').parentPort.postMessage(1); setInterval(() => {}, 1000);", { eval: true });
await new Promise((go) => worker.once("message", go));
await worker.terminate();`,
  },
  {
    name: "a child process that is killed by its parent",
    text: `const { fork } = await import("node:child_process");
if (process.send) { process.send(1); setInterval(() => {}, 1000); } else {
  const child = fork(process.argv[1]);
  child.once("message", () => child.kill());
  await new Promise((go) => child.once("exit", go));
}`,
  },
];

/** The program of an end, as an ES module. */
export function program(end: End): string {
  return `import { existsSync, writeFileSync } from "node:fs";
let sum = 0;
for (let i = 0; i < ${MADE}; i++) { const pair = [i, i]; sum += pair[0]; }
async function ready() {
  writeFileSync("ready", String(process.pid));
  while (!existsSync("go")) await new Promise((next) => setTimeout(next, 10));
}
${end.text}
`;
}
