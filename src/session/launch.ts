/** Runs the script in a child process under our hooks and brings back its traces. */
import { type ChildProcess, spawn } from "node:child_process";
import { isHandled } from "../hooks/last-words.js";
import { preloadFlags } from "../hooks/launch.js";
import { withoutSession } from "../hooks/session-env.js";
import type { ThreadTrace } from "../trace/format.js";
import type { SessionOptions } from "../trace/session.js";
import { makeFolder } from "./folder.js";
import { lastWords } from "./last-words.js";
import { followSignals } from "./signals.js";
import type { Kept, KeptStdio } from "./stdio.js";
import { type BrokenTrace, TraceReader, type Traces } from "./traces.js";

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
  /** The script is ended when it has run for so many milliseconds; null for never. */
  timeout: number | null;
  /** Descriptor of a file that takes all that the script prints; null to let it print. */
  output: number | null;
  /** What is told of the run before it has ended. */
  interim?: Interim;
  session: SessionOptions;
  /** Folder for a copy of stdin, when the script is to run a second time; null when nothing need be kept. */
  keep: string | null;
}

export interface Interim {
  /** Milliseconds from one call of `period` to the next, null for none. */
  every: number | null;
  /** `elapsed` in milliseconds. */
  period(traces: Traces, elapsed: number): void;
  /** SIGUSR2 has come. */
  asked(traces: Traces): Promise<void>;
}

export interface Launched {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Ended at once by a second Ctrl-C: nobody waits for a report. */
  abandoned: boolean;
  /** Ended by us, because its time was over. */
  timedOut: boolean;
  /** When it ended, in milliseconds since the epoch. */
  endedAt: number;
  traces: ThreadTrace[];
  broken: BrokenTrace[];
  unwritten: string | null;
  /** Null where nothing was to be kept. */
  kept: Kept | null;
  /** Milliseconds from start to end. */
  took: number;
}

/** Between asking a script to end whose time is over, and ending it. */
const GRACE_MS = 5000;
/** A script without a handler is gone by then when a terminal has sent it the signal as well. */
const TERMINAL_MS = 300;
/** How often what ended threads have left is looked through. */
const TIDY_MS = 2000;

/** `whileRunning` is called once the child has been started: the place to load what is needed after it. */
export async function launch(
  options: LaunchOptions,
  host: Pick<NodeJS.Process, "on" | "off">,
  whileRunning: () => void,
): Promise<Launched> {
  const folder = makeFolder(options.session);
  try {
    // Ours first: what else is preloaded is traced as well, and finds the process as we leave it.
    const words = [
      ...preloadFlags(folder.path, options.session.cache),
      ...options.nodeArgs,
      options.script,
      ...options.args,
    ];
    const kept = options.keep === null ? null : await keepStdio(options.keep, options.stdoutToStderr);
    const began = performance.now();
    const child = spawn(options.execPath, words, {
      cwd: options.session.cwd,
      env: withoutSession(options.env),
      stdio: kept?.stdio ?? [
        "inherit",
        options.output ?? (options.stdoutToStderr ? 2 : "inherit"),
        options.output ?? "inherit",
      ],
    });
    kept?.attach(child);
    const reader = new TraceReader(folder.path, child.pid);
    const tidying = setInterval(() => reader.tidy(), TIDY_MS);
    const told = options.interim ? tell(child, folder.path, reader, options.interim, host) : () => undefined;
    const running = follow(child, folder.path, options.timeout, host);
    try {
      const ended = ending(child, kept === null ? "exit" : "close");
      whileRunning();
      const { code, signal } = await ended;
      const took = performance.now() - began;
      const endedAt = Date.now();
      const { abandoned, timedOut } = running.state;
      const read = abandoned ? { traces: [], broken: [], unwritten: null } : reader.all();
      const streams = kept === null ? null : await kept.finish();
      return { code, signal, abandoned, timedOut, endedAt, took, kept: streams, ...read };
    } finally {
      clearInterval(tidying);
      told();
      running.stop();
    }
  } finally {
    folder.remove();
  }
}

/** Loaded when it is needed: most runs keep nothing, and what hashes takes 4 ms to load. */
async function keepStdio(folder: string, stdoutToStderr: boolean): Promise<KeptStdio> {
  const stdio = await import("./stdio.js");
  return stdio.keepStdio(folder, stdoutToStderr);
}

/** Calls `interim` while the script runs; the result ends that. */
function tell(
  child: ChildProcess,
  folder: string,
  reader: TraceReader,
  interim: Interim,
  host: Pick<NodeJS.Process, "on" | "off">,
): () => void {
  const began = performance.now();
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  let over = false;
  /** Null once the script has ended: the report itself is next, and its folder may be gone. */
  const fresh = async (): Promise<Traces | null> => {
    if (child.pid !== undefined) await lastWords(folder, child.pid, alive);
    return over || !alive() ? null : reader.all();
  };
  const asked = async (): Promise<void> => {
    const traces = await fresh();
    if (traces !== null) await interim.asked(traces);
  };
  const period = async (): Promise<void> => {
    const traces = await fresh();
    if (traces !== null) interim.period(traces, performance.now() - began);
  };
  const onAsked = (): void => void asked();
  const timer = interim.every === null ? undefined : setInterval(() => void period(), interim.every);
  host.on("SIGUSR2", onAsked);
  return () => {
    over = true;
    clearInterval(timer);
    host.off("SIGUSR2", onAsked);
  };
}

interface Following {
  state: { abandoned: boolean; timedOut: boolean };
  stop(): void;
}

/** Signals and the end of the script's time, while it runs. */
function follow(
  child: ChildProcess,
  folder: string,
  timeout: number | null,
  host: Pick<NodeJS.Process, "on" | "off">,
): Following {
  const state = { abandoned: false, timedOut: false };
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  const handled = (signal: NodeJS.Signals): boolean => child.pid === undefined || isHandled(folder, child.pid, signal);
  const pass = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.pid !== undefined && !handled(signal)) await lastWords(folder, child.pid, alive);
    if (alive()) child.kill(signal);
  };
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, work: () => void): void => {
    timers.push(setTimeout(work, ms));
  };
  if (timeout !== null) {
    later(timeout, () => {
      state.timedOut = true;
      void pass("SIGTERM");
      later(GRACE_MS, () => child.kill("SIGKILL"));
    });
  }
  const unfollow = followSignals(host, {
    handles: handled,
    pass: (signal) => void pass(signal),
    passed(signal) {
      later(TERMINAL_MS, () => {
        if (alive() && !handled(signal)) void pass(signal);
      });
    },
    abandon() {
      state.abandoned = true;
      child.kill("SIGKILL");
    },
  });
  return {
    state,
    stop() {
      unfollow();
      for (const timer of timers) clearTimeout(timer);
    },
  };
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
