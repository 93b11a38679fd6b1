/**
 * `node --import alloc-trace/register app.js`, or the same in NODE_OPTIONS: traces the program and reports when it ends.
 * With `?session=<folder>` the folder is somebody else's, who reads the traces himself.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { SESSION_FILE } from "../trace/session.js";
import { isProgram } from "./program.js";
import { CLI, reportAlone } from "./report-alone.js";
import { withoutSession } from "./session-env.js";
import { attach, isAttached } from "./start.js";

const given = new URL(import.meta.url).searchParams.get("session");
// NODE_OPTIONS reaches every Node that is started: npm's own, and children that a traced program has seen to already.
if (isProgram() && !isAttached()) {
  if (given !== null) attach(given);
  // A worker hears of the session from the thread that starts it.
  else if (!isMainThread) attach("");
  else attachAlone();
}

function attachAlone(): void {
  const options = optionsHere();
  const folder = mkdtempSync(join(tmpdir(), "alloc-trace-"));
  writeFileSync(join(folder, SESSION_FILE), options, { mode: 0o600 });
  attach(folder, { afterTrace: () => reportAlone(folder) });
}

/** As the configuration has them, read in a process of its own: what reads it is not to be loaded in the program's. */
function optionsHere(): string {
  const { NODE_OPTIONS: _, ...env } = withoutSession(process.env);
  try {
    return execFileSync(process.execPath, [CLI, "__session"], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
  } catch (error) {
    // It has said on stderr what is wrong with the configuration.
    process.exit((error as { status?: number | null }).status ?? 70);
  }
}
