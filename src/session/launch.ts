/** Runs the script in a child process under our hooks and brings back its traces. */
import { type ChildProcess, spawn } from "node:child_process";
import { preloadFlags } from "../hooks/launch.js";
import type { ThreadTrace } from "../trace/format.js";
import type { SessionOptions } from "../trace/session.js";
import { makeFolder } from "./folder.js";
import { followSignals } from "./signals.js";
import { type Kept, keepStdio } from "./stdio.js";
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
  /** Folder for a copy of stdin, when the script is to run a second time; null when nothing need be kept. */
  keep: string | null;
}

export interface Launched {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Ended at once by a second Ctrl-C: nobody waits for a report. */
  abandoned: boolean;
  traces: ThreadTrace[];
  broken: BrokenTrace[];
  /** Null where nothing was to be kept. */
  kept: Kept | null;
  /** Milliseconds from start to end. */
  took: number;
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
    const kept = options.keep === null ? null : keepStdio(options.keep, options.stdoutToStderr);
    const began = performance.now();
    const child = spawn(options.execPath, words, {
      cwd: options.session.cwd,
      env: options.env,
      stdio: kept?.stdio ?? ["inherit", options.stdoutToStderr ? 2 : "inherit", "inherit"],
    });
    kept?.attach(child);
    let abandoned = false;
    const unfollow = followSignals(child, host, () => {
      abandoned = true;
    });
    try {
      const ended = ending(child, kept === null ? "exit" : "close");
      whileRunning();
      const { code, signal } = await ended;
      const took = performance.now() - began;
      const read = abandoned ? { traces: [], broken: [] } : readTraces(folder.path);
      return { code, signal, abandoned, took, kept: kept === null ? null : await kept.finish(), ...read };
    } finally {
      unfollow();
    }
  } finally {
    folder.remove();
  }
}

/** `close` waits for all of its output, too. */
function ending(
  child: ChildProcess,
  event: "exit" | "close",
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once(event, (code: number | null, signal: NodeJS.Signals | null) => resolve({ code, signal }));
  });
}
