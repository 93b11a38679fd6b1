// Patterns with defaults and patterns inside of patterns, among parameters and elsewhere, that meet what they cannot take
// apart: what V8 says of it.
function T(f, ...given) {
  try {
    f(...given);
  } catch (error) {
    console.log(error.message);
  }
}
const shapes = [
  ({ q: [x] }, y = 1) => x + y,
  ({ q: [x] }, w, y = 1, v) => x + y,
  (w, { q: [x] } = { q: [1] }) => x,
  ({ q: [x] }, ...r) => r,
  (...[{ q: [x] }]) => x,
  function* ({ q: [x] }, y) { yield x; },
  function ({ q: [x] }, y) { return [arguments.length, x, y]; },
];
for (const bad of [undefined, null, 1, {}, { q: null }, { q: 1 }]) {
  for (const f of shapes) {
    try {
      f(bad);
    } catch (error) {
      console.log(error.message);
    }
  }
}
try { ((x = y, { q: [y] }) => x)(undefined, { q: [1] }); } catch (error) { console.log(error.message); }


let v0 = {}, h = 7, x, z;
const n = null, g = () => [];
for (const w of [undefined, null, 1, {}, { q: 1 }, { q: null }]) {
  T(([x]=h)=>x,w); T(([x]=v0)=>x,w); T(([x]=[1])=>x,w); T(([x]=()=>1)=>x,w); T(([x]=h.y)=>x,w); T(([x]=T())=>x,w);
  T(({q}=h)=>q,w); T(({q}=v0)=>q,w); T(({q}={})=>q,w); T(({q}=()=>1)=>q,w); T(({q}=h.y)=>q,w);T(({q}=T(()=>1))=>q,w); T(({q}=[1])=>q,w);  T(({q}=class{})=>q,w); T(({q}=1)=>q,w);
  T(({q:[x]}=h)=>q,w); T(({q:[x]}=v0)=>q,w); T(({q:[x]}={})=>q,w); T(({q:[x]}=()=>1)=>q,w); T(({q:[x]}=h.y)=>q,w);T(({q:[x]}=T(()=>1))=>q,w); T(({q:[x]}=[1])=>q,w);  T(({q:[x]}=class{})=>q,w); T(({q:[x]}=1)=>q,w); T(({q:[x]}={q:[1]})=>q,w);T(({q:[x]}={...h})=>q,w);T(({q:[x]}={q:h})=>q,w);
  T(({ q: [{ a }] = [2] }) => a, { q: w });
  T(({ q: [{ a: [x] }] = v0 }) => x, { q: w });
  T(({ q: [{ a: { x } }] = v0 }) => x, { q: w });
  T(({ q: [[x]] = g() }) => x, { q: w });
  T(([[x]] = g()) => x, w);
  T(([{ a }] = g()) => x, w);
  T(([{ a: [x] }] = h) => x, w);
  T(({ q: { q: { a: [x] } } = h }) => x, { q: w });
  T(({ q: { q: { a } } = h }) => a, { q: w });
  T(({ q: { a } }) => a, w);
  T(({ q: { a } } = h) => a, w);
  T(({ q: { a: [x] } } = h) => a, w);
  T(({ q: { q: [v0, ...[v1]] } = [2] }) => v0, { q: w });
  T(({ q: { q: [v0, ...v1] } = [2] }) => v0, { q: w });
  T(function ([{ q: [v0, v1], ...v2 } = w, v3]) { function v3() {} }, [w]);
  T(({ q: { q: [v0, ...v1] } = [2], r: z = [] }) => v0, { q: w });
  T(([{ q: { x }, ...v2 } = [], v3]) => 0, [w]);
}
for (const q of [undefined, null]) {
  T(({ q: { q: x } = [2] }) => x, q);
  T(({ q: { x } = v0 }) => x, q);
  T(({ q: x = v0 }) => x, q);
  T(({ q: [x] = v0 }) => x, q);
  T(({ q: [x] = [2] }) => x, q);
  T(({ q: [x] = [] , y}) => x, q);
  T(({ q: [x] = [] , y} = q) => x, q);
  T(({ q: x = [] , y} = q) => x, q);
  T(function ({ q: [x] = [] , y}) { function x() {} }, q);
  T(() => { const { q: [x] = [] } = q; });
  T(() => { const { q: {x} = v0 } = q; });
  T(() => { let x; ({ q: {x} = v0 } = q); });
  T(() => { let x; ({ q: [x] } = q); });
  T(() => { let x; ({ x } = v0.q); });
  T(() => { let x, f = () => q; ({ x } = f()); });
  T(() => { let x, f = () => q; ({ x: [x] } = f()); });
  T(() => { let x, f = () => q; ([{ x: [x] }] = f()); });
}
{
  const q = null, g = () => [];
  v0 = [];
  T(({ q: { q: x } = v0 }) => x, q);
  T(({ q: { q: x } = g() }) => x, q);
  T(({ q: { q: x } = v0.y }) => x, q);
  T(({ q: x = v0 }) => x, q);
  T(({ q: x = g() }) => x, q);
  T(({ q: x = [1] }) => x, q);
  T(({ q: [x] = v0 }) => x, q);
  T(({ q: [x] = [2] }) => x, q);
  T(({ q: [x] = g() , y}) => x, q);
  T(({ q: [x] = g() , y} = v0) => x, q);
  T(({ q: {x} = g() , y} = v0) => x, q);
  T(({ q: {x} = g() , y} = g()) => x, q);
  T(() => { const { q: { q: x } = v0 } = q; });
  T(() => { const { q: { q: x } = g() } = q; });
  T(() => { const { q: { q: x } = g() } = g.q; });
  T(() => { const { q: x = g() } = g.q; });
  T(() => { const { q: [x] = g() } = g.q; });
  T(() => { const { q: [x] = v0 } = g.q; });
  T(() => { ({ q: [x] = v0 } = g.q); });
  T(() => { ({ q: { x } = v0 } = g.q); });
  T(() => { ({ q: { x } = [1], y: z } = g.q); });
  T(() => { ({ q: { x } , y: [x] = g() } = g.q); });
  T(({ q: {x}, y: [z] = g() }) => x, q);
  T(({ q: {x}, y: [z] = [1] }) => x, q);
}
{
  let x = {};
for (const d of [{}, { z: null }, { z: 1 }]) {
T(({ z: [w] = { a: 1 } }) => w, d); T(({ z: [w] = () => 1 }) => w, d); T(({ z: [w] = class {} }) => w, d); T(({ z: [w] = function () {} }) => w, d); T(({ z: [w] = 1 }) => w, d); T(({ z: [w] = `${x}` }) => w, d); T(({ z: [w] = new Map }) => w, d); T(({ z: [w] = x + 1 }) => w, d); T(({ z: [w] = x ? 1 : 2 }) => w, d); T(({ z: [w] = null }) => w, d); T(({ z: [w] = x.y }) => w, d);  T(({ z: [w] = -x }) => w, d); T(({ z: [w] = x ?? 1 }) => w, d); T(({ z: [w] = this }) => w, d); T(({ z: [w] = new x() }) => w, d); T(({ z: [w] = "s" }) => w, d);  T(({ z: [w] = /a/ }) => w, d);
}
T(() => ({ a: 1 })()); T(() => ({ a: 1 }).b()); T(() => new ({ a: T })()); T(() => x.y({ a: 1 })); T(() => [...{ a: 1 }]); T(() => { for (const z of { a: 1, b: x }) ; }); T(() => x[{ a: 1 }]()); T(() => { const [z] = { a: 1 }; }); T(() => { const { z: {w} } = { a: 1 }; });T(() => Math.max(...{ a: 1, b: T }));
T(() => { const { z: {w} = {a: 1, b: x}} = { z: null }; });  T(() => { const { z: [w] = {a: 1, b: x}} = { z: null }; }); T(() => { const { z: [w]} = [{ z: null }]; }); T(() => { const { z: [w]} = [1, "a", x, { a: x, T, 1: 2 }]; });
}
