// Bodies that read the same names again and again, with something that makes arrays hidden in between.
function compose(out, q, s) {
  const x = q[0], y = q[1], z = q[2];
  const xx = x * x, yy = y * y;
  out[0] = (1 - yy) * s[0];
  out[1] = xx * s[1];
  out[2] = z * s[2];
  return out;
}
const out = [0, 0, 0];
for (let i = 0; i < 3; i++) compose(out, [i, 1, 2], [1, 2, 3]);
console.log(out.join());

// A getter among the elements makes an array of the same line, and the list is read after it.
const make = (i) => [i, 2, 3, 4, 5];
function readsBehindGetter(list, extra) {
  let sum = list[0] + list[1];
  sum += list[2] + extra[0];
  return sum + list[3] + list[4];
}
for (let i = 0; i < 3; i++) {
  const list = make(i);
  Object.defineProperty(list, 2, { get: () => make(i)[0] });
  console.log(readsBehindGetter(list, [i]));
}

// A coercion makes one, and then something throws.
function throwsBehindCoercion(list, weight) {
  const first = list[0] + list[1] + list[2];
  const scaled = first * weight;
  if (list[1] + scaled > 20) throw { message: "too much" };
  return scaled + list[3] + list[0];
}
const again = (i) => [i, 2, 3, 4];
for (const size of [1, 2, 3]) {
  const weight = { valueOf: () => again(size)[0] };
  try {
    console.log(throwsBehindCoercion(again(size), weight));
  } catch ({ message }) {
    console.log("thrown", message);
  }
}

// Branches, early ends and names of the body's own.
const pick = (list, i) => (i > 0 ? list[i] + list[i - 1] + list[0] : list.length + list[1] + list[0]);
function branches(a, b, way) {
  if (way === 0) return a[0];
  let sum = a[1] + a[2];
  if (way === 1) {
    sum += b[0] + b[1] + b[2];
    return sum;
  }
  switch (way) {
    case 2:
      sum += b[1];
    case 3:
      sum += b[2] + b[0];
  }
  const c = way > 3 ? a : b;
  return sum + c[0] + c[1] + c[2];
}
for (let way = 0; way < 5; way++) console.log(pick([1, 2, 3], way % 3), branches([1, 2, 3], [4, 5, 6], way));

// Methods of a class, with an accessor that makes a copy.
class Tally {
  constructor(data) {
    this.data = data;
  }
  get copy() {
    return (this.last = this.data.slice());
  }
  fold(other) {
    const { data } = other;
    this.data[0] += data[0];
    this.data[1] += data[1];
    return this.data[0] + data[0] + data[1] + this.copy.length + data[0] + this.data[1];
  }
  grow(k) {
    this.scale = k;
    this.data[0] *= this.scale;
    this.data[1] *= this.scale + this.data[0];
    return this;
  }
}
const v = new Tally([1, 2]);
for (let i = 0; i < 3; i++) console.log(v.grow(2).fold(new Tally([i, 1])), v.last.length);

// Through a proxy, whose traps make some.
const seen = [];
const watched = new Proxy([1, 2, 3], {
  get(target, key) {
    seen.push([String(key)]);
    return target[key];
  },
});
const total = (list) => list[0] + list[1] + list[2] + list[0] + list.length;
console.log(total(watched), total([3, 2, 1]), seen.length);
