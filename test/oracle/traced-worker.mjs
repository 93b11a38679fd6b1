/** Runs one probed program on a thread of its own, whose globals are fresh, and posts what the runtime counted. */
import { types } from "node:util";
import vm from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { install } from "../../dist/runtime/index.js";

const runtime = install({
  arrayClasses: new Map(),
  userFrames: () => null,
  newSite: () => 0,
  countOnly: false,
  window: 1 << 22,
  isProxy: types.isProxy,
  readers: [],
  sourceOf: () => workerData.source,
});
let error = null;
try {
  vm.runInThisContext(workerData.code, { filename: workerData.path });
} catch (thrown) {
  error = String(thrown?.stack ?? thrown);
}
// Promise jobs come first.
setImmediate(() => {
  const { files, sites } = runtime.trace();
  const lines = new Map();
  for (const { site, allocated, needed } of sites) {
    const { line } = files[site.file].sites[site.site];
    const sum = lines.get(line) ?? { allocated: 0, needed: 0 };
    lines.set(line, { allocated: sum.allocated + allocated, needed: sum.needed + needed });
  }
  parentPort.postMessage({ lines, error });
});
