/** What a program can find of us. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { runPlain, runTraced, write } from "./child.js";

/** Each prints what it sees; the traced program must see what the plain one does. */
const LOOKS: { [name: string]: string } = {
  "the module cache":
    "console.log(Object.keys(require.cache).length, Object.keys(require('module')._cache).length, module.children.length);",
  "the environment": "console.log(Object.keys(process.env).sort().join());",
  "the global object":
    "console.log(Object.keys(globalThis), JSON.stringify(Reflect.ownKeys(globalThis).filter((k) => typeof k === 'symbol').map(String)));",
  "the process object":
    "const keys = []; for (const k in process) keys.push(k); console.log(keys.sort().join(), Object.keys(process).join(), process.eventNames().map(String), process.listenerCount('exit'));",
  arguments: "console.log(process.argv.slice(1), process.argv0, process.title);",
  "the loader's functions":
    "const M = require('module'); for (const f of [M._load, M._resolveFilename, M.prototype._compile, M.prototype.load, M.prototype.require]) console.log(typeof f, f.name, f.length); console.log(Object.keys(require.extensions), Object.keys(M.prototype), M.prototype.hasOwnProperty('_compile'));",
  "the process's functions":
    "for (const f of [process.emit, process.exit, process.reallyExit, process._fatalException]) console.log(typeof f, f.length);",
  errors:
    "console.log(typeof Error.prepareStackTrace, Error.prepareStackTrace.name, Error.prepareStackTrace.length, Error.stackTraceLimit, Object.keys(Error), JSON.stringify(Object.getOwnPropertyNames(Error).sort()));",
  "a stack's call sites":
    "Error.prepareStackTrace = (e, s) => s; const s = new Error().stack[0]; console.log(Object.keys(s), s.constructor.name, JSON.stringify(s), s.getLineNumber(), s.getColumnNumber());",
  threads:
    "console.log(require('worker_threads').threadId, process.sourceMapsEnabled, require('module').findSourceMap(__filename));",
  features: "console.log(process.allowedNodeEnvironmentFlags.size > 0, JSON.stringify(process.features));",
};

for (const node of testedNodes()) {
  describe(`a program on Node ${node.version} that looks at`, () => {
    for (const [name, text] of Object.entries(LOOKS)) {
      it(name, () => {
        const program = { files: { "main.js": text }, script: "main.js" };
        const folder = write(program);
        const plain = runPlain(node, program, folder);
        const { traces: _, ...traced } = runTraced(node, program, folder);
        expect(traced).toEqual(plain);
      });
    }
  });
}
