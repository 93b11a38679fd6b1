/** The quick way to a traced run, for thousands of programs: no process each, only a thread, and no hooks. */
import { Worker } from "node:worker_threads";
import type { instrument, link } from "../../src/instrument/index.js";
import { bundledWorker } from "./bundled-worker.js";
import { COMPILED, type CountedLine } from "./disagreements.js";

export interface TracedLine extends CountedLine {
  inIteration: number;
  inCall: number;
}

export interface TracedRun {
  output: string;
  error: string | null;
  lines: Map<number, TracedLine>;
}

interface Instrumenter {
  instrument: typeof instrument;
  link: typeof link;
}

/** With `scopes`, the lines say what was finished with in the iteration and the call that made it. */
export async function traced(source: string, scopes = false): Promise<TracedRun> {
  // The built one, as everything else that runs programs: the specifier is not to be followed by the type checker.
  const built: string = "../../dist/instrument/index.js";
  const { instrument, link } = (await import(built)) as Instrumenter;
  const path = "/program.js";
  const { code } = instrument({ source, path, lang: "js", goal: "script", dependency: null, countOnly: false, scopes });
  const workerData = { path, source, scopes, code: link(code, 1000), compiled: COMPILED };
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
