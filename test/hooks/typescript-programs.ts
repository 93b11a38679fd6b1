/** TypeScript and JSX programs with what they print, the same on every Node. */
import type { Program } from "./child.js";

export interface TypeScriptCase extends Omit<Program, "script"> {
  script?: string;
  stdout: string;
}

const tsconfig = (compilerOptions: object): string =>
  `// with a comment\n${JSON.stringify({ compilerOptions }, null, 2)}`;

const RUNTIME = {
  "node_modules/react/package.json":
    '{"name":"react","main":"index.js","exports":{".":"./index.js","./jsx-runtime":"./jsx-runtime.js"}}',
  "node_modules/react/index.js": "exports.createElement = (...all) => ['created', ...all]; exports.Fragment = 'F';",
  "node_modules/react/jsx-runtime.js":
    "exports.jsx = (...all) => ['jsx', ...all]; exports.jsxs = (...all) => ['jsxs', ...all]; exports.Fragment = 'F';",
  "node_modules/other/package.json": '{"name":"other","exports":{"./jsx-runtime":"./jsx-runtime.js"}}',
  "node_modules/other/jsx-runtime.js": "exports.jsx = (...all) => ['other', ...all]; exports.jsxs = exports.jsx;",
};

/** The script is `main.ts` where nothing else is said. */
export const TYPESCRIPT: { [name: string]: TypeScriptCase } = {
  "a script of types and arrays": {
    files: {
      "main.ts":
        "const a: number[] = [1, 2].map((x: number): number => x * 2);\nconsole.log(a satisfies number[], a!.length);",
    },
    stdout: "[ 2, 4 ] 2\n",
  },
  "a script that only its export makes a module": {
    files: { "main.ts": "export const a: number[] = [1, 2];\nconsole.log(a.length, typeof require);" },
    stdout: "2 undefined\n",
  },
  "a script that only top-level await makes a module": {
    files: { "main.ts": "const a: number[] = await Promise.all([1, 2]);\nconsole.log(a.length, typeof require);" },
    stdout: "2 undefined\n",
  },
  ".mts and .cts": {
    files: {
      "main.mts":
        "import c from './c.cjs';\nimport { m } from './m.mjs';\nconsole.log(c as number[], m, typeof require);",
      "c.cts": "const list: number[] = [1];\nexport = list;",
      "m.mts": "export const m: number[] = [2];",
    },
    script: "main.mts",
    stdout: "[ 1 ] [ 2 ] undefined\n",
  },
  "a .cts that is run": {
    files: {
      "main.cts":
        "import fs = require('fs');\nimport type { Stats } from 'fs';\nlet s: Stats;\nconsole.log(typeof fs.readFileSync, [1] as const, typeof module);",
    },
    script: "main.cts",
    stdout: "function [ 1 ] object\n",
  },
  "a .cts that imports and exports": {
    files: {
      "main.cts":
        "import { join } from 'node:path';\nimport { list, twice as double } from './lib.cjs';\nexport const x: number = 1;\nconsole.log(join('a', 'b'), double(list), Object.keys(module.exports));",
      "lib.cts":
        "export const list = [1, 2];\nexport function twice(l: number[]) { return l.map((x) => x * 2); }\nexport default class {}",
    },
    script: "main.cts",
    stdout: "a/b [ 2, 4 ] [ 'x' ]\n",
  },
  "names that a module imports from such a .cts": {
    files: {
      "main.mts": "import { list } from './lib.cjs';\nconsole.log(list);",
      "lib.cts": "export const list: number[] = [1, 2];",
    },
    script: "main.mts",
    stdout: "[ 1, 2 ]\n",
  },
  "packages of modules and of CommonJS": {
    files: {
      "package.json": '{"type":"module"}',
      "main.ts":
        "import { createRequire } from 'node:module';\nimport { a } from './a.ts';\nconsole.log(a, createRequire(import.meta.url)('./cjs/main.ts'));",
      "a.ts": "export const a: string[] = ['esm', typeof module];",
      "cjs/package.json": '{"type":"commonjs"}',
      "cjs/main.ts": "import b = require('./b');\nmodule.exports = [b, typeof require] as unknown;",
      "cjs/b.ts": "const list: number[] = [1];\nexport = list;",
    },
    stdout: "[ 'esm', 'undefined' ] [ [ 1 ], 'function' ]\n",
  },
  "no type: its syntax decides": {
    files: {
      "main.ts":
        "import { a } from './a';\nimport { type B, b } from './b.js';\nconst x: B = b;\nconsole.log(a, x, import.meta.url.length > 0, await Promise.all([1]));",
      "a.ts": "export const a: number[] = [1];",
      "b.ts": "export type B = number[];\nexport const b: B = [2];",
    },
    stdout: "[ 1 ] [ 2 ] true [ 1 ]\n",
  },
  "no type and no module syntax": {
    files: {
      "main.ts": "const a: string = typeof module;\nconsole.log(a, require('./x'), __filename.endsWith('main.ts'));",
      "x.ts": "module.exports = [1] as number[];",
    },
    stdout: "object [ 1 ] true\n",
  },
  "only type imports": {
    files: {
      "main.ts": "import type { T } from './t';\nconst t: T = [1];\nconsole.log(t, typeof require);",
      "t.ts": "export type T = number[]; throw new Error('loaded');",
    },
    stdout: "[ 1 ] function\n",
  },
  "imports that are used as types only": {
    files: {
      "main.mts":
        "import { T, U, value } from './t.mjs';\nconst t: T = [value];\nexport const u = (x: U) => x;\nconsole.log(t);",
      "t.mts": "export type T = number[];\nexport interface U { a: 1 }\nexport const value: number = 5;",
    },
    script: "main.mts",
    stdout: "[ 5 ]\n",
  },
  enums: {
    files: {
      "main.ts":
        "enum E { A = 1, B = A << 2, C = 'x'.length, D }\nenum S { A = 'a' }\nconst enum K { X = 7 }\ndeclare enum Gone { A }\nconsole.log(E, S.A, K.X, E[4], [E.A, E.D]);",
    },
    stdout: "{ '1': 'C', '2': 'D', '4': 'B', A: 1, B: 4, C: 1, D: 2 } a 7 B [ 1, 2 ]\n",
  },
  namespaces: {
    files: {
      "main.ts":
        "namespace N { export const a = [1]; export let b = 2; b += a.length; export namespace M { export function f() { return [b]; } } }\nnamespace N { export const c = b; }\nnamespace OnlyTypes { export type T = 1 }\nfunction g() {}\nnamespace g { export const p = [3]; }\nimport F = N.M.f;\nconsole.log(N.b, N.c, F(), g.p);",
    },
    stdout: "3 3 [ 3 ] [ 3 ]\n",
  },
  "parameter properties, fields, abstract, overloads": {
    files: {
      "main.ts":
        "abstract class A { abstract x(): number[]; y?: number; declare z: string; static s: number[] = [0]; }\nclass B extends A { constructor(private readonly list: number[], public n = 2) { super(); }\n  x(): number[]; x(a?: number) { return [...this.list, this.n]; } }\nconst b = new B([1]);\nconsole.log(b.x(), Object.keys(b), B.s);",
    },
    stdout: "[ 1, 2 ] [ 'y', 'list', 'n' ] [ 0 ]\n",
  },
  "useDefineForClassFields: false": {
    files: {
      "tsconfig.json": tsconfig({ target: "ES2020" }),
      "main.ts":
        "class A { set x(v: number[]) { console.log('set', v); } }\nclass B extends A { y!: string; /* @ts-ignore */ x = [1]; }\nconsole.log(Object.keys(new B()));",
    },
    stdout: "set [ 1 ]\n[]\n",
  },
  "decorators of the standard": {
    files: {
      "main.ts":
        "const seen: unknown[] = [];\nfunction d(value: any, context: any) { seen.push([context.kind, context.name]); if (context.kind === 'method') return function (this: any, ...a: any[]) { return [value.apply(this, a)]; }; if (context.kind === 'field') return (v: number) => v + 1; }\n@d class A { @d x = 1; @d m() { return 2; } @d static s = 5; @d accessor acc = [3]; @d get g() { return 4; } }\nconst a = new A();\nconsole.log(a.x, a.m(), A.s, a.acc, a.g, A.name);\nconsole.log(seen.map((s) => String(s)).join(' '));",
    },
    stdout: "2 [ 2 ] 6 [ 3 ] 4 A\nmethod,m accessor,acc getter,g field,s field,x class,A\n",
  },
  "experimentalDecorators with metadata": {
    files: {
      "tsconfig.json": tsconfig({ experimentalDecorators: true, emitDecoratorMetadata: true }),
      "main.ts":
        "const seen: any[] = [];\n(Reflect as any).metadata = (k: string, v: any) => (t: any, p?: string) => { seen.push([k, p ?? t.name, Array.isArray(v) ? v.map((x) => x.name) : v?.name]); };\nfunction d(t: any, k?: any, i?: any): any { seen.push(['d', typeof t, k, typeof i]); }\nclass Dep { list = [1]; }\n@d class A { @d p: string = 'x'; constructor(@d readonly dep: Dep) {} @d m(@d a: number[], b: Dep): void {} }\nconsole.log(new A(new Dep()).dep.list);\nfor (const s of seen) console.log(JSON.stringify(s));",
    },
    stdout:
      '[ 1 ]\n["design:type","p","String"]\n["d","object","p","undefined"]\n["design:returntype","m",null]\n["design:paramtypes","m",["Array","Dep"]]\n["design:type","m","Function"]\n["d","object","m","number"]\n["d","object","m","object"]\n["design:paramtypes","A",["Dep"]]\n["d","function",null,"number"]\n["d","function",null,"undefined"]\n',
  },
  using: {
    files: {
      "main.ts":
        "{ using r = { [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() { console.log('disposed'); } }; console.log([1], typeof r); }",
    },
    stdout: "[ 1 ] object\ndisposed\n",
  },
  "paths and baseUrl, extended": {
    files: {
      "tsconfig.json": '{"extends":"./base.json","compilerOptions":{"baseUrl":"."}}',
      "base.json":
        '{"compilerOptions":{"paths":{"@lib/*":["./src/lib/*"],"exact":["./src/exact.ts"],"node:fs":["./wrong.ts"]}}}',
      "main.mts":
        "import { a } from '@lib/a';\nimport { b } from 'exact';\nimport { c } from 'src/c';\nimport fs from 'node:fs';\nimport { real } from 'real';\nconst later = await import('@lib/a');\nconsole.log(a, b, c, typeof fs.statSync, real, later.a === a);",
      "src/lib/a.ts": "export const a: number[] = [1];",
      "src/exact.ts": "export const b = [2];",
      "src/c.ts": "export const c = [3];",
      "node_modules/real/package.json": '{"name":"real","main":"i.js"}',
      "node_modules/real/i.js": "exports.real = [4];",
    },
    script: "main.mts",
    stdout: "[ 1 ] [ 2 ] [ 3 ] function [ 4 ] true\n",
  },
  "paths in CommonJS": {
    files: {
      "tsconfig.json": tsconfig({ paths: { "~/*": ["./lib/*"] } }),
      "main.cts": "import a = require('~/a');\nconsole.log(a, require.resolve('~/a').endsWith('a.ts'));",
      "lib/a.ts": "module.exports = [1];",
    },
    script: "main.cts",
    stdout: "[ 1 ] true\n",
  },
  "paths are not for dependencies": {
    files: {
      "tsconfig.json": tsconfig({ paths: { inner: ["./mine.ts"] } }),
      "main.mts": "import { x } from 'outer';\nimport { inner } from 'inner';\nconsole.log(x, inner);",
      "mine.ts": "export const inner = ['mine'];",
      "node_modules/outer/package.json": '{"name":"outer","exports":"./i.mjs"}',
      "node_modules/outer/i.mjs": "export { inner as x } from 'inner';",
      "node_modules/inner/package.json": '{"name":"inner","exports":"./i.mjs"}',
      "node_modules/inner/i.mjs": "export const inner = ['theirs'];",
    },
    script: "main.mts",
    stdout: "[ 'theirs' ] [ 'mine' ]\n",
  },
  "a .js that is there wins over the .ts": {
    files: {
      "main.mts": "import { a } from './a.js';\nconsole.log(a);",
      "a.js": "exports.a = ['js'];",
      "a.ts": "export const a = ['ts'];",
    },
    script: "main.mts",
    stdout: "[ 'js' ]\n",
  },
  "folders, index files and .jsx that is .tsx": {
    files: {
      ...RUNTIME,
      "main.mts": "import { a } from './lib';\nimport { b } from './b.jsx';\nconsole.log(a, b);",
      "lib/index.ts": "export const a = [1];",
      "b.tsx": "export const b = <p>{[1]}</p>;",
    },
    script: "main.mts",
    stdout: "[ 1 ] [ 'jsx', 'p', { children: [ 1 ] } ]\n",
  },
  "JSX by the automatic runtime": {
    files: { ...RUNTIME, "main.tsx": "const f = <T,>(x: T) => [x];\nconsole.log(<div key='k' a={f(1)}>{'t'}</div>);" },
    script: "main.tsx",
    stdout: "[ 'jsx', 'div', { a: [ 1 ], children: 't' }, 'k' ]\n",
  },
  "JSX in a .jsx module": {
    files: {
      ...RUNTIME,
      "package.json": '{"type":"module"}',
      "main.jsx": "import { x } from './x.jsx';\nconsole.log(<a b={[x]} />);",
      "x.jsx": "export const x = <i />;",
    },
    script: "main.jsx",
    stdout: "[ 'jsx', 'a', { b: [ [Array] ] } ]\n",
  },
  jsxImportSource: {
    files: {
      ...RUNTIME,
      "tsconfig.json": tsconfig({ jsx: "react-jsx", jsxImportSource: "other" }),
      "main.tsx": "console.log(<p />);",
    },
    script: "main.tsx",
    stdout: "[ 'other', 'p', {} ]\n",
  },
  jsxFactory: {
    files: {
      "tsconfig.json": tsconfig({ jsx: "react", jsxFactory: "h", jsxFragmentFactory: "F" }),
      "main.tsx": "const h = (...a: unknown[]) => a;\nconst F = 'frag';\nconsole.log(<><p x='1'>{[2]}</p></>);",
    },
    script: "main.tsx",
    stdout: "[ 'frag', null, [ 'p', { x: '1' }, [ 2 ] ] ]\n",
  },
  "a factory named in a comment": {
    files: { "main.tsx": "/** @jsx h */\nconst h = (...a: unknown[]) => a;\nconsole.log(<p />);" },
    script: "main.tsx",
    stdout: "[ 'p', null ]\n",
  },
  "import x = require() in a module": {
    files: {
      "main.mts":
        "import path = require('node:path');\nimport { sep } from 'node:path';\nconsole.log(path.sep === sep, [1]);",
    },
    script: "main.mts",
    stdout: "true [ 1 ]\n",
  },
  "hashbang, BOM, CRLF": {
    files: {
      "main.ts": "#!/usr/bin/env node\r\nconst a: number[] = [1];\r\nconsole.log(a, require('./b'));\r\n",
      "b.ts": "\ufeffconst b: number[] = [2];\r\nexport = b;\r\n",
    },
    stdout: "[ 1 ] [ 2 ]\n",
  },
  "circular imports": {
    files: {
      "main.mts": "import { a } from './a.mjs';\nexport enum E { X = 3 }\nconsole.log(a());",
      "a.mts": "import { E } from './main.mjs';\nexport const a = (): number[] => [E.X];",
    },
    script: "main.mts",
    stdout: "[ 3 ]\n",
  },
  "require of a module in TypeScript": {
    files: {
      "main.cts": "const m = require('./m.mts');\nconsole.log(m.list, m.default);",
      "m.mts": "export const list: number[] = [1];\nexport default 2 as number;",
    },
    script: "main.cts",
    stdout: "[ 1 ] 2\n",
  },
  "a require of a module that imports TypeScript": {
    files: {
      "main.cts": "console.log(require('./m.mts').all);",
      "m.mts": "import { n } from './n.mjs';\nexport const all: number[] = [n];",
      "n.mts": "enum E { A = 4 }\nexport const n: number = E.A;",
    },
    script: "main.cts",
    stdout: "[ 4 ]\n",
  },
  "import() of TypeScript from JavaScript": {
    files: { "main.js": "import('./a.ts').then((m) => console.log(m.a));", "a.ts": "export const a: number[] = [1];" },
    script: "main.js",
    stdout: "[ 1 ]\n",
  },
  "left out by --exclude, still TypeScript": {
    files: {
      "main.ts": "import { a } from './a.ts';\nconsole.log(a);",
      "a.ts": "export enum E { A }\nexport const a: number[] = [E.A];",
    },
    session: { exclude: ["a.ts"] },
    stdout: "[ 0 ]\n",
  },
  "a worker in TypeScript": {
    files: {
      "main.mts":
        "import { Worker } from 'node:worker_threads';\nnew Worker(new URL('./w.mts', import.meta.url)).on('message', (m: number[]) => console.log(m));",
      "w.mts":
        "import { parentPort } from 'node:worker_threads';\nimport { x } from './x.mjs';\nparentPort!.postMessage([x] as number[]);",
      "x.mts": "export const x: number = 1;",
    },
    script: "main.mts",
    stdout: "[ 1 ]\n",
  },
};
