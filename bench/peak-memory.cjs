// Preloaded by run.mjs in a round that is not timed: leaves the most memory that the process held, in bytes.
const { writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");
const folder = process.env.ALLOC_TRACE_BENCH_MEMORY;
if (isMainThread && folder) {
  process.on("exit", () => writeFileSync(`${folder}/${process.pid}`, String(process.resourceUsage().maxRSS * 1024)));
}
