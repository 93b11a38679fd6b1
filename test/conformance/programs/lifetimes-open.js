function byCase(d) {
  const a = [d];
  switch (a) { case (d > 0 ? byCase(d - 1) : 0): return 1; case a: return 2; }
}
function byKey(d) {
  const a = [d];
  const key = { toString() { return d > 0 ? byKey(d - 1) : 0; } };
  return a[key] === undefined ? 1 : 2;
}
function without(d) {
  const a = [d, 0];
  const key = { toString() { if (d > 0) without(d - 1); return "0"; } };
  return delete a[key];
}
function has(d) {
  const a = [d, 0];
  const key = { toString() { if (d > 0) has(d - 1); return "0"; } };
  return key in a;
}
function keys(d) {
  const a = [d, 0];
  let s = 1;
  for (const k in a) s += d > 0 ? keys(d - 1) : 0;
  return s;
}
function joined(d) {
  const a = [d, { toString() { if (d > 0) joined(d - 1); return "x"; } }, 3];
  const e = 1;
  return a + e;
}
function getter(d) {
  const o = { data: [1, 2, 3], get more() { return d > 0 ? getter(d - 1) : 0; } };
  let s = 0;
  for (let i = 0; i < 3; i++) s += o.data[i] + o.more;
  return s;
}
const add = (a, o) => a[0] + o.more + a[1];
function short(d) {
  const a = [d, 2];
  return add(a, { get more() { return d > 0 ? short(d - 1) : 0; } });
}
console.log(byCase(3), byKey(3), without(3), has(3), keys(3), joined(3), getter(3), short(3));
