/** The quick way to a traced run, for thousands of programs: no process each, only a thread, and no hooks. */
import { Worker } from "node:worker_threads";
import type { instrument, link } from "../../src/instrument/index.js";
import { bundledWorker } from "./bundled-worker.js";
import { COMPILED, type Counted } from "./disagreements.js";

export interface TracedRun {
  output: string;
  error: string | null;
  lines: Counted;
}

interface Instrumenter {
  instrument: typeof instrument;
  link: typeof link;
}

export async function traced(source: string): Promise<TracedRun> {
  // The built one, as everything else that runs programs: the specifier is not to be followed by the type checker.
  const built: string = "../../dist/instrument/index.js";
  const { instrument, link } = (await import(built)) as Instrumenter;
  const path = "/program.js";
  const { code } = instrument({ source, path, lang: "js", goal: "script", dependency: null, countOnly: false });
  const workerData = { path, source, code: link(code, 1000), compiled: COMPILED };
  const file = await bundledWorker();
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData, stdout: true, stderr: true, execArgv: [] });
    let output = "";
    let posted: Omit<TracedRun, "output"> | undefined;
    worker.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    worker.on("message", (message: Omit<TracedRun, "output">) => {
      posted = message;
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      if (posted) resolve({ output, ...posted });
      else reject(new Error("the traced thread ended without a trace"));
    });
  });
}
