// Preload: V8's own exact tracker, as DevTools' "allocations on timeline" turns it on.
const { Session } = require("node:inspector");

const session = new Session();
session.connect();
session.post("HeapProfiler.startTrackingHeapObjects", { trackAllocations: true });

// Its reports every 50 ms keep the process alive for good: it is let go when nothing else does.
const EVERY_MS = 20;
/** Standard streams, which keep nothing alive. */
const IDLE = new Set(["PipeWrap", "TTYWrap"]);
const ours = setInterval(() => {
  if (process.getActiveResourcesInfo().some((name) => !IDLE.has(name))) return;
  clearInterval(ours);
  session.disconnect();
}, EVERY_MS).unref();
