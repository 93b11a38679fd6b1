/** Runs the script in a child process under our hooks and brings back its traces. */
import { type ChildProcess, spawn } from "node:child_process";
import { preloadFlags } from "../hooks/launch.js";
import type { ThreadTrace } from "../trace/format.js";
import type { SessionOptions } from "../trace/session.js";
import { makeFolder } from "./folder.js";
import { followSignals } from "./signals.js";
import { type BrokenTrace, readTraces } from "./traces.js";

export interface LaunchOptions {
  /** The Node that runs the script, and the flags it gets before ours. */
  execPath: string;
  nodeArgs: readonly string[];
  /** The script as Node is to see it, and what follows it. */
  script: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** The script's stdout goes to our stderr, because our stdout carries the JSON report. */
  stdoutToStderr: boolean;
  session: SessionOptions;
}

export interface Launched {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Ended at once by a second Ctrl-C: nobody waits for a report. */
  abandoned: boolean;
  traces: ThreadTrace[];
  broken: BrokenTrace[];
}

/** `whileRunning` is called once the child has been started: the place to load what is needed after it. */
export async function launch(
  options: LaunchOptions,
  host: Pick<NodeJS.Process, "on" | "off">,
  whileRunning: () => void,
): Promise<Launched> {
  const folder = makeFolder(options.session);
  try {
    const words = [...options.nodeArgs, ...preloadFlags(folder.path), options.script, ...options.args];
    const child = spawn(options.execPath, words, {
      cwd: options.session.cwd,
      env: options.env,
      stdio: ["inherit", options.stdoutToStderr ? 2 : "inherit", "inherit"],
    });
    let abandoned = false;
    const unfollow = followSignals(child, host, () => {
      abandoned = true;
    });
    try {
      const ended = ending(child);
      whileRunning();
      const { code, signal } = await ended;
      return { code, signal, abandoned, ...(abandoned ? { traces: [], broken: [] } : readTraces(folder.path)) };
    } finally {
      unfollow();
    }
  } finally {
    folder.remove();
  }
}

function ending(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}
