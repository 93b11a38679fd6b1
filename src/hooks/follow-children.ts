/**
 * Processes of Node that the program starts: each finds our preload in its NODE_OPTIONS, takes it out again before its
 * first line runs, and leaves its trace in the session's folder.
 *
 * Only what may be Node, or start one, is given it: Node itself, a shell, a script for either. Anything else gets the
 * environment that the program gives it.
 */
import childProcess, { type ChildProcess } from "node:child_process";
import { closeSync, openSync, readSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename, delimiter, join } from "node:path";
import { signalName } from "./ending.js";
import { askForLastWords, isHandled } from "./last-words.js";
import { iteratingByItself } from "./own-iteration.js";
import { FOLDER, PRELOAD, strip, withFlag, withSession } from "./session-env.js";
import { STACK } from "./stack-size.js";

/** As it was before the program could put something in its place. */
const { apply } = Reflect;

/** A worker that is given flags of its own needs these as well. */
export const WORKER_FLAGS: readonly string[] = ["--require", PRELOAD];

interface SpawnOptions {
  file: string;
  args?: string[];
  envPairs?: string[];
}

type Environment = Record<string, string | undefined>;

/** Takes out of this process's environment and flags what brought us here. */
export function hideFromProgram(): void {
  const { env, execArgv } = process;
  strip(env);
  for (let i = execArgv.length - 2; i >= 0; i--) {
    const file = execArgv[i + 1] as string;
    if (execArgv[i] !== "--require" || (file !== PRELOAD && !file.endsWith(ATTACH_SUFFIX))) continue;
    execArgv.splice(i, execArgv[i + 2] === STACK.more ? 3 : 2);
  }
}

/** Of the file in a session's folder that the command line preloads; see `launch.ts`. */
const ATTACH_SUFFIX = join("/", "attach.cjs");

export function followChildren(folder: string): void {
  const prototype = childProcess.ChildProcess.prototype as ChildProcess & { spawn(options: SpawnOptions): unknown };
  Object.defineProperty(prototype, "spawn", {
    configurable: true,
    enumerable: true,
    writable: true,
    value: new Proxy(prototype.spawn, {
      apply(target, receiver, args: [SpawnOptions]) {
        const options = args[0];
        if (options?.envPairs && mayStartNode(options.file, pathIn(options.envPairs))) {
          const envPairs = withPairs(options.envPairs, folder);
          return apply(target, receiver, [{ ...options, envPairs }]);
        }
        return apply(target, receiver, args);
      },
    }),
  });
  const kill = new Proxy(prototype.kill, {
    apply(target, receiver: ChildProcess, args: [(string | number)?]) {
      lastWordsOf(folder, receiver.pid, args[0]);
      return apply(target, receiver, args);
    },
  });
  Object.defineProperty(prototype, "kill", { configurable: true, enumerable: true, writable: true, value: kill });
  for (const name of ["spawnSync", "execFileSync", "execSync"] as const) followSync(name, folder);
  syncBuiltinESMExports();
}

/** On a machine that is not overrun a few milliseconds will do. */
const LONGEST_WAIT_MS = 2000;
const LOOK_AGAIN_MS = 2;
const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** A child that is about to be ended has its figures written down first: that is how pools and clusters end. */
function lastWordsOf(folder: string, pid: number | undefined, signal: string | number | undefined): void {
  const name = signalName(signal);
  if (pid === undefined || name === null || (name !== "SIGKILL" && isHandled(folder, pid, name))) return;
  const answered = askForLastWords(folder, pid);
  const until = Date.now() + LONGEST_WAIT_MS;
  while (answered !== null && !answered() && Date.now() < until) Atomics.wait(PAUSE, 0, 0, LOOK_AGAIN_MS);
}

function followSync(name: "spawnSync" | "execFileSync" | "execSync", folder: string): void {
  const proxy: unknown = new Proxy(childProcess[name] as (...args: unknown[]) => unknown, {
    apply(target, receiver, args: unknown[]) {
      const at = name === "execSync" ? 1 : Array.isArray(args[1]) || args[1] === undefined || args[1] === null ? 2 : 1;
      const given = args[at] as { env?: Environment; shell?: unknown } | undefined | null;
      if (given !== undefined && (given === null || typeof given !== "object")) {
        return apply(target, receiver, args);
      }
      const env = given?.env ?? process.env;
      const file = name === "execSync" || given?.shell ? "sh" : String(args[0]);
      if (!mayStartNode(file, env.PATH ?? "")) return apply(target, receiver, args);
      while (args.length < at) args[args.length] = undefined;
      args[at] = { ...given, env: withSession(env, folder) };
      return apply(target, receiver, args);
    },
  });
  Object.assign(childProcess, { [name]: proxy });
}

const withPairs = iteratingByItself((pairs: readonly string[], folder: string): string[] => {
  const own = pairs.find((pair) => pair.startsWith("NODE_OPTIONS="));
  const others = pairs.filter((pair) => pair !== own && !pair.startsWith(`${FOLDER}=`));
  return [...others, `NODE_OPTIONS=${withFlag(own?.slice("NODE_OPTIONS=".length))}`, `${FOLDER}=${folder}`];
});

function pathIn(pairs: readonly string[]): string {
  return pairs.find((pair) => /^PATH=/i.test(pair))?.slice("PATH=".length) ?? "";
}

const NODE_OR_SHELL = /^(?:node|nodejs|sh|bash|dash|zsh|ksh|ash|busybox|env|cmd|powershell|pwsh)(?:\.exe)?$/i;

const mayStartNode = iteratingByItself((file: string, path: string): boolean => {
  if (file === process.execPath || NODE_OR_SHELL.test(basename(file))) return true;
  const places = file.includes("/") ? [file] : path.split(delimiter).map((folder) => join(folder, file));
  for (const place of places) {
    const start = startOf(place);
    // A script names who runs it; what else it is, is no Node.
    if (start !== null) return start === "#!" || /\.(?:cmd|bat)$/i.test(place);
  }
  return false;
});

function startOf(place: string): string | null {
  try {
    const file = openSync(place, "r");
    try {
      const bytes = Buffer.alloc(2);
      return bytes.toString("latin1", 0, readSync(file, bytes, 0, 2, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
