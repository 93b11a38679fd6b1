/** A program that nobody waits for prints its report by itself, when it has ended. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withoutSession } from "./session-env.js";

export const CLI = fileURLToPath(new URL("../../bin/alloc-trace.js", import.meta.url));

/** Before it is followed. */
const run = execFileSync;

/** In a process of its own, so that the program's loads no renderers; then the session's folder goes. */
export function reportAlone(folder: string): void {
  try {
    const { NODE_OPTIONS: _, ...env } = withoutSession(process.env);
    const words = [CLI, "__render", folder, `${process.pid}`];
    run(process.execPath, words, { stdio: ["ignore", "inherit", "inherit"], env });
  } catch {
    // It has said why on stderr; the program's own exit code stands.
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  }
}
