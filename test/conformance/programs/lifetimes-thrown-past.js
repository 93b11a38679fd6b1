function mapped(d) {
  const a = [d, 2, 3];
  return a.map((x, i) => {
    if (i === 2) throw new Error("stop");
    return d > 0 ? attempt(() => mapped(d - 1)) : x;
  });
}
function joined(d) {
  const a = [
    { toString() { return d > 0 ? attempt(() => joined(d - 1)) : ""; } },
    { toString() { throw new Error("stop"); } },
  ];
  return a.join("");
}
function text(d) {
  const a = [
    { toString() { return d > 0 ? attempt(() => text(d - 1)) : ""; } },
    { toString() { throw new Error("stop"); } },
  ];
  return `${a}`;
}
class List extends Array {
  each(f) {
    super.forEach(f);
  }
}
function inherited(d) {
  const a = List.of(1, d, 3);
  a.each((x) => {
    if (x === 3) throw new Error("stop");
    if (d > 0) attempt(() => inherited(d - 1));
  });
}
function named(d) {
  const a = [d, 2, 3];
  const each = (x, i) => {
    if (i === 2) throw new Error("stop");
    if (d > 0) attempt(() => named(d - 1));
  };
  a.forEach(each);
}
function attempt(f) {
  try {
    return f();
  } catch (error) {
    return error.message.length;
  }
}
function* pairs(d) {
  const a = [d, 2];
  try {
    a.forEach((x, i) => {
      if (i === 1) throw new Error("stop");
      for (const y of pairs(d - 1)) attempt(() => y);
    });
  } catch {
    yield a[0];
  }
}
for (const f of [mapped, joined, text, inherited, named]) console.log(attempt(() => f(3)));
for (let i = 0; i < 5; i++) attempt(() => [i, 1].forEach((x) => { if ([x].length) throw new Error("stop"); }));
let n = 0;
const few = (d) => (d > 0 ? [...pairs(d)] : []);
console.log(few(0).length, n);
[7, 8].forEach((x, i) => {
  const last = [x, i];
  if (i === 1) throw new Error(`${last}`);
});
