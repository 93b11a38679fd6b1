// Literals whose elements read arrays: uses merged within them, ticks of getters and coercions in between, ways out.
const out = [];
const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const scale = (a, k) => [a[0] * k, a[1] * k, a[2] * k, a[3]];
function twice(o, v) {
  const p = [v[0], v[1], v[2]];
  o.x = [p[0] * 2, p[1] * 2, v[0] + v[1] + v[2]];
  return p[0] > 1 ? [p[0], p[1], o.x[0]] : p[0] + p[1] + p[2] + v[2];
}
function keyed(a, b) {
  a[[b[0], b[1]].length] = [a[0], a[1], b[2]];
  return a[0] + a[1] + a[2] + b[0] + b[1] + b[2] + a[[1][0]];
}
function branches(a, k) {
  const b = k > 1 && [a[0], a[1]];
  const c = a[0] + a[1] + a[2];
  return k > 2 ? [a[2], a[1], c] : b ? a[0] + a[1] + b[0] : [c];
}
function cases(a, k) {
  switch (k) {
    case 0:
      a[0] = [a[1], a[2]].length;
    case 1:
      return a[0] + a[1] + a[2];
    default:
      return [a[0], [a[1], [a[2], a[3]]], a[0]];
  }
}
let x = [1, 2, 3];
for (let i = 0; i < 5; i++) x = add(x, scale([i, i, i, 1], 0.5));
out.push(x);
for (let i = 0; i < 4; i++) out.push(twice({}, [i, 1, 2]), keyed([1, 2, 3, 4], [i, i, i]), branches([1, 2, 3], i), cases([1, 2, 3, 4], i));

// A getter makes an array between two uses that are one, and what follows throws.
class Point {
  constructor(list) {
    this.list = list;
  }
  get sum() {
    return [this.list[0], 1].length;
  }
  get thrown() {
    throw new Error([1, 2].join());
  }
  valueOf() {
    return [3][0];
  }
}
const read = (a, p) => [a[0], p.sum, a[1], a[2], a[0]];
const left = (a, p) => [a[0], a[1], p.sum, a[1], a[2], a[0], p.thrown, a[2]];
const added = (a, p) => [a[0] + p, a[1] + p, a[2] + p, a[0]];
const both = (a, p) => { const q = [a[0], p.sum, a[1]]; const r = a[0] + a[1] + p.sum + a[2]; return [q[0], q[1], r, a[0], p.thrown, a[1]]; };
for (let i = 0; i < 3; i++) {
  const a = [i, i, i];
  const p = new Point([i]);
  out.push(read(a, p), added(a, p));
  for (const f of [left, both]) {
    try {
      f([i, 2, 3], p);
    } catch (error) {
      out.push(error.message);
    }
    const later = [4, 5];
    out.push(later[0]);
  }
}
// The getter makes one at the very line that made what is read before it and after it.
const make = (i) => [i, i + 1, i + 2];
class Maker {
  get made() {
    return make(7)[0];
  }
}
const within = (x, p) => [x[0], x[1], p.made, x[2], x[0]];
const thrown = (x, p) => [x[0], x[1], p.made, x[2], x[0], p.thrown];
const beforeOne = (x, p) => { const s = x[0] + p.made + x[1] + x[2]; return [s, s + 1, s * 2]; };
const between = (x, p) => { const q = [x[0], p.made, x[1], x[2]]; return [q[0], q[1]]; };
out.push(within(make(1), new Maker()));
const other = (i) => [i, i + 1, i + 2];
class Other {
  get made() {
    return other(7)[0];
  }
}
out.push(beforeOne(other(1), new Other()));
const third = (i) => [i, i + 1, i + 2];
class Third {
  get made() {
    return third(7)[0];
  }
  get thrown() {
    throw new Error("thrown");
  }
}
try {
  thrown(third(1), new Third());
} catch (error) {
  out.push(error.message);
}
const fourth = (i) => [i, i + 1, i + 2];
class Fourth {
  get made() {
    return fourth(7)[0];
  }
}
out.push(between(fourth(1), new Fourth()));
console.log(JSON.stringify(out));
