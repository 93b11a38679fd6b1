/**
 * `node --import alloc-trace/register app.js`, or the same in NODE_OPTIONS: traces the program and reports when it ends.
 * With `?session=<folder>` the folder is somebody else's, who reads the traces himself.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, threadId } from "node:worker_threads";
import { SESSION_FILE, type SessionOptions } from "../trace/session.js";
import { attach, isProgram } from "./start.js";

const given = new URL(import.meta.url).searchParams.get("session");
if (!isProgram()) {
  // NODE_OPTIONS reaches every Node that is started, npm's own among them.
} else if (given !== null) attach(given);
// A worker's trace has nobody to read it: only its main thread reports, and that before the worker's end is known.
else if (isMainThread && threadId === 0) attachAlone();

function attachAlone(): void {
  const folder = mkdtempSync(join(tmpdir(), "alloc-trace-"));
  const options: SessionOptions = {
    version: 1,
    tool: toolVersion(),
    cwd: process.cwd(),
    deps: "all",
    include: [],
    exclude: [],
    countOnly: false,
    arrayClasses: [],
    window: 256 * 2 ** 20,
    follow: "all",
    cache: null,
  };
  writeFileSync(join(folder, SESSION_FILE), JSON.stringify(options), { mode: 0o600 });
  attach(folder, () => {
    const cli = fileURLToPath(new URL("../../bin/alloc-trace.js", import.meta.url));
    try {
      const { NODE_OPTIONS: _, ...env } = process.env;
      execFileSync(process.execPath, [cli, "__render", folder, `${process.pid}`], {
        stdio: ["ignore", "inherit", "inherit"],
        env,
      });
    } catch {
      // It has said why on stderr; the program's own exit code stands.
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function toolVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
