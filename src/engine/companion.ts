/** Runs the script once more, without probes, and brings back what V8's own profilers saw. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { preloadFlags } from "../hooks/launch.js";
import { followSignals, makeFolder } from "../session/index.js";
import { ENGINE_FILE, ENGINE_TRACE_FILE, type EngineOptions, type EngineTrace } from "../trace/engine.js";
import type { SessionOptions } from "../trace/session.js";

const STARTER = fileURLToPath(new URL("./child/start.js", import.meta.url));

export interface CompanionOptions {
  execPath: string;
  nodeArgs: readonly string[];
  script: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  session: SessionOptions;
  /** File with what the traced run had on its stdin, null for nothing. */
  stdin: string | null;
  /** Milliseconds after which it is ended. */
  patience: number;
}

export interface Companion {
  /** Null when it ended before it could say what it saw. */
  trace: EngineTrace | null;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** SHA-256 of its stdout. */
  stdout: string;
  /** It took longer than it was given. */
  late: boolean;
  /** Ctrl-C: nobody waits for it. */
  abandoned: boolean;
}

export async function runCompanion(
  options: CompanionOptions,
  engine: EngineOptions,
  host: Pick<NodeJS.Process, "on" | "off">,
): Promise<Companion> {
  const folder = makeFolder(options.session);
  const stdin = options.stdin === null ? null : openSync(options.stdin, "r");
  try {
    writeFileSync(join(folder.path, ENGINE_FILE), JSON.stringify(engine), { mode: 0o600 });
    const words = [
      ...options.nodeArgs,
      ...preloadFlags(folder.path, options.session.cache, STARTER),
      options.script,
      ...options.args,
    ];
    const child = spawn(options.execPath, words, {
      cwd: options.session.cwd,
      env: options.env,
      stdio: [stdin ?? "ignore", "pipe", "ignore"],
    });
    let late = false;
    let abandoned = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, options.patience);
    const unfollow = followSignals(host, {
      handles: () => true,
      pass: (signal) => void child.kill(signal),
      passed: () => undefined,
      abandon() {
        abandoned = true;
        child.kill("SIGKILL");
      },
    });
    try {
      const hash = createHash("sha256");
      child.stdout?.on("data", (chunk: Buffer) => hash.update(chunk));
      const { code, signal } = await new Promise<Pick<Companion, "code" | "signal">>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code, signal) => resolve({ code, signal }));
      });
      return { trace: readTrace(folder.path), code, signal, stdout: hash.digest("hex"), late, abandoned };
    } finally {
      clearTimeout(timer);
      unfollow();
    }
  } finally {
    if (stdin !== null) closeSync(stdin);
    folder.remove();
  }
}

function readTrace(folder: string): EngineTrace | null {
  try {
    return JSON.parse(readFileSync(join(folder, ENGINE_TRACE_FILE), "utf8")) as EngineTrace;
  } catch {
    return null;
  }
}
