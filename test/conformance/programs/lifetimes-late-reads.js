function thrown(d) {
  const a = [d, undefined, 3];
  const more = () => (d > 0 ? attempt(() => thrown(d - 1)) : 0);
  const stop = () => { throw new Error("stop"); };
  const [p = 1, q = more(), r, s = stop()] = a;
  return p + q + r + s;
}
function placed(d) {
  const a = [d, 0];
  let deeper = d > 0;
  const key = { toString() { if (deeper) { deeper = false; placed(d - 1); } return "0"; } };
  [a[key]] = "x";
  return 1;
}
function named(d) {
  const o = { list: [d] };
  const before = d > 0 ? named(d - 1) : 0;
  o.list[0] = () => before;
  return 1;
}
function attempt(f) {
  try {
    return f();
  } catch {
    return 0;
  }
}
console.log(attempt(() => thrown(3)), placed(3), named(3));
