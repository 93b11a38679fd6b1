/** Programs of a few lines for all that a loader can get wrong. The script is `main.js` where nothing else is said. */
import type { Program } from "./child.js";

export type Case = Omit<Program, "script"> & {
  script?: string;
  /** Node reports the error itself, from within its hooks: its own frames, and the line of its own, are others then. */
  throughNode?: true;
};

export const PROGRAMS: { [name: string]: Case } = {
  "a CommonJS script": { files: { "main.js": "console.log([1, 2, 3].map((x) => x * 2), __filename.length > 0);" } },
  "a .cjs in a package of modules": {
    files: {
      "package.json": '{"type":"module"}',
      "main.cjs": "console.log(typeof require, [1].concat(2), this === module.exports);",
    },
    script: "main.cjs",
  },
  "a .mjs": {
    files: { "main.mjs": "import { sep } from 'node:path';\nconsole.log([sep].length, typeof require, this);" },
    script: "main.mjs",
  },
  "a .js in a package of modules": {
    files: { "package.json": '{"type":"module"}', "main.js": "console.log(import.meta.url.slice(0, 5), [...'ab']);" },
  },
  "a .js that only its syntax makes a module": {
    files: { "main.js": "import { sep } from 'node:path';\nconsole.log([sep], import.meta.url.length > 0);" },
  },
  "a .js that only top-level await makes a module": { files: { "main.js": "console.log(await Promise.all([1, 2]));" } },
  "a required .js without a type, in module syntax": {
    files: { "main.js": "console.log(require('./m.js'));", "m.js": "export const a = [1]; export default 2;" },
  },
  "a script without an extension": {
    files: {
      main: "#!/usr/bin/env node\nconsole.log([1, 2], require('./other'));",
      "other.js": "module.exports = [3];",
    },
    script: "main",
  },
  "hashbang, BOM and CRLF": {
    files: {
      "main.js": "#!/usr/bin/env node\r\nconst a = [1];\r\nconsole.log(a, require('./bom.js'));\r\nnull.x;\r\n",
      "bom.js": "\ufeffmodule.exports = [1, 2];",
    },
  },
  "a module with a BOM": {
    files: {
      "main.mjs": "\ufeffimport a from './a.mjs';\nconsole.log(a);\nnull.x;",
      "a.mjs": "\ufeffexport default [1];",
    },
    script: "main.mjs",
  },
  "top-level await in order": {
    files: {
      "main.mjs":
        "import './a.mjs';\nimport './b.mjs';\nconsole.log('main');\nfor await (const x of [1, Promise.resolve(2)]) console.log(x);",
      "a.mjs": "console.log('a1'); await null; console.log('a2');",
      "b.mjs": "console.log('b1'); await [1]; console.log('b2');",
    },
    script: "main.mjs",
  },
  "import.meta": {
    files: {
      "main.mjs":
        "const { url, dirname, filename } = import.meta;\nconsole.log(url, dirname, filename, Object.keys(import.meta), import.meta.resolve('./x.js'));",
    },
    script: "main.mjs",
  },
  "what a CommonJS module knows of itself": {
    files: {
      "main.js":
        "console.log(require.main === module, module.parent, module.id, module.loaded, module.paths.length > 0, process.mainModule === module);\nconsole.log(require('./child.js'), module.children.map((c) => require('path').basename(c.id)));",
      "child.js":
        "module.exports = [require.main === module, module.parent.filename === require.main.filename, __filename, __dirname, require.resolve('./main.js'), arguments.length];",
    },
  },
  "the order of ticks and promise jobs": {
    files: {
      "main.js":
        "setImmediate(() => console.log('immediate'));\nPromise.resolve().then(() => console.log('job'));\nprocess.nextTick(() => console.log('tick'));\nconsole.log('main');",
    },
  },
  "JSON by require and by import": {
    files: {
      "main.mjs":
        "import data from './data.json' with { type: 'json' };\nimport { createRequire } from 'node:module';\nconsole.log(data, createRequire(import.meta.url)('./data.json'));\nconst { default: again } = await import('./data.json', { with: { type: 'json' } });\nconsole.log(again === data);",
      "data.json": '{"a":[1,2]}',
    },
    script: "main.mjs",
  },
  "JSON without its attribute": {
    throughNode: true,
    files: { "main.mjs": "import data from './data.json';\nconsole.log(data);", "data.json": "[1]" },
    script: "main.mjs",
  },
  "circular require": {
    files: {
      "main.js": "console.log(require('./a.js'));",
      "a.js": "exports.early = [1];\nexports.b = require('./b.js');\nexports.late = [2];",
      "b.js": "const a = require('./a.js');\nmodule.exports = Object.keys(a);",
    },
  },
  "circular import": {
    files: {
      "main.mjs": "import { a } from './a.mjs';\nconsole.log(a());",
      "a.mjs": "import { b } from './b.mjs';\nexport const a = () => [b()];\nconsole.log('a');",
      "b.mjs": "import { a } from './a.mjs';\nexport function b() { return typeof a; }\nconsole.log('b');",
    },
    script: "main.mjs",
  },
  "circular import that is too early": {
    files: {
      "main.mjs": "import './a.mjs';\nexport const x = [1];",
      "a.mjs": "import { x } from './main.mjs';\nconsole.log('before');\nconsole.log(x);",
    },
    script: "main.mjs",
  },
  "require of an ES module": {
    files: {
      "main.js":
        "const { list, default: d } = require('./m.mjs');\nconsole.log(list, d, require('./m.mjs') === require('./m.mjs'));",
      "m.mjs":
        "import { one } from './n.mjs';\nimport other from './c.cjs';\nexport const list = [one, ...other];\nexport default list.length;",
      "n.mjs": "export const one = [1].length;",
      "c.cjs": "module.exports = [2, 3];",
    },
  },
  "require of an ES module that awaits": {
    files: {
      "main.js": "try { require('./m.mjs'); } catch (error) { console.log(error.code); }",
      "m.mjs": "await [1];\nexport default 1;",
    },
  },
  "import() from CommonJS and from a module": {
    files: {
      "main.js":
        "import('./m.mjs').then(async (m) => { console.log(m.a, await m.more()); return import('./c.cjs'); }).then((c) => console.log(c.default, Object.keys(c)));",
      "m.mjs": "export const a = [1];\nexport const more = async () => (await import('./n.mjs')).default;",
      "n.mjs": "export default [2].concat(3);",
      "c.cjs": "exports.x = [1];\nmodule.exports.y = require('./d.cjs');",
      "d.cjs": "module.exports = 4;",
    },
  },
  "import() that only a string makes": {
    files: { "main.js": "new Function('x', 'return import(x)')('node:path').then((m) => console.log(typeof m.join));" },
  },
  "names of exports that Node finds in a CommonJS text": {
    files: {
      "main.mjs":
        "import { a, b, c, d, e } from './c.cjs';\nimport * as all from './c.cjs';\nconsole.log(a, b, c, d, e, Object.keys(all));",
      "c.cjs":
        "exports.a = [1];\nmodule.exports.b = require('./d.cjs').d;\nObject.defineProperty(exports, 'c', { enumerable: true, value: [3] });\nfor (const k of ['d']) exports[k] = 1;\n__export(require('./d.cjs'));\nfunction __export(m) { for (const p in m) if (!exports.hasOwnProperty(p)) exports[p] = m[p]; }",
      "d.cjs": "exports.d = 4;\nexports.e = [5];",
    },
    script: "main.mjs",
  },
  "many getters for the exports of a CommonJS module": {
    files: {
      "main.mjs":
        "import { e5, e19 } from './c.cjs';\nimport * as all from './c.cjs';\nconsole.log(e5, e19, Object.keys(all).length);",
      "c.cjs": `'use strict';\nObject.defineProperty(exports, '__esModule', { value: true });\nconst list = { e5: [5], e19: [19] };\n${Array.from({ length: 20 }, (_, i) => `Object.defineProperty(exports, 'e${i}', { enumerable: true, get: function () { return list.e${i}; } });`).join("\n")}`,
    },
    script: "main.mjs",
  },
  "re-exports of a whole CommonJS module": {
    files: {
      "main.mjs": "import { a } from 'pkg';\nimport * as all from 'pkg';\nconsole.log(a, Object.keys(all));",
      "node_modules/pkg/package.json": '{"name":"pkg","main":"index.js"}',
      "node_modules/pkg/index.js":
        "if (process.env.NO_SUCH_NAME) module.exports = require('./one.js');\nelse module.exports = require('./two.js');",
      "node_modules/pkg/one.js": "exports.a = 1;",
      "node_modules/pkg/two.js": "'use strict';\nexports.a = [2];\nexports.b = 3;",
    },
    script: "main.mjs",
  },
  "packages: exports, imports, self-reference, conditions": {
    files: {
      "package.json": '{"name":"self","exports":{".":"./main.mjs","./x":"./x.mjs"},"imports":{"#in":"./in.mjs"}}',
      "main.mjs":
        "import x from 'self/x';\nimport i from '#in';\nimport p from 'p';\nimport { createRequire } from 'node:module';\nconsole.log(x, i, p, createRequire(import.meta.url)('p'));",
      "x.mjs": "export default ['x'];",
      "in.mjs": "export default ['in'];",
      "node_modules/p/package.json": '{"name":"p","exports":{"import":"./p.mjs","require":"./p.cjs"}}',
      "node_modules/p/p.mjs": "export default ['import'];",
      "node_modules/p/p.cjs": "module.exports = ['require'];",
    },
    script: "main.mjs",
  },
  "arguments, stdin and exit code": {
    files: {
      "main.js":
        "let n = 0;\nprocess.stdin.on('data', (d) => { n += d.length; }).on('end', () => { console.log(process.argv.slice(2), n); process.exitCode = 7; });",
    },
    args: ["--top", "x y", ""],
    input: "abc\ndef\n",
  },
  "process.exit in the middle": {
    files: {
      "main.js":
        "process.on('exit', (code) => console.log('exit', code, [1].length));\nsetTimeout(() => console.log('never'), 1000);\nprocess.exit(3);",
    },
  },
  "an exit listener that throws": {
    files: {
      "main.js":
        "process.on('exit', () => { throw new Error('late'); });\nprocess.on('exit', () => console.log('second'));\nconsole.log([1]);",
    },
  },
  "a syntax error in the script": { files: { "main.js": "const a = [1];\nconst b = = 2;\n" } },
  "a syntax error in a required file": {
    files: { "main.js": "const a = [1];\nrequire('./bad.js');", "bad.js": "module.exports = [1,\n  2 3];\n" },
  },
  "a syntax error in an imported file": {
    files: { "main.mjs": "import './bad.mjs';", "bad.mjs": "export const a = [1];\nexport let let = 2;\n" },
    script: "main.mjs",
  },
  "a file that is no JavaScript": { files: { "main.js": "<html>\n  <body>[1]</body>\n</html>\n" } },
  "a missing module, required": { files: { "main.js": "const a = [1];\nrequire('./missing.js');" } },
  "a missing module, required deeply": {
    files: {
      "main.js": "require('./a.js');",
      "a.js": "require('./b.js');",
      "b.js": "function deep() { return require('missing-package'); }\nconsole.log([1]);\ndeep();",
    },
  },
  "a missing module, caught": {
    files: {
      "main.js":
        "try { require('nope'); } catch (e) { console.log(e.code, e.message, e.requireStack.length, e.stack); }",
    },
  },
  "a missing module, imported": {
    throughNode: true,
    files: { "main.mjs": "import a from './missing.mjs';\nconsole.log(a);" },
    script: "main.mjs",
  },
  "a missing package, imported": {
    throughNode: true,
    files: { "main.mjs": "console.log('x');\nimport a from 'missing-package';\nconsole.log(a);" },
    script: "main.mjs",
  },
  "a missing export": {
    files: {
      "main.mjs": "import { here } from './a.mjs';\nimport { gone } from './a.mjs';\nconsole.log(here, gone);",
      "a.mjs": "export const here = [1];",
    },
    script: "main.mjs",
  },
  "a missing export on the first line": {
    files: { "main.mjs": "import { gone } from './a.mjs';\nconsole.log([gone]);", "a.mjs": "export const here = [1];" },
    script: "main.mjs",
  },
  "a directory import": {
    throughNode: true,
    files: { "main.mjs": "import './lib';", "lib/index.js": "" },
    script: "main.mjs",
  },
  "an error thrown": {
    files: {
      "main.js":
        "function thrower(list) { list.map((x) => [x]).forEach(() => { throw new TypeError('no ' + list); }); }\n  thrower([1, 2, 3]);",
    },
  },
  "an error thrown after much on its line": {
    files: {
      "main.js":
        "const a = [1].map((x) => [x]), b = [[2], [3]].flat(), c = a.concat(b); if (c.length) { [c].map(() => { throw new RangeError('here'); }); }",
    },
  },
  "an error thrown from a module": {
    files: {
      "main.mjs":
        "const list = [1, 2].map((x) => x); class E extends Error {}\n\tconst f = () => [list].map(() => { throw new E('tabs'); });\nf();",
    },
    script: "main.mjs",
  },
  "an error made in one place and thrown in another": {
    files: {
      "main.js": "const made = [new Error('made')][0];\nsetTimeout(() => {\n  const list = [1]; throw made;\n}, 1);",
    },
  },
  "an error with a cause and properties": {
    files: {
      "main.js":
        "const inner = () => { [1].map(() => { throw new Error('inner'); }); };\ntry { inner(); } catch (cause) { throw Object.assign(new Error('outer', { cause }), { code: 'E_OUT', list: [1, [2]] }); }",
    },
  },
  "an error in a nested require": {
    files: {
      "main.js": "[1].map(() => require('./a.js'));",
      "a.js": "const x = [1].concat(2); require('./b.js');",
      "b.js": "module.exports = [3].map(function named(x) { return x.y.z; });",
    },
  },
  "a native's complaint": { files: { "main.js": "const o = { list: [1] };\no.list.nope([2]);" } },
  "an error from JSON and from a regular expression": {
    files: {
      "main.js": "try { JSON.parse('[1,'); } catch (e) { console.log(e.message); }\n[1].map(() => new RegExp('('));",
    },
  },
  "thrown values that are no errors": {
    files: {
      "main.mjs":
        "process.on('uncaughtException', (e) => { console.log('caught', e); });\nsetTimeout(() => { throw [1, 2]; });\nsetTimeout(() => { throw null; });",
    },
    script: "main.mjs",
  },
  "an unhandled rejection": {
    files: { "main.js": "const list = [1];\nPromise.reject(new Error('rejected ' + list.map((x) => x)));" },
  },
  "an unhandled rejection of an async function": {
    files: {
      "main.js":
        "async function f(list) { await null; return list.map((x) => [x].y.z); }\nasync function g() { const all = await Promise.all([f([1])]); return all; }\ng();",
    },
  },
  "an unhandled rejection with something else": { files: { "main.js": "Promise.reject([1, 2]);" } },
  "an unhandled error event": {
    files: {
      "main.js":
        "const { EventEmitter } = require('events');\nconst e = new EventEmitter();\n[1].map(() => e.emit('error', new Error('event')));",
    },
  },
  "a handled uncaught exception": {
    files: {
      "main.js":
        "process.on('uncaughtException', (e, origin) => console.log(origin, e.stack));\nsetTimeout(() => console.log('goes on', [1]), 5);\n[1].map(() => { throw new Error('first'); });",
    },
  },
  "a stack read from a caught error": {
    files: {
      "main.js":
        "function outer() { return [1, 2].map((x) => [x].map(() => new Error('s').stack))[0][0]; }\nconsole.log(outer());\nclass K { static s = [new Error('static').stack]; m() { return [new Error('m').stack]; } }\nconsole.log(K.s[0].split('\\n')[1], new K().m()[0]);",
    },
  },
  "stacks of async functions": {
    files: {
      "main.mjs":
        "const wait = async (list) => { await null; throw new Error('after ' + list); };\nconst all = async () => { const r = [await wait([1])]; return r; };\nawait all().catch((e) => console.log(e.stack));",
    },
    script: "main.mjs",
  },
  "stacks through eval": {
    files: {
      "main.js":
        'const list = [1].map((x) => x); eval(\'[1].map(function inEval() { console.log(new Error(1).stack.split("\\\\n").slice(0, 6).join("\\\\n")); })\');',
    },
  },
  "the program's own prepareStackTrace": {
    files: {
      "main.js":
        "const before = Error.prepareStackTrace;\nconsole.log(typeof before);\nError.prepareStackTrace = (e, sites) => sites.map((s) => [s.getFileName(), s.getLineNumber(), s.getColumnNumber(), s.getFunctionName(), s.toString()]);\nfunction here() { return [1].map(() => new Error('x').stack)[0]; }\nconsole.log(here().slice(0, 4));\nError.prepareStackTrace = before;\nconsole.log(here());",
    },
  },
  "captureStackTrace and a short limit": {
    files: {
      "main.js":
        "Error.stackTraceLimit = 2;\nfunction a() { return [0].map(b); }\nfunction b() { const o = {}; Error.captureStackTrace(o, b); return o.stack; }\nconsole.log(a()[0], Error.stackTraceLimit);",
    },
  },
  "util.inspect and console.trace": {
    files: {
      "main.js": "const f = () => { console.trace('here', [1]); };\n[1].map(f); console.log([new Error('inspected')]);",
    },
  },
  "an assertion without a message": {
    files: {
      "main.js":
        "const assert = require('assert');\nconst list = [1, 2].map((x) => x);\ntry { assert(list.length === 3); } catch (e) { console.log(e.message); }\ntry { assert.ok([1].concat(list).length === 0); } catch (e) { console.log(e.message); }",
    },
  },
  "a warning with its place": {
    files: {
      "main.js":
        "process.removeAllListeners('warning');\nprocess.on('warning', (w) => console.log(w.stack));\n[1].map(() => process.emitWarning('careful'));",
    },
  },
  "a deep recursion": {
    files: {
      "main.js":
        "let depth = 0;\nfunction down(list) { depth++; return down([...list]); }\ntry { down([1]); } catch (e) { console.log(e instanceof RangeError, e.message, depth > 500); }",
    },
  },
  "invalid UTF-8": {
    files: {
      "main.js": Buffer.concat([
        Buffer.from("console.log(['"),
        Buffer.from([0xff, 0xfe, 0x41]),
        Buffer.from("'].map((s) => s.length));"),
      ]),
    },
  },
  "an empty file and a file of comments": {
    files: { "main.js": "console.log(require('./e.js'), require('./c.js'));", "e.js": "", "c.js": "// only [1] this" },
  },
  "vm and Function": {
    files: {
      "main.js":
        "const vm = require('vm');\nconsole.log(vm.runInNewContext('[1, 2].map((x) => x + y)', { y: 1 }).length, new Function('a', 'return [a]')(1), eval('[3]'));",
    },
  },
  "a hook by extension, as pirates make them": {
    files: {
      "main.js":
        "const js = require.extensions['.js'];\nrequire.extensions['.js'] = function (m, f) { const c = m._compile; m._compile = function (code, name) { m._compile = c; m._compile(code.replace('ONE', '[1]'), name); }; js(m, f); };\nconsole.log(require('./a.js'));\nrequire.extensions['.txt'] = (m, f) => { m.exports = require('fs').readFileSync(f, 'utf8'); };\nconsole.log(require('./b.txt'));",
      "a.js": "module.exports = ONE;",
      "b.txt": "text",
    },
  },
  "compiling a text as a module of one's own": {
    files: {
      "main.js":
        "const Module = require('module');\nconst m = new Module('/made/up.js', module);\nm.filename = __filename;\nm.paths = module.paths;\nm._compile('module.exports = [1, __filename.length > 0]', __filename);\nconsole.log(m.exports);",
    },
  },
  "a worker": {
    files: {
      "main.js":
        "const { Worker } = require('worker_threads');\nconst w = new Worker(__dirname + '/w.js', { workerData: [1] });\nw.on('message', (m) => console.log(m)).on('error', (e) => console.log(e.stack)).on('exit', (c) => console.log('exit', c));",
      "w.js":
        "const { parentPort, workerData } = require('worker_threads');\nparentPort.postMessage([...workerData, 2]);\nsetTimeout(() => [1].map(() => { throw new Error('in the worker'); }), 50);",
    },
  },
  "a worker that is a module": {
    files: {
      "main.mjs":
        "import { Worker } from 'node:worker_threads';\nnew Worker(new URL('./w.mjs', import.meta.url)).on('message', (m) => console.log(m)).on('exit', (c) => console.log(c));",
      "w.mjs":
        "import { parentPort } from 'node:worker_threads';\nimport x from './x.mjs';\nparentPort.postMessage([...x]);",
      "x.mjs": "export default [1, 2];",
    },
    script: "main.mjs",
  },
  "default constructors, which stack traces leave out": {
    files: {
      "main.js":
        "class A { constructor() { this.stack = new Error().stack.split('\\n').slice(1, 4).join(); } }\nclass B extends A {}\nclass C extends B { constructor() { super(); this.list = [1]; } }\nconsole.log(new B().stack, new C().stack);\nfor (let i = 0; i < 2e3; i++) new C();\nconsole.log(new C().stack);",
    },
  },
  "a child by fork": {
    files: {
      "main.js":
        "const { fork } = require('child_process');\nfork(__dirname + '/c.js', ['a']).on('message', (m) => console.log(m)).on('exit', (c) => console.log('exit', c));",
      "c.js": "process.send([1, process.argv[2]]);\nprocess.disconnect();",
    },
  },
  "source maps of the program's own": {
    files: {
      "main.js": `function f(list) { return list.map((x) => x.y.z); }\nconst a = [1].concat(2); f(a);\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify({ version: 3, sources: ["main.ts"], sourcesContent: ["function f(list: number[]) {\n  return list.map((x) => x.y.z);\n}\nf([1].concat(2));\n"], names: [], mappings: "AAAA,SAAS,CAAC,CAAC,IAAI;IACb,OAAO,IAAI" })).toString("base64")}\n`,
    },
  },
};
