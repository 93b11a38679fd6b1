/** Lets the traced script have its stdin and stdout, and keeps of them what a second run needs: a copy, and a digest. */
import type { ChildProcess, StdioOptions } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, createWriteStream, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { isatty } from "node:tty";

export interface KeptStdio {
  stdio: StdioOptions;
  attach(child: ChildProcess): void;
  /** After the child's end. */
  finish(): Promise<Kept>;
}

export interface Kept {
  /** File with all that the script was given on stdin; null where there was nothing, or a terminal. */
  stdin: string | null;
  /** SHA-256 of its stdout, null where that was a terminal: a pipe in its place would change what the script does. */
  stdout: string | null;
  /** Stdin is a terminal: what was typed there nobody else can be given. */
  typed: boolean;
}

const NAME = "stdin";

/** @param folder takes the copy of stdin @param stdoutToStderr the script's stdout goes to our stderr */
export function keepStdio(folder: string, stdoutToStderr: boolean): KeptStdio {
  const path = join(folder, NAME);
  const input = kindOf(0);
  const out = stdoutToStderr ? 2 : 1;
  const listens = !isatty(out);
  const hash = createHash("sha256");
  const copy = input === "stream" ? createWriteStream(path, { mode: 0o600 }) : null;
  if (input === "file") copyFile(path);
  return {
    stdio: [copy ? "pipe" : "inherit", listens ? "pipe" : out === 2 ? 2 : "inherit", "inherit"],
    attach(child) {
      const { stdin, stdout } = child;
      if (copy && stdin) {
        // A script that reads nothing, or not to the end, closes its side.
        stdin.on("error", () => {});
        process.stdin.on("data", (chunk: Buffer) => {
          copy.write(chunk);
          if (!stdin.write(chunk)) process.stdin.pause();
        });
        stdin.on("drain", () => process.stdin.resume());
        process.stdin.on("end", () => stdin.end());
        process.stdin.on("error", () => stdin.end());
      }
      if (stdout) {
        const target = out === 2 ? process.stderr : process.stdout;
        stdout.on("data", (chunk: Buffer) => hash.update(chunk));
        stdout.pipe(target, { end: false });
        // Whoever read our stdout has seen enough: the script is to notice.
        target.once("error", () => stdout.destroy());
      }
    },
    async finish() {
      if (copy) {
        process.stdin.destroy();
        copy.end();
        await finished(copy);
      }
      const stdin = input === "none" || input === "terminal" ? null : path;
      return { stdin, stdout: listens ? hash.digest("hex") : null, typed: input === "terminal" };
    },
  };
}

function kindOf(fd: number): "terminal" | "file" | "stream" | "none" {
  if (isatty(fd)) return "terminal";
  try {
    const stat = fstatSync(fd);
    if (stat.isFile()) return "file";
    return stat.isFIFO() || stat.isSocket() ? "stream" : "none";
  } catch {
    return "none";
  }
}

/** Read by position, so that the script finds it at its beginning. */
function copyFile(path: string): void {
  const chunk = Buffer.alloc(2 ** 16);
  const file = openSync(path, "w", 0o600);
  try {
    for (let at = 0; ; ) {
      const read = readSync(0, chunk, 0, chunk.length, at);
      if (read === 0) break;
      writeSync(file, chunk, 0, read);
      at += read;
    }
  } finally {
    closeSync(file);
  }
}
