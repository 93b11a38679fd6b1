/**
 * "Things that break naive instrumenters", one program for each. They run as scripts, or as modules where `.mjs` says so,
 * and print what a wrong instrumentation would change.
 */
const CRLF =
  "const a = [1,\r\n 2];\r\nconst t = `x\r\ny${[1]}\\\r\nz`;\r\nfunction f() {\r\n  return [1]; // c\r\n}\r\n" +
  "console.log(a, t.length, JSON.stringify(String(f)));\r\ntry { [1].map(() => null.x) } catch (e) { console.log(/:\\d+:\\d+/.exec(e.stack)[0]) }\r\n";

export const BREAKERS: { [thing: string]: { name: string; text: string } } = {
  "names of functions": {
    name: "names.cjs",
    text: `const f = () => [1], g = function () {}, { h = class {} } = {}, [i = () => 2] = [];
const o = { j: () => 1, ['k' + 1]: () => 1, get l() { return 1 }, async *m() {}, [Symbol.iterator]: () => 1 };
let n; n = () => [n]; o.p = () => [1]; n ||= 1; let q; q ??= () => [2];
class A { static r = () => [1]; s = () => [2]; #t = () => 1; u() { return this.#t.name } }
console.log([f, g, h, i, o.j, o.k1, o.m, o[Symbol.iterator], n, o.p, q, A.r, new A().s].map((x) => x.name), new A().u());
console.log(((x = () => [1]) => x.name)(), (function () { return arguments.callee.name })());`,
  },
  "this and the error texts of member calls": {
    name: "members.cjs",
    text: `const o = { b: { list: [1], f() { return this === o.b } }, ['c d']: null };
for (const f of [() => o.b.f(), () => o.b['f'](), () => o.b.c(), () => o.b.list.nope([1]), () => o['c d'].e(), () => o.b.list[0](),
  () => o?.b.x(), () => new o.b.list(), () => (0, o.b.f)(), () => o.b.f\`\`, () => [...o.b], () => { const [a] = o.b; },
  () => o.b.list.map(3), () => null.map((x) => [x]), () => o.b.list.at(0).at(0).x.y, () => super_.f([1])])
  try { console.log(f()) } catch (e) { console.log(e.name, e.message) }`,
  },
  "the order of evaluation": {
    name: "order.cjs",
    text: `const r = [], t = (x) => (r.push(x), x), o = { get a() { r.push('get'); return { f(...x) { r.push('call'); return [x] } } } };
o.a.f(t(1), ...[t(2)], [t(3)])[0][t(0)];
const x = { [t('k')]: t([4]), ...(t('s'), { z: [t(5)] }) };
[x[t('p')], x[t('q')] = t('d')] = (t('src'), [1]);
({ [t('c')]: x[t('t')] = t('e') } = (t('obj'), {}));
x[t('l')] = t('right'); x[t('m')] += t('plus'); x[t('n')] ??= [t('n1')];
console.log(r.join());`,
  },
  "optional chains": {
    name: "chains.cjs",
    text: `let n = 0; const o = { a: [[1], { f() { return this === o.a[1] } }], none: null, g: () => (n++, o) };
console.log(o?.a?.[0]?.[0], o.none?.x.y.z[n++], o.none?.(n++), o.a?.[1].f(), (o?.a[1]).f(), o.g?.().a?.map((x) => x === o), delete o?.a[0], delete o.none?.x, o.q?.\u0061.b(n++), n);
for (const f of [() => o?.a.q.r, () => o.a?.[9].x, () => o.none?.x.y, () => o?.none.x, () => (o.none?.x).y]) try { console.log(f()) } catch (e) { console.log(e.message) }`,
  },
  "directive prologues": {
    name: "directives.cjs",
    text: `function a() { "use strict"; const x = [1]; return this === undefined && x }
function b() { 'not one'; 'use strict'; return [this === undefined] }
function c() { ('use strict'); return [this === undefined] }
const d = (x = [1]) => { return [x, (function () { return this === undefined })()] };
console.log(a(), b(), c(), d(), new Function("'use strict'; return [this === undefined]")(), eval("'use strict'; var e = [1]; e"), typeof e);`,
  },
  "the temporal dead zone": {
    name: "tdz.cjs",
    text: `for (const f of [() => { const a = [a]; }, () => { [b] = [1]; let b; }, () => { for (const c of [c]) ; }, () => { let [d = e, e] = []; },
  () => { new K(); class K extends [K][0] {} }, () => ((x = y, y = [1]) => x)(), () => { typeof g; let g = [1]; }, () => { h.push([1]); const h = []; },
  () => { switch (1) { case 0: let z = [1]; case 1: z } }]) try { console.log(f()) } catch (e) { console.log(e.name, e.message) }`,
  },
  "direct eval and new Function": {
    name: "eval.cjs",
    text: `var v = [1]; function f(a) { eval('var a2 = [a, arguments.length]; a = [9]'); return [a, a2, typeof b] }
console.log(f(1), eval('[v, [2]].map((x) => x.length)'), (0, eval)('typeof v'), new Function('a', 'b = [a]', 'return [a, b]')(1),
  eval('1;if(0){[2]}'), eval('{[3]}'), Function('return this')() === globalThis, new Function('return [1]').toString());
class A { x = [1]; g() { return eval('this.x.map((y) => [y, typeof super.toString])') } } console.log(JSON.stringify(new A().g()));`,
  },
  "a function's text compiled again elsewhere": {
    name: "text.cjs",
    text: `const { Worker } = require('node:worker_threads'), vm = require('node:vm');
function f(a) { const b = [a, ...[1]]; for (const [k, v] of new Map([[1, [2]]])) b.push(k, v); return b.map((x) => [x]); }
console.log(f.toString(), String((x) => [x]), String(class { a = [1] }), \`\${{ m() { return [1] } }.m}\`);
console.log(JSON.stringify([new Function('return ' + f)()(1), eval('(' + f + ')')(2), vm.runInNewContext('(' + f + ')(3)')]));
new Worker('console.log(JSON.stringify((' + f + ')(4)))', { eval: true });`,
  },
  "scopes of default parameters and class fields": {
    name: "scopes.cjs",
    text: `var x = [0]; function f(a = () => [x], b = (x = [1], a()), c = eval('[x]')) { var x = [2]; return [a(), b, c, x] }
class A { static y = [x, this.name]; [['z'][0]] = [this instanceof A, x]; w = (() => [this.z])(); static { this.v = [...this.y] } #p = [1]; get p() { return this.#p } static q = A.y?.length }
console.log(JSON.stringify([f(), A.y, new A(), A.v, new A().p, A.q]), f.length, ((a, b = [1], ...c) => 1).length);
console.log((function ([x], y) { arguments[1] = 5; return [x, y]; })([1], 2), (function (y, [x]) { y = 5; return [x, arguments[0]]; })(2, [1]));`,
  },
  "targets of destructuring": {
    name: "targets.cjs",
    text: `const o = { l: [1, 2], set s(v) { this.got = [v] } }; let a, b, r, i = 0;
[o.l[i++], o.l[i++] = [7]] = [[5]]; [a, , b = [3], ...[r, ...o.rest]] = [1, 2, undefined, 4, 5, 6]; ({ a: o.s, ...o.others } = { a: [1], z: [2] });
[[a], { b: [b] }] = [[[8]], { b: 'xy' }]; for ([o.k, ...o.m] of [[1, 2, 3]]) ; for (const { length, 0: first } of ['ab', [9]]) console.log(length, first);
console.log(JSON.stringify([o, a, b, r, i]), (([x, y] = [1, [2]], { z = [3] } = {}) => [x, y, z])());`,
  },
  "lines that begin with a parenthesis or a bracket": {
    name: "asi.cjs",
    text: `const a = [1]
;[2].forEach((x) => console.log(x))
let b = a
++b
console.log(b)
const f = () => [3]
;(f)()[0]
var c = f
(1)[0]
do ; while (false) [4].map(console.log)
if (a) ; else [5]
throw_: { break throw_ }
[6].length
console.log(c, a
/ 1 / 1)`,
  },
  "sloppy names": {
    name: "sloppy.cjs",
    text: `var let = [1], yield = [2], async = [3], await = [4], of = [5], get = [6], static = [7];
console.log(let.map((x) => x), yield[0], async[0], await, [...of], get, static);
var f = async => [async]; for (var of of [[8]]) console.log(of, f(let)); async = async.map((async) => [async]); console.log(async, arguments.length > 0);
with ({ q: [1, 2], push: 1 }) console.log(q.map((x) => x), typeof push);`,
  },
  "CRLF and a hashbang": {
    name: "hashbang.cjs",
    text: `#!/usr/bin/env node\r\n${CRLF}`,
  },
  "CRLF and a byte order mark": { name: "mark.cjs", text: `\ufeff${CRLF}` },
  "import.meta, top-level await and import attributes": {
    name: "meta.mjs",
    text: `import j from 'data:application/json,[1]' with { type: 'json' };
import { readFileSync as r } from 'node:fs';
const [a, ...b] = await Promise.all([1, [2]].map(async (x) => [x]));
export const c = [await import('data:text/javascript,export default [3]').then((m) => m.default)], d = () => [1];
console.log(j, a, b, c, typeof import.meta.url, import.meta.url.endsWith('meta.mjs'), Object.keys(await import('data:text/javascript,export const [e,...f]=[1,[2]]')), r.name, this);
for await (const x of [Promise.resolve([4])]) console.log(x);`,
  },
  "for await": {
    name: "for-await.cjs",
    text: `const r = []; async function* g() { try { yield [1, 2]; yield* [[3], [4, 5]]; yield [6] } finally { r.push('closed') } }
(async () => { for await (const [x, ...y] of g()) { r.push(x, y); if (x === 4) break } out: for await (const x of [[1], Promise.resolve([2])]) { for (;;) continue out }
 try { for await (const x of [Promise.reject(new Error('e'))]) ; } catch (e) { r.push(e.message) } console.log(JSON.stringify(r)) })();`,
  },
  "labelled loops": {
    name: "labels.cjs",
    text: `const r = []; a: for (const x of [1, 2, 3]) { b: for (let i = 0; ; i++) { const l = [x, i]; if (i > 1) continue a; if (x > 2) break a; switch (i) { case 1: continue b; default: r.push(l) } } }
c: for (const k in { p: [1], q: 2 }) { try { continue c } finally { r.push(k) } } d: { r.push([0]); break d } e: f: while (true) { do { break e } while ([1]) }
g: for (let i = 0, l = [1]; i < 2; i++, l = [i]) { r.push(l); continue g } console.log(JSON.stringify(r));`,
  },
  "generators that are abandoned": {
    name: "generators.cjs",
    text: `const r = []; function* g(n) { try { for (let i = 0; ; i++) { const x = yield [i]; if (x) r.push(x) } } finally { r.push(['end', n]) } }
for (const [x] of g(1)) if (x === 2) break; const [p, [q]] = g(2); const it = g(3); it.next(); it.next([7]); it.return([1]); const gone = g(4); gone.next();
try { for (const x of g(5)) throw new Error('out') } catch (e) { r.push(e.message) } function* d() { return yield* g(6) } for (const x of d()) { r.push(x); break }
console.log(JSON.stringify(r), p, q, it.next());`,
  },
  "super calls": {
    name: "super.cjs",
    text: `class A { constructor(...x) { this.x = [x, new.target.name] } f(...x) { return [this.x, x] } static s() { return [this.name] } get g() { return [1] } }
class B extends A { y = [super.g, this.x]; constructor(a) { const t = () => super(...[a, [2]]); t(); super.x2 = [3] } f() { return [super.f(...[1], 2), super['f']([4]).length] } static s() { return [...super.s(), 1] } }
class C extends Array { constructor(...x) { super(...x) } top() { return super.at(-1) } } const o = { __proto__: { m() { return [this === o] } }, m() { return super.m() } };
console.log(JSON.stringify([new B(1), new B(2).f(), B.s(), new C(1, [2]).top(), o.m()])); try { new (class extends A { constructor() { [this] } })() } catch (e) { console.log(e.message) }`,
  },
  "getters on an array's elements": {
    name: "getters.cjs",
    text: `let n = 0; const a = [1, 2]; Object.defineProperty(a, 1, { get() { n++; return [n] }, enumerable: true, configurable: true });
const [x, y] = a; for (const z of a) ; a.map((e) => e); [...a]; a[1]; a.indexOf(5); JSON.stringify(a); a.slice(); (() => 1)(...a); const c = [0].concat(a); String(a); a.includes(n);
const t = new Proxy([1, [2]], { get(o, k, p) { n += 100; return Reflect.get(o, k, p) } }); t.map((e) => e); const [u] = t; t.length; console.log(n, x, y, c.length, u);`,
  },
  "arrays with more properties": {
    name: "properties.cjs",
    text: `const a = Object.assign([1, 2], { unit: 'm', own: [3] }); a[-1] = [4]; a['01'] = 5; a[Symbol.for('s')] = [6]; a.length = 1; const m = /(?<y>a)(b)/d.exec('xab');
const k = []; for (const i in a) k.push(i); console.log(k, Reflect.ownKeys(a), a, a.own.map((x) => x), a.map((x) => x), { ...a }, m.index, m.groups.y, m.indices[1], Object.keys(m), ((s) => s.raw)\`\\x\`);`,
  },
  "new new X(1) and new (f())()": {
    name: "new.cjs",
    text: `function X(a) { this.a = a; return function Y(b) { this.b = [a, b, new.target === Y] } } const f = () => X, o = { p: { X, f: () => ({ X }) }, get q() { return X } };
console.log(JSON.stringify([new new X(1)(2), new (f())(3).name, new (new X(4))(5), new new o.p.X([6])([7]), new (o.p.f().X)(8).length, new o.q, new (class { a = [1] })().a, new Date(0).getTime(), new Array(3).length, new (Array.bind(null, 1, 2))(), new Map([[1, [2]]]).size]));
for (const g of [() => new (f)()(), () => new o.p.f(), () => new o.zz.X(1), () => new (o.zz)(1)]) try { console.log(typeof g()) } catch (e) { console.log(e.message) }`,
  },
  "names at the top": {
    name: "umd.cjs",
    text: `(function (root, factory) { if (typeof define === 'function' && define.amd) define([], factory); else if (typeof module === 'object' && module.exports) module.exports = factory(); else root.lib = factory() })(this, () => ({ l: [1] }));
const before = Object.getOwnPropertyNames(globalThis).sort().join(); var top1 = [1]; let top2 = [2]; function top3() { return [3] }
console.log(module.exports, typeof define, this === module.exports, before === Object.getOwnPropertyNames(globalThis).sort().join(), Object.keys(globalThis), typeof exports, arguments.length, eval('typeof top2'));
require('node:vm').runInThisContext('var shared = [1]; let lexical = [2]; function declared() { return [3] }'); console.log(typeof shared, typeof declared, eval('typeof lexical'), shared);`,
  },
  "natives that a script replaces": {
    name: "replaced.cjs",
    text: `let n = 0; const { map, push, [Symbol.iterator]: iterate } = Array.prototype, define = Object.defineProperty, apply = Reflect.apply;
Math.random = () => 4; Array.prototype.map = function (f) { n++; return apply(map, this, [f]) }; Array.prototype.push = function (...x) { n++; return apply(push, this, x) };
Object.defineProperty = function (...x) { n += 1000; return define(...x) }; Array.prototype[Symbol.iterator] = function () { n += 1e6; return apply(iterate, this, []) }; Array.isArray = () => (n += 1e9, false);
const a = [1, 2].map((x) => [x]); a.push([3]); const [b, ...c] = a; for (const [x] of a) ; console.log(Math.random(), a.length, b, c.length, n); Reflect.apply = JSON.parse = Object.keys = null; class M { d = [1]; add() { return new M() } } console.log(new M().add().d[0], new Map([[1, 2]]).size, n);`,
  },
  "methods of collections that a script replaces": {
    name: "collections.cjs",
    text: `let n = 0; const count = (P, k) => { const f = P[k]; P[k] = function (...x) { n++; return Reflect.apply(f, this, x) } };
for (const P of [Map, WeakMap, Set, WeakSet].map((x) => x.prototype)) for (const k of ['get', 'set', 'has', 'add', 'delete']) if (P[k]) count(P, k);
n = 0; class M { d = [1]; add() { return new M() } } for (let i = 0; i < 3; i++) new M().add().d[0]; const v = new Float64Array(3).subarray(1), [p, ...q] = v;
for (const [k, x] of new Map([[1, [2]]])) ; [..."ab"].map((x) => [x]); ((s) => s)\`a\`; Object.entries({ a: 1 }); JSON.stringify([[1]]); structuredClone([[1]]); eval('[1]'); new Function('return [1]')(); void new Error().stack;
console.log(n, v.length, p, q);`,
  },
  "subclasses of Array and Symbol.species": {
    name: "species.cjs",
    text: `class A extends Array { constructor(...x) { super(...x); this.made = true } sum() { return this.reduce((p, q) => p + q, 0) } } class B extends Array { static get [Symbol.species]() { return Array } }
class F extends Float64Array { double() { return this.map((x) => x * 2) } } const a = A.from([1, 2, 3]), b = B.of(1, 2), f = new F([1, 2]); let asked = 0; a.constructor = { get [Symbol.species]() { asked++; return B } };
console.log([a.map((x) => x), a.slice(), a.concat([4]), b.filter(Boolean), f.double(), f.subarray(1), a.toSorted(), A.of(1).flat(), a.splice(0, 1)].map((x) => [x.constructor.name, x.length, x.made]), a instanceof A, asked, A.of(1, 2).sum(), Array.isArray(a), new A(3).length);`,
  },
  "arrays of other realms": {
    name: "realms.cjs",
    text: `const vm = require('node:vm'), c = vm.createContext({ mine: [1], log: (x) => console.log(x instanceof Array, Array.isArray(x), x.length) });
const theirs = vm.runInContext('log([1, [2]]); log(mine); var t = [mine, [3]].map((x) => x); [t, new Float64Array(2), t instanceof Array, mine instanceof Array]', c);
const [t, f, ...r] = theirs; console.log(theirs instanceof Array, Array.isArray(theirs), f instanceof Float64Array, r, t.map((x) => x).constructor === Array, [].concat(t).length, [...t][1][0], JSON.stringify(t), c.t === t, vm.runInNewContext('Array') === Array);`,
  },
  "arrays made before the tracer": {
    name: "before.cjs",
    text: `const m = require('node:module'), found = [process.argv, process.execArgv, module.paths, module.children, m.builtinModules, require('node:os').cpus(), process.versions.node.split('.'), require.extensions, Object.keys(process.binding ? {} : {})];
console.log(found.map((x) => [Array.isArray(x), Array.isArray(x) ? x.map((y) => typeof y).every((y) => y === typeof x[0]) : Object.keys(x)]));
const [first, ...rest] = process.argv; for (const x of module.paths) void x; module.paths.push('/nowhere'); module.paths.length--; console.log(typeof first, rest.length > 0, m.builtinModules.includes('fs'), Object.isFrozen(process.argv), [...process.execArgv].length === process.execArgv.length);`,
  },
};
