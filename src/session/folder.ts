/** The private folder of a session: where the launching side leaves the options and the traced threads their traces. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESSION_FILE, type SessionOptions, UNWRITTEN_FILE } from "../trace/session.js";

/** The machine's temporary folder takes no new one. */
export class NoSessionFolder extends Error {
  constructor(
    readonly parent: string,
    readonly code: string,
  ) {
    super(`no session folder could be made in ${parent} (${code})`);
  }
}

export interface SessionFolder {
  path: string;
  /** Removes the folder and all in it; may be called more than once. */
  remove(): void;
}

/** Made by `mkdtemp`, so its name cannot be foreseen and nobody else may look into it (0700). */
export function makeFolder(options: SessionOptions): SessionFolder {
  const path = emptyFolder();
  // Whatever ends this process, short of SIGKILL, takes the folder with it.
  const remove = (): void => {
    process.off("exit", remove);
    // A grandchild may still be writing its own trace into the folder: try again rather than fail.
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  };
  process.on("exit", remove);
  try {
    writeFileSync(join(path, SESSION_FILE), JSON.stringify(options), { mode: 0o600 });
    writeFileSync(join(path, UNWRITTEN_FILE), "", { mode: 0o600 });
  } catch (error) {
    remove();
    throw new NoSessionFolder(tmpdir(), (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return { path, remove };
}

function emptyFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "alloc-trace-"));
  } catch (error) {
    throw new NoSessionFolder(tmpdir(), (error as NodeJS.ErrnoException).code ?? String(error));
  }
}
