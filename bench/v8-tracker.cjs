// Preload: V8's own exact tracker, as DevTools' "allocations on timeline" turns it on.
const { Session } = require("node:inspector");

const session = new Session();
session.connect();
session.post("HeapProfiler.startTrackingHeapObjects", { trackAllocations: true });
