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
function compared(d) {
  const a = [{ toString() { if (d > 0) compared(d - 1); return ""; } }, 5];
  return a < 7;
}
function equal(d) {
  const a = [{ toString() { if (d > 0) equal(d - 1); return "x"; } }, 5];
  return a == "x,5";
}
function negated(d) {
  const a = [{ toString() { if (d > 0) negated(d - 1); return "5"; } }, 1];
  return -a;
}
function named(d) {
  const a = [{ toString() { if (d > 0) named(d - 1); return "5"; } }, 1];
  return { "5,1": 1 }[a];
}
function written(d) {
  const a = [d, 0];
  const key = { toString() { if (d > 0) written(d - 1); return "0"; } };
  a[key] = d;
  return 1;
}
function counted(d) {
  const a = [d, 0];
  let deeper = d > 0;
  const key = { toString() { if (deeper) { deeper = false; counted(d - 1); } return "0"; } };
  return a[key]++;
}
function added(d) {
  const a = [d, 0];
  let deeper = d > 0;
  const key = { toString() { if (deeper) { deeper = false; added(d - 1); } return "0"; } };
  return (a[key] += 2);
}
function called(d) {
  const a = [() => d];
  const key = { toString() { if (d > 0) called(d - 1); return "0"; } };
  return a[key]();
}
function chained(d) {
  const o = { list: [d, 0] };
  const key = { toString() { if (d > 0) chained(d - 1); return "0"; } };
  return o?.list[key];
}
function cut(d) {
  const o = { list: [d, 0] };
  const key = { toString() { if (d > 0) cut(d - 1); return "0"; } };
  return delete o?.list[key];
}
function put(d) {
  const a = [d];
  const before = d > 0 ? put(d - 1) : 0;
  a[0] = () => before;
  return 1;
}
console.log(compared(3), equal(3), negated(3), named(3), written(3), counted(3), added(3), called(3), chained(3), cut(3), put(3));
