// The same places read arrays, numbers, texts, nothing, functions and objects, more often than anything is tried at first.
class Box {
  constructor(...kept) {
    this.kept = kept;
  }
  get length() {
    return this.kept.length;
  }
}
const first = (value) => (value == null ? "none" : typeof value === "function" ? value.length : (value[0] ?? value.length));
const same = (a, b) => a === b;
const keep = (target, value) => {
  target.last = value;
  return target.last;
};
const given = [
  () => [1, 2],
  (i) => i,
  (i) => `text ${i}`,
  () => null,
  () => undefined,
  () => Math.max,
  (i) => new Box(i, [i]),
  (i) => new Float32Array([i, i]),
  (i) => Symbol.for(`${i}`),
  (i) => BigInt(i),
  (i) => new Proxy([i], {}),
  (i) => ({ 0: i }),
];
const said = [];
for (const order of [given, [...given].reverse()]) {
  for (const make of order) {
    for (let i = 0; i < 20; i++) {
      const value = make(i);
      said.push(`${String(first(value))} ${same(value, value)} ${same(value, make(i))} ${typeof keep({ i }, value)}`);
    }
  }
}
console.log(said.join("\n"));
