/** The quick way to a traced run, on another Node. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { TracedLine, TracedRun } from "./traced.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORDS = ["--import", "./test/oracle/register.mjs", "test/oracle/traced-all.ts"];

export async function tracedOn(node: string, sources: string[]): Promise<TracedRun[]> {
  const child = spawn(node, WORDS, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(sources));
  const runs = JSON.parse(await text(child.stdout)) as (Omit<TracedRun, "lines"> & {
    lines: [number, TracedLine][];
  })[];
  return runs.map((run) => ({ ...run, lines: new Map(run.lines) }));
}
