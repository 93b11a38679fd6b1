/** What a program can find of us. */
import { describe, expect, it } from "vitest";
import { outermostNodes } from "../nodes.js";
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
  "an array, by reflection":
    "const a = [1, [2]].map((x) => x); const n = []; for (const k in a) n.push(k); console.log(Reflect.ownKeys(a), Object.getOwnPropertyNames(a), Object.getOwnPropertySymbols(a), n, JSON.stringify(a), Object.getOwnPropertyDescriptors(a));",
  "an array, by inspection":
    "const { inspect } = require('util'); const a = [1, [2]].map((x) => x); console.log(inspect(a, { showHidden: true, showProxy: true, getters: true }), inspect(new Float64Array(2).map((x) => x), { showHidden: true }));",
  "copies and equality":
    "const a = [1, [2]].map((x) => x); const { deepStrictEqual } = require('assert'); const { isDeepStrictEqual } = require('util'); deepStrictEqual(structuredClone(a), a); console.log(isDeepStrictEqual(a, JSON.parse('[1,[2]]')), require('v8').serialize(a).toString('hex'));",
  "frozen, sealed and closed arrays":
    "'use strict'; for (const f of ['freeze', 'seal', 'preventExtensions']) { const a = Object[f]([1, [2]].map((x) => x)); try { a.push(3); } catch (e) { console.log(e.message); } console.log(Object.isFrozen(a), Object.isSealed(a), Object.isExtensible(a), a, a.map((x) => x)); }",
  "arrays held weakly":
    "const a = [1].map((x) => x); const w = new WeakMap([[a, [2]]]); const r = new WeakRef(a); console.log(w.get(a), r.deref() === a, new WeakSet([a]).has(a));",
  "the global object's enumerable names":
    "const k = []; for (const n in globalThis) k.push(n); console.log(k, Object.keys(globalThis));",
  "paths of modules and listeners":
    "console.log(module.paths, require.resolve.paths('x'), process.eventNames().map((n) => [n, process.listeners(n).length]), process.getMaxListeners());",
  "captured stacks":
    "Error.stackTraceLimit = 3; function f() { const o = {}; Error.captureStackTrace(o); return [o].map((x) => x.stack)[0]; } console.log(f(), Error.stackTraceLimit, Object.getOwnPropertyNames(new Error('x')));",
  features: "console.log(process.allowedNodeEnvironmentFlags.size > 0, JSON.stringify(process.features));",
};

for (const node of outermostNodes()) {
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
