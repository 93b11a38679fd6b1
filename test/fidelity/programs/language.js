#!/usr/bin/env node
// Each line is a case: what it prints is what plain node prints.
var out = []; const log = (...a) => console.log(...a);
const T = (name, f) => { try { log(name, f()) } catch (e) { log(name, 'threw', e.name, e.message) } };
// sloppy names
var let_ = 1; T('let', () => { var let = [1]; let
;(let)[0] = 5; return [let] });
T('yield', () => { var yield = [1, 2]; return yield[0] + yield.length });
T('async', () => { var async = [1]; async = async.map(x => x); var f = async => [async]; return [async, f(1), async[0]] });
T('await', () => { var await = [2]; return await[0] });
T('of', () => { var of = [[1]], r = []; for (var [x] of of) r.push(x); for (let of of [1]) r.push(of); return r });
T('get', () => { const o = { get: [1], set: [2], static: [3], async: [4], get get() { return [5] }, set set(v) { }, async async() { }, *gen() { yield [1] }, await: [1] }; class C { get = [1]; set = [2]; static = [3]; async = [4]; static static() { return [1] } static get get() { return [2] } static async async() { return [3] } 'quoted'() { return [1] } 12() { return [2] } [`t${1}`] = [3] } return JSON.stringify([o, new C, C.static(), C.get]) });
T('with', () => Function('o', 'var r = []; with (o) { r.push(a[0], b()); a = [9]; r.push(...a.map(x => x)) } return r')({ a: [1], b() { return this === undefined ? 0 : [this.a] } }));
with ({ q: [1, 2], f() { return this.q.length }, push: 1 }) { log('with', q.map(x => x + 1), f(), q[0], [...q], typeof push) }
// ASI
var a1 = [1, 2]
;[1].forEach(x => log('asi', x))
var b1 = a1
+ 1
log(b1)
var c1 = a1
/ 2 / 1
log(c1)
let fnx = function () { return [1] }
log(fnx
()
[0])
var i = 1, j = 2
i
++j
log(i, j)
const tt = () => [1]
/* c */ log(tt())
do log('do') ; while (false) log('after do')
if (a1) ; else [1]
for (var z of [1]) ; 
label: for (var z of [1, 2]) { for (;;) { log('lab', z); continue label } }
blk: { if (a1.length) break blk; log('never') }
lab2: for (const x in { a: 1, b: 2 }) { switch (x) { case 'a': continue lab2; default: break lab2 } }
foo: bar: while (true) { break foo }
lab3: if (a1[0]) { break lab3 }
lab4: a1.map(x => x);
lab5: { [1].map(x => x); break lab5 }
switch ([1].length) { case a1[0]: let q1 = [3]; { log('sw', q1) } case 5: function inSwitch() { return [1] } default: q1 = [4]; log(q1, inSwitch()); break; case [1][0]: log('no') }
T('switch tdz', () => { switch (2) { case 1: let z = [1]; case 2: return z } });
// generators
T('gen', () => { const r = []; function* g() { try { const x = yield [1]; r.push(x); yield* [2, 3]; yield [4] } finally { r.push('fin') } } for (const x of g()) { r.push(x); if (x === 2) break } const it = g(); it.next(); r.push(it.return([5])); r.push(it.next()); const it2 = g(); it2.next(); try { it2.throw(new Error('e')) } catch (e) { r.push(e.message) } const [a, b] = g(); r.push(a, b); return JSON.stringify(r) });
T('class', () => { const r = []; class A { static #c = [0]; static { this.#c.push([1]); r.push(this.#c.length) } #x = [1]; get #y() { return [this.#x] } set #y(v) { this.#x = v } static #s() { return [2] } #m(...a) { return a.map(x => [x, this.#x]) } run() { this.#y = [3]; this.#x[0]++; this.#x.push(...A.#s()); return [this.#y, this.#m(1, 2), #x in this, this.#x?.length, this?.#x[0], this.#m?.(1)] } static get [Symbol.species]() { return A } static async = [1]; static get = () => [1]; accessor = [1]; static a1 = [this.async, A.name]; static f = function () { return [new.target] }; af = async () => [this.#x]; constructor(a = [1], { b = [2], ...c } = {}, [d, ...e] = [3, 4]) { r.push(a, b, c, d, e, new.target.name, arguments.length) } } class B extends A { z = super.run(); constructor() { const s = () => super([9]); s(); r.push(super.run !== undefined, super['run'].name) } get run2() { return super.run() } static st() { return super.f() } } const b = new B; r.push(b.z, b.run2, B.st(), new A.f); return JSON.stringify(r) });
T('newtarget', () => { function F(x) { if (!new.target) return new F(x); this.t = new.target === F; this.x = [x] } return JSON.stringify([F(1), new F(2), Reflect.construct(F, [3], Array) instanceof Array, new new Function('this.a=[1]'), new (class { constructor() { return [1] } }), new (F.bind(null, [5]))]) });
T('newnew', () => { function X(a) { this.a = a; return function Y(b) { this.b = [a, b] } } const o = { X, p: { X } }; return JSON.stringify([new new X(1)(2), new (X(1))(3), new o.X(1), new new o.p.X([1])([2]), new (o.p.X)(5).name, new o['p']['X'], new X, new (o.p.X)]) });
T('params', () => { const r = []; function f(a, b = a, c = () => [a, b], d = (a = 5, [a])) { var a; r.push(a); a = 7; r.push(a, b, c(), d); function b2() { } } f(1); f(1, 2); function g(a, b = () => a) { var a = 2; return [a, b()] } r.push(g(1)); function h(a, a2) { arguments[0] = [9]; a2 = [8]; return [a, arguments[1], arguments.length] } r.push(h(1, 2), h(1)); function s(a) { 'use strict'; arguments[0] = [9]; return [a] } r.push(s(1)); function p([a, b] = [1, 2], { c, d: [e] = [3] } = {}, ...[f1, ...g1]) { return [a, b, c, e, f1, g1, p.length, arguments.length] } r.push(p(), p([5], { c: 1, d: [2] }, 3, 4, 5)); function arr([x]) { arguments[0] = [3]; return [x, arguments[0]] } r.push(arr([1])); var sh = function sh(x) { var sh = [1]; return sh }; r.push(sh(1)); function ff(f) { return f; function f() { return [1] } } r.push(ff(1)()); function v([x]) { var x; return x } r.push(v([1])); r.push((([a], b) => { var a; return [a, b] })([1], 2)); function len([a], { b }, c = 1, d) { } r.push(len.length); return JSON.stringify(r) });
T('destructuring order', () => { const r = []; const t = n => (r.push(n), n); const src = { get a() { r.push('get a'); return undefined }, get b() { r.push('get b'); return [1, undefined] } }; const o = {}; ({ [t('a')]: o[t('x')] = t('da'), [t('b')]: [o[t('y')], o[t('z')] = t('dz')] = t('db') } = src); const { [t('a')]: x = t('dx'), b: [y = t(1), z = t(2), ...w] } = src;[o.p, o.q = t('q'), ...o.r] = [1];[o.p, o.q] = [o.q, o.p]; let m, n;[m, n = m] = [1];[m, [n]] = [n, [m]]; for ([o.k, o.v] of Object.entries({ a: 1 })) r.push(o.k); for ({ length: o.len } of ['abc', [1, 2]]) r.push(o.len); return JSON.stringify([r, o, x, y, z, w, m, n]) });
T('computed order', () => { const r = []; const t = n => (r.push(n), n); const o = { [t('a')]: t(1), [t('b')]() { return [1] }, get [t('c')]() { return t(3) }, ...(t('s'), { z: [1] }), [t('d')]: [t('e'), [t('f')]] }; class C { [t('k1')] = t('v1'); static [t('k2')] = t('v2'); [t('k3')]() { } static [t('k4')] = [t('v4')] } r.push('n'); new C; t('o')[t('p')] ?? 1; const arr = []; arr[t(0)] = (t('r'), [arr.length]); (t('l'), arr)[t(1)] = t('rr'); arr[t(2)] ??= [t('q')]; arr[t(2)] ??= [t('notq')]; arr[t(0)][t(0)] += t(5); arr[t(0)][0]++; delete arr[t(1)]; return JSON.stringify([r, arr, o]) });
T('exp', () => { let a = [2]; a[0] **= 3; return [a[0] ** 2, (-a[0]) ** 2, 2 ** a[0] ** 0, [..."ab"].length ** 2] });
T('for in head', () => { const o = { a: [1] }, r = []; for (var x = ("a" in o) ? 1 : 2; x < 2; x++) r.push(x); for (let k = ('a' in o, [1, 2]).length; k--;) r.push(k); for (const k in o) r.push(k, o[k]); for (var y = [1].length, z = (0, 'a' in o); y--;) r.push(z); for (o.z in [5, 6]) r.push(o.z); for (let i = [0], n = () => i; i[0] < 2; i = [i[0] + 1]) r.push(n()[0]); for (var k of ([1], [2])); for (var [p, q] in { ab: 1 }) r.push(p, q);  return JSON.stringify([r, k]) });
for (var iv = [1] in {}); log(iv);
T('comma', () => [(1, [2]), ((a1, [3]), (() => ({ a: [1] }))()), (() => [1, 2])(), (() => ([1], [2]))(), ((x) => x, [5])]);
T('arrow obj', () => JSON.stringify([(() => ({}))(), (a => ({ a }))([1]), (a => b => [a, b])(1)(2), (async () => ({ a: [1] }))() instanceof Promise, ((...a) => a)(1, 2), (({ a }) => ({ a }))({ a: [1] })]));
x = 1 <!-- html comment [1,
--> another [2
log('html', x);
T('num', () => [1_000, 0x1_0, 1_0n, .5.toFixed(1), 1..toString(), 1.0.toFixed(), [1][0].toFixed(1)].map(String));
T('regex', () => { const r = []; if (a1[0]) /x/.test('x') && r.push(1); r.push([1, 4][1] / 2 / [1][0]); r.push((a1)/2/1, a1.length/1/1, {}/1/1, `a`/1/1); return r });
T('eval completion', () => [eval('[1,2]').length, eval('1;if(0){2}'), eval('var q = [1]; q.map(x=>x+1)'), eval('do{3}while(0)'), eval('{[1]}'), eval(''), eval('"use strict"; this === undefined'), eval('"abc"'), eval('"use strict"'), eval('let zz=[5]; zz'), eval('function ff(){return [1]} ff()'), eval('({a:[1]})').a, eval('for (var k of [1,2]) k'), eval('x=>[x]')(3), eval(5), eval([1]), eval('try{[1].length}finally{2}'), eval('switch(1){case 1: "sw"}'), eval('lab: for (const x of [7]) { x; }'), eval("a1[0]"), eval("var i9=0; for(const x of [1,2]) a1[0]"), eval('while(false);'), eval('[1].length; for (const x in {}) {}') ].map(x => String(x)));
T('eval scope', () => { var a = [1]; eval('var nw = [2]; a = [3]; function hoisted() { return [nw] }'); const sf = () => { 'use strict'; eval('var inner = [1]'); return typeof inner }; return JSON.stringify([a, nw, hoisted(), sf(), (0, eval)('typeof a'), eval('arguments.length'), (function () { return eval('new.target') })(), typeof inEval9]) });
T('eval throws', () => { try { eval('[1].foo()') } catch (e) { return [e.message, e.name] } });
T('eval syntax', () => { try { eval('let let = 1 [') } catch (e) { return [e.message, e.name] } });
T('Function', () => [new Function('a', 'b', 'return [a, b].length')(1, 2), Function('return this')() === globalThis, new Function('...a', 'return a')(1, 2), new Function('{a, b = [1]}', 'return [a, b].flat()')({ a: 1 }), new Function().toString(), new Function('a,b', 'c', 'return [a]').toString(), Function('return function(){ return [1] }')().toString(), new Function('a', '"use strict"; return [this]')()[0], Function('/*', '*/){return [1]').toString(), new (Object.getPrototypeOf(async function () { }).constructor)('return [1]') + '', new Function('return arguments')(1, 2).length, new Function('return [1] // c')().length, new Function('a = [1]', 'return a')().length, Function.prototype.constructor('return [1]')()]);
T('Function bad', () => { const r = []; for (const a of [['}); [1'], ['a', 'return ['], ['a b', '1'], [Symbol.iterator]]) try { new Function(...a); r.push('ok') } catch (e) { r.push(e.name + e.message) } return r });
T('Function ctx', () => { const o = { toString() { out.push('s'); return 'return [1]' } }; return [new Function(o)(), out.length, new Function(['a', 'b'], 'return [a,b]')(1, 2)] });
var proto = {}; T('callthis', () => { const o = { a: { f() { return this === o.a }, g: { h() { return this === o.a.g } } }, ['k' + 1]() { return this === o } }; return [o.a.f(), (o.a.f)(), (0, o.a.f)(), o.a.g.h(), o['k1'](), o?.a.f(), o.a?.f?.(), (o?.a).f(), (o?.a.f)(), o.a['f'](), `${o.a.f()}`, o.a.f`x`, (o.a.f)`x`, delete o?.a.g, o.a.g === undefined, delete o?.zz?.y, delete o.a?.f, o.zz?.[a1.push(5)], a1.length] });
T('getters once', () => { let n = 0; const o = { get a() { n++; return { get b() { n += 10; return { c: x => [x] } }, arr: [[1]] } } }; o.a.b.c(1); o.a.arr.map(x => x); o.a.arr[0][0]++; o.a.arr[0].length += 1; o.a.arr.x = function () { }; [o.a.arr[0]] = [1]; o.a?.b?.c?.(2); o.a.arr[0] ??= [1]; for (o.a.arr[0] of [1, 2]); delete o.a.arr[0]; `${o.a.arr}`; o.a.arr == o.a.arr; 'x' in o.a.arr; ({ x: o.a.y } = {}); return n });
T('proxy traps', () => { const lg = []; const h = new Proxy({}, { get(_, k) { lg.push(k); } }); const p = new Proxy([1, [2]], h), ob = new Proxy({ x: 1 }, h), fnp = new Proxy(function () { return [1] }, h); p.map(x => x); p[0]; p.length; [...p]; const [a] = p; p.push(1); Array.isArray(p); ob.x; ob.y = [1]; fnp(p); new fnp(p); p.concat(p); const { length } = p; for (const x of p); JSON.stringify(p); 'a' in p; p == p; `${p}`; p instanceof Array; (x => x)(p); Object.keys(ob); fnp.call(1); typeof fnp.name; [1].concat(p); Math.max(...p); new Array(p); Array.from(p); p?.[0]; [p].flat(); return lg.join().replace(/Symbol\([^)]*\)/g, 's') });
T('revoked', () => { const { proxy: p, revoke } = Proxy.revocable([1], {}); const { proxy: q, revoke: r2 } = Proxy.revocable(function () { }, {}); revoke(); r2(); const r = []; for (const f of [() => [p].length, () => p[0], () => p.length, () => typeof p, () => (x => 1)(p), () => { const [a] = p }, () => [...p], () => Array.isArray(p), () => [p] == p, () => Math.max(p), () => q(), () => new q, () => p.map(1), () => { for (const x of p); }, () => Object.keys(p), () => ({ p }).p === p, () => new Map([[1, p]]).get(1) === p, () => Promise.resolve(1), () => [[p]].flat()[0] === p, () => q.call(1), () => p.x(), () => new (() => p), () => (() => p)(), () => `${p}`, () => p + '', () => [p].concat([p]), () => [p].map(x => x)[0] === p, () => { var { a } = p }, () => Array.from({ length: 1, 0: p }), () => Object.entries({ p }).length, () => structuredClone(p), () => new class { constructor() { return p } }().x]) try { r.push(f()) } catch (e) { r.push(e.message) } return r.map(x => typeof x === 'object' ? 'obj' : String(x)).join('|') });
var ks = []; for (const k in globalThis) ks.push(k); log(ks.join());
log(this === module.exports, typeof arguments, arguments.length);
T('delete', () => { const o = { a: [1] }; return [delete o.a[0], delete o['a'], delete o.q?.r, delete (o.a), o] });
T('tagged', () => { const r = []; const t = (s, ...v) => (r.push(s.raw.join('|'), v, Object.isFrozen(s)), t); t`a${1}b`; t`\u{41}${[1]}``x`; const o = { t(s) { return [this === o, s[0]] } }; r.push(o.t`q`, o['t']`z`, (() => o)().t`y`); const f = () => t`same`; function tt(s) { return s } const g = () => tt`x`; r.push(g() === g()); t`\unicode`; return JSON.stringify(r) });
T('chains', () => { const o = { a: [1, [2]], f: null, g: () => o }; return JSON.stringify([o?.a?.[1]?.[0], o.f?.x.y.z, o.f?.(1)?.[2], o.g?.().a?.map(x => x), o?.['a']['length'], o.x?.[o.a.push(9)], o.a?.at?.(-1), (o.f?.a).b]) });
T('logical', () => { const o = { a: null, n: [1] }; o.a ??= [1]; o.a ||= [2]; o.a &&= [3]; o.n[0] &&= 5; let x; x ??= [1]; x ||= [2]; const f = (x ??= 1, x &&= () => [1]); return JSON.stringify([o, f(), f.name]) });
T('names', () => { const f = () => [1], g = function () { }, h = class { }, { i = () => { }, j: k = class { } } = {}, [l = () => [2]] = []; let m; m = () => { }; const o = { n: () => { }, ['p' + 1]: () => [1], q: class { }, 'r s': function () { }, [Symbol('t')]: () => { } }; o.u = () => { }; (m) = () => { }; let v; [v = () => { }] = []; class C { w = () => [1]; static x = class { }; #y = () => { }; ny() { return this.#y.name } } const z = (() => { }), aa = (0, () => { }); var bb = bb || function () { }; const cc = true ? () => { } : 0; return [f, g, h, i, k, l, m, o.n, o.p1, o.q, o['r s'], o[Object.getOwnPropertySymbols(o)[0]], o.u, v, new C().w, C.x, z, aa, bb, cc].map(x => x.name).join() + new C().ny() });
T('catch', () => { const r = []; try { throw [1, [2]] } catch ([a, [b]]) { r.push(a, b) } try { throw { x: [1] } } catch ({ x: [y], z = [3] }) { r.push(y, z) } try { throw 1 } catch { r.push([2]) } try { r.push(1); throw new Error } catch (e) { var e = [5]; r.push(e) } finally { r.push([6]) } r.push((() => { try { return [1] } finally { r.push('f') } })(), (() => { for (const x of [1, 2]) try { continue } finally { r.push(x) } return [3] })(), (() => { l: try { return 1 } finally { break l } return [2] })()); return JSON.stringify(r) });
T('accessors', () => { const o = { _v: [1], get v() { return this._v }, set v([a, b = 2]) { this._v = [a, b] } }; o.v = [5]; o.v[0]++; o.v = o.v; const d = Object.getOwnPropertyDescriptor(o, 'v'); return JSON.stringify([o.v, d.get.name, d.set.name, d.set.length]) });
T('spread', () => { const r = [...[1], ...new Set([2]), ...'ab', ...new Map([[1, [2]]]), ...(function* () { yield [1] })(), , ...[, 1]]; return JSON.stringify([r, { ...[1, 2], ...'x', ...null, ...{ a: [1] } }, Math.max(...[1, 2], ...[3]), new Date(...[2020, 1]).getFullYear(), String.raw({ raw: ['a', 'b'] }, ...[1])]) });
T('strict this', () => { function f() { return typeof this } function g() { 'use strict'; return typeof this } function h() { "use strict"
return [this] } return [f.call(1), g.call(1), f(), g(), h.call(5), (function () { 'not strict'; 'use strict'; return this })(), (function () { ('use strict'); return typeof this })()] });
T('dup', () => { function f(a, a) { return [a] } return f(1, 2) });
T('octal', () => [010, '\101', 0o10]);
T('del var', () => { zzz = [1]; return [delete globalThis.zzz, typeof zzz] });
T('typeof undecl', () => [typeof undeclared, typeof undeclared?.x, (() => { try { undeclared[0] } catch (e) { return e.message } })(), (() => { try { undeclared.map(x => x) } catch (e) { return e.message } })(), (() => { try { undeclared2 = undeclared3[0] } catch (e) { return e.message } })()]);
function fnDecl() { return typeof inner; { function inner() { return [1] } } } log(fnDecl());
T('fn in block', () => { const r = [typeof fb]; { r.push(typeof fb); function fb() { return [1] } } r.push(typeof fb, fb()); if (true) function fi() { return [2] } r.push(fi()); return r });
T('arguments', () => { function f() { const a = [...arguments]; arguments.length = 1; return [a, Array.prototype.slice.call(arguments), [].concat(...arguments), (() => arguments[0])()] } return JSON.stringify(f([1], 2)) });
T('coercion', () => [[1] + 1, [1, 2] + '', +[5], [2] * [3], [] == '', `${[1, [2, 3]]}`, [1] < [2], String([1]), [1] == 1, isNaN([1, 2]), [3] > 2, -[1], ~[1], ![], [1] + [2], ({})[[1]], { '1': 5 }[[1]], parseInt([12])]);
T('valueOf', () => { const r = []; const o = { valueOf() { r.push('v'); return 1 }, toString() { r.push('s'); return 'x' }, [Symbol.toPrimitive](h) { r.push(h); return 2 } }; const a = Object.assign([1], { toString() { r.push('at'); return 'q' }, valueOf() { r.push('av'); return 3 } }); `${o}`; o + ''; o * 1; a + ''; `${a}`; a * 1; a < 2; [a] + ''; ({ [a]: 1 }); 'x'[a]; return r.join() });
T('symbol protos', () => { class A extends Array { static get [Symbol.species]() { return Array } get [Symbol.isConcatSpreadable]() { return false } constructor(...x) { super(...x); this.extra = [1] } } const a = A.from([1, 2]); const b = a.map(x => x); return JSON.stringify([a.constructor.name, b.constructor.name, [].concat(a).length, Object.keys(a), new A(3).length, A.of(7)[0]]) });
Promise.resolve().then(async () => { const r = []; for await (const [x, ...y] of (async function* () { yield [1, 2]; yield* [[3], [4, 5]] })()) r.push(x, y); for await (const x of [Promise.resolve([1])]) r.push(x); const f = async ([a], b = await0()) => [a, b]; function await0() { return [1] } r.push(await f([1]), await Promise.all([f([1]), 2]), await (async () => { try { return await Promise.reject([1]) } catch ([e]) { return e } })()); const thenable = { then(r) { r([7]) } }; r.push(await thenable); r.push(await Promise.allSettled([Promise.reject([1])])); r.push((await [1, 2]).length, [await 1, await [2]], `${await [3]}`, { a: await [4] }, await (await (async () => async () => [5])())()); async function* ag() { try { const x = yield [1]; r.push(x); yield await [2] } finally { r.push('fin') } } const g = ag(); r.push(await g.next(), await g.next([9]), await g.return([3])); log(JSON.stringify(r)) }).catch(e => log('async', e.stack));
