// Preload: V8's sampling heap profiler; bytes between samples in ALLOC_TRACE_BENCH_INTERVAL.
const { Session } = require("node:inspector");

const session = new Session();
session.connect();
session.post("HeapProfiler.startSampling", { samplingInterval: Number(process.env.ALLOC_TRACE_BENCH_INTERVAL) });
