/**
 * Runs each program of a folder on a thread of its own, one after the other, and prints a line of JSON for each: its
 * output, and the error that ended it.
 */
const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { Worker } = require("node:worker_threads");

const folder = process.argv[2];

function run(name) {
  return new Promise((resolve) => {
    const worker = new Worker(join(folder, name), { stdout: true, stderr: true });
    const out = { name, stdout: "", stderr: "", error: null };
    worker.stdout.setEncoding("utf8").on("data", (text) => (out.stdout += text));
    worker.stderr.setEncoding("utf8").on("data", (text) => (out.stderr += text));
    worker.on("error", (error) => {
      // What is loaded before a program, and by whom, are frames of their own.
      const [first, second] = String(error?.stack ?? error).split("\n    at ");
      out.error = [error?.name, error?.message, first, second?.replaceAll(folder, "")];
    });
    worker.on("exit", (code) => {
      // A warning tells the process.
      const stderr = out.stderr.replace(/^\(node:\d+\)/gm, "(node)");
      resolve({ ...out, stderr, code });
    });
  });
}

(async () => {
  for (const name of readdirSync(folder).sort()) {
    if (/\.[cm]js$/.test(name)) console.log(JSON.stringify(await run(name)));
  }
})();
