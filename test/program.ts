/** Runs the built program in a child process, as a user does. */
import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const BIN = fileURLToPath(new URL("../bin/alloc-trace.js", import.meta.url));

export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  /** Variables to set, or (undefined) to take away. */
  env?: Record<string, string | undefined>;
  input?: string;
  /** The Node that runs it; ours by default. */
  node?: string;
}

/** The environment of a person who has set nothing: no colours asked for, no cache from an earlier run's home. */
export function plainEnv(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "NODE_OPTIONS", "NODE_ENV", "VITEST", "TEST"]) {
    delete env[name];
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return env;
}

export function run(command: string, words: readonly string[], { cwd, env, input }: RunOptions): Ran {
  const options: SpawnSyncOptionsWithStringEncoding = { cwd, env: plainEnv(env), encoding: "utf8", input: input ?? "" };
  const { status, signal, stdout, stderr, error } = spawnSync(command, words, options);
  if (error) throw error;
  return { code: status, signal, stdout, stderr };
}

/** `alloc-trace …words`. */
export function allocTrace(words: readonly string[], options: RunOptions): Ran {
  return run(options.node ?? process.execPath, [BIN, ...words], options);
}

/** `node …words`: what the program is compared with. */
export function plainNode(words: readonly string[], options: RunOptions): Ran {
  return run(options.node ?? process.execPath, words, options);
}

/** An empty folder that goes when the test ends. Its path has no links in it, so that paths compare as text. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "at-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
