// A program that replaces natives, by the word that it is given.
const mode = process.argv[2];
const log = console.log.bind(console); const lines = [];
let depth = 0; const calls = {};
function wrap(o, k) { const d = Object.getOwnPropertyDescriptor(o, k); if (!d || typeof d.value !== 'function') return; const f = d.value; const n = String(k); const g = function (...a) { calls[n] = (calls[n] || 0) + 1; return Ref(f, this, a) }; defP(o, k, { ...d, value: g }) }
const Ref = Reflect.apply, defP = Object.defineProperty, own = Reflect.ownKeys;
function work() { const r = []; class Mat { constructor(r) { this.rows = r; this.data = new Float64Array(r) } add(o) { const m = new Mat(this.rows); for (let i = 0; i < 2; i++) m.data[i] = this.data[i] + o.data[i]; return m } mul() { } }
 const a = [1, 2, 3]; r.push(a.map(x => [x]), new Mat(2).add(new Mat(2)).data.length); const [x, ...y] = a; for (const [k, v] of Object.entries({ a: 1 })) r.push(k, v); for (const z of new Map([[1, [2]]])) r.push(z); r.push(JSON.parse('[[1]]'), 'a,b'.split(','), 'ab'.match(/a/), [...a, ...y], Math.max(...a), structuredClone([[1]]).length, x, new Float64Array(3).subarray(1).length, Array.from(a), ((...q) => q)(1, 2), ((p, ...q) => p.length + q.length)([1], a, [2]), `${[1, [2]]}`, a.x?.y, a.concat([4]).flat().length, [3, 1].sort(), new Set(a).size, function* () { yield* a }().next().value, (({ length }) => length)(a), new Uint8Array(new ArrayBuffer(4)).length, Promise.all([1]) instanceof Promise, a.reduce((p, q) => p + q, 0), Reflect.construct(Array, [1]).length, Buffer.from('a').length, a.slice().call?.(1), (function () { return arguments.length }).apply(null, [1, 2]), (() => [1]).call().length, String([1]), a.values().next().value, new Proxy([1], {})[0]); (a[0] ? a : y).map(x => x); [[1]][0].map(x => x); return JSON.stringify(r) }
try {
 if (mode === 'iter') { Array.prototype[Symbol.iterator] = function* () { for (let i = 0; i < this.length; i++) yield this[i] } }
 if (mode === 'iterbreak') { const o = Array.prototype[Symbol.iterator]; let n = 0; Array.prototype[Symbol.iterator] = function () { n++; return Ref(o, this, []) }; work(); log(n); }
 if (mode === 'next') { const p = Object.getPrototypeOf([].values()); const o = p.next; let n = 0; p.next = function () { n++; return Ref(o, this, []) }; work(); log(n) }
 if (mode === 'callapply') { Function.prototype.call = function (...a) { calls.call = (calls.call || 0) + 1; return Ref(this, a[0], a.slice(1)) }; Function.prototype.apply = function (t, a) { calls.apply = (calls.apply || 0) + 1; return Ref(this, t, a || []) } }
 if (mode === 'frozen') { for (const o of [Array.prototype, Object.prototype, Function.prototype, Object, Reflect, Array, globalThis.Map.prototype]) Object.freeze(o) }
 if (mode === 'species') { defP(Array, Symbol.species, { get() { calls.sp = (calls.sp || 0) + 1; return Array }, configurable: true }); }
 lines.push(work());
} catch (e) { lines.push('threw ' + e.message + e.stack) }
const sorted = []; for (const k in calls) if (Object.hasOwn ? true : 0) sorted[sorted.length] = k + calls[k];
log(mode, lines[0].slice(0, 900)); log(sorted + '');
