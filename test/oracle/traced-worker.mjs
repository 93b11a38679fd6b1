/** Runs one probed program on a thread of its own, whose globals are fresh, and posts what the runtime counted. */
import { types } from "node:util";
import vm from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { makeEmitter } from "../../dist/hooks/emit.js";
import { TextPositions } from "../../dist/hooks/text-positions.js";
import { Texts } from "../../dist/hooks/texts.js";
import { install } from "../../dist/runtime/index.js";

const runtime = install({
  arrayClasses: new Map(),
  userFrames: () => null,
  notes: { group: () => undefined, file: () => undefined },
  newSite: () => 0,
  countOnly: false,
  scopes: workerData.scopes,
  window: 1 << 22,
  isProxy: types.isProxy,
  readers: [],
  queues: [],
  sourceOf: () => workerData.source,
});
// Numbers beyond those of the program itself.
const counter = new Int32Array(new SharedArrayBuffer(4)).fill(1 << 16);
const options = { tool: "test", deps: "all", include: [], exclude: [], countOnly: false, cache: null };
const emitter = makeEmitter(
  options,
  counter,
  () => undefined,
  () => false,
);
new Texts(emitter, runtime.texts, new TextPositions());
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
  for (const { site, allocated, needed, temporary, within } of sites) {
    const { path, sites: own } = files[site.file];
    const line = path === workerData.path ? own[site.site].line : workerData.compiled;
    const sum = lines.get(line) ?? { allocated: 0, needed: 0, temporary: 0, inIteration: 0, inCall: 0 };
    lines.set(line, {
      allocated: sum.allocated + allocated,
      needed: sum.needed + needed,
      temporary: sum.temporary + temporary,
      inIteration: sum.inIteration + (within?.iteration ?? 0),
      inCall: sum.inCall + (within?.call ?? 0),
    });
  }
  parentPort.postMessage({ lines, error });
});
