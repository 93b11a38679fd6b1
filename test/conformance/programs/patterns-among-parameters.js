// Patterns inside of patterns among parameters, for all that keeps them from being taken apart in the body: two arrays a pair of
// lines, whose last use is there. Names, lengths and errors are the program's own.
let z;
const s0 = []; for (let i = 0; i < 2; i++) s0.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s0[i]; function g({ q: [x] }) { return arguments.length + x; } g({ q: a }); }
const s1 = []; for (let i = 0; i < 2; i++) s1.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s1[i]; function g({ q: [x] }, y = 1) { return x + y; } g({ q: a }); }
const s2 = []; for (let i = 0; i < 2; i++) s2.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s2[i]; const g = ({ q: [x] }, y = 1) => x + y; g({ q: a }); }
const s3 = []; for (let i = 0; i < 2; i++) s3.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s3[i]; const g = (y, { q: [x] } = { q: [0] }) => { return x + y; }; g(1, { q: a }); }
const s4 = []; for (let i = 0; i < 2; i++) s4.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s4[i]; const g = ({ q: [x] = [3] } = {}, y = x) => x + y; g({ q: a }); }
const s5 = []; for (let i = 0; i < 2; i++) s5.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s5[i]; const g = ({ q: [x] }, ...r) => x + r.length; g({ q: a }, 1, 2); }
const s6 = []; for (let i = 0; i < 2; i++) s6.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s6[i]; const g = ({ q: [x] }, y = () => r, ...r) => x + y().length + r.length; g({ q: a }, undefined, 2); }
const s8 = []; for (let i = 0; i < 2; i++) s8.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s8[i]; const g = (...[{ q: [x] }]) => x; g({ q: a }); }
const s9 = []; for (let i = 0; i < 2; i++) s9.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s9[i]; const g = (...[{ q: [x] }, y = 1, ...r]) => x + y + r.length; g({ q: a }, 1, 3, 4); }
const s10 = []; for (let i = 0; i < 2; i++) s10.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s10[i]; function* g({ q: [x] }) { yield x; } g({ q: a }).next(); }
const s11 = []; for (let i = 0; i < 2; i++) s11.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s11[i]; function* g({ get: [x] }, y = 1) { yield x; } g({ get get() { return a; } }).next(); }
const s12 = []; for (let i = 0; i < 2; i++) s12.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s12[i]; const g = ({ get: [x] }, y = 1) => x + y; g({ get get() { return a; } }); }
const s13 = []; for (let i = 0; i < 2; i++) s13.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s13[i]; function g({ get: [x] }) { return x + arguments.length; } g({ get get() { return a; } }); }
const s14 = []; for (let i = 0; i < 2; i++) s14.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s14[i]; var h = 1; function g({ q: [x], y = h }) { var h = 2; return x + y + h; } g({ q: a }); }
const s15 = []; for (let i = 0; i < 2; i++) s15.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s15[i]; var h = 1; const g = ({ q: [x], y = h }) => { var h = 2; return x + y + h; }; g({ q: a }); }
const s16 = []; for (let i = 0; i < 2; i++) s16.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s16[i]; function g({ q: [x] }) { function x() {} return x; } g({ q: a }); }
const s17 = []; for (let i = 0; i < 2; i++) s17.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s17[i]; function g({ q: [x] }, y = () => x) { var x = 5; return x + y(); } g({ q: a }); }
const s18 = []; for (let i = 0; i < 2; i++) s18.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s18[i]; async function g({ q: [x] }, y = 1) { return x + y; } g({ q: a }); }
const s19 = []; for (let i = 0; i < 2; i++) s19.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s19[i]; const c = { set v({ q: [x] }) { z = x + arguments.length; } }; c.v = { q: a }; }
const s20 = []; for (let i = 0; i < 2; i++) s20.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s20[i]; const c = { set v({ q: [x] } = { q: [1] }) { z = x; } }; c.v = { q: a }; }
const s21 = []; for (let i = 0; i < 2; i++) s21.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s21[i]; const c = { m({ q: [x] }, y = this) { return y === this; } }; c.m({ q: a }); }
const s22 = []; for (let i = 0; i < 2; i++) s22.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s22[i]; const C = class { constructor({ q: [x] }, y = 1) { this.x = x + y; } }; new C({ q: a }); }
const s23 = []; for (let i = 0; i < 2; i++) s23.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s23[i]; const g = ({ q: { q: [x] } }, y = 1) => x + y; g({ q: { q: a } }); }
const s24 = []; for (let i = 0; i < 2; i++) s24.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s24[i]; const g = ([{ q: [x] }], y = 1) => x + y; g([{ q: a }]); }
const s25 = []; for (let i = 0; i < 2; i++) s25.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s25[i]; const g = ([[x]], y = 1) => x + y; g([a]); }
const s26 = []; for (let i = 0; i < 2; i++) s26.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s26[i]; const g = ([[x], y = [x]], w = 1) => x + y[0] + w; g([a]); }
const s27 = []; for (let i = 0; i < 2; i++) s27.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s27[i]; const g = ({ q: [x, ...y] }, w = 1) => x + y.length + w; g({ q: a }); }
const s28 = []; for (let i = 0; i < 2; i++) s28.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s28[i]; const g = ({ q: [x], ...y }, w = 1) => x + w; g({ q: a, r: 1 }); }
const s29 = []; for (let i = 0; i < 2; i++) s29.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s29[i]; const g = ({ q: [[x]] }, w = 1) => x + w; g({ q: new Map([[a, 1]]).keys() }); }
const s30 = []; for (let i = 0; i < 2; i++) s30.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s30[i]; const g = (w = 1, { q: [x] }) => x + w; g(undefined, { q: a }); }
const s31 = []; for (let i = 0; i < 2; i++) s31.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s31[i]; const g = (w, v = 1, { q: [x] }, u = x) => x + w + u + v; g(1, undefined, { q: a }); }
const s32 = []; for (let i = 0; i < 2; i++) s32.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s32[i]; function g({ q: [x] }, y) { arguments[1] = 7; return y; } g({ q: a }, 1); }
const s33 = []; for (let i = 0; i < 2; i++) s33.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s33[i]; function g({ q: [x] }, y = arguments[0].q) { return y === x; } g({ q: a }); }
const s34 = []; for (let i = 0; i < 2; i++) s34.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s34[i]; const g = ({ q: [x] }, y = eval('1')) => x + y; g({ q: a }); }
const s35 = []; for (let i = 0; i < 2; i++) s35.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s35[i]; const g = ({ q: [x] }, arguments = 1) => x + arguments; g({ q: a }); }
const s36 = []; for (let i = 0; i < 2; i++) s36.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s36[i]; function g({ q: [x] }, arguments = 1) { return x + arguments; } g({ q: a }); }
const s37 = []; for (let i = 0; i < 2; i++) s37.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s37[i]; function g({ q: [x] }) { var arguments; return x; } g({ q: a }); }
const shapes = [
  ({ q: [x] }, y = 1) => x + y,
  ({ q: [x] }, w, y = 1, v) => x + y,
  (w, { q: [x] } = { q: [1] }) => x,
  ({ q: [x] }, ...r) => r,
  (...[{ q: [x] }]) => x,
  function* ({ q: [x] }, y) { yield x; },
  function ({ q: [x] }, y) { return [arguments.length, x, y]; },
];
console.log(shapes.map((f) => f.length + f.name).join());
const named = ({ q: [x] }, y = () => 1, w = class {}, ...r) => [y.name, w.name, r.length];
console.log(named({ q: [1] }).join(), named({ q: [1] }, 1, 2, 3, 4).join());
function kept({ q: [x] }, y) { y = 5; arguments[0] = 1; return [arguments[1], y, arguments.length, x].join(); }
console.log(kept({ q: [1] }, 2, 3));
