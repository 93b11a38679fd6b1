function plain(a, b) {
  "use strict";
  return a[0] + b;
}
const arrow = (a) => a.length;
const short = ([k, v]) => k + v.length;
function rest(first, ...others) {
  return others;
}
function defaults(a = [1], { b, c: [d] } = {}) {
  return [a, b, d];
}
const object = {
  method(a) {
    return a[1];
  },
  get size() {
    return this.list.length;
  },
  named: () => [1],
};
function* generate(n) {
  yield [n];
  yield* [n];
  yield* inner(n);
}
async function later(a) {
  await a[0];
  return arguments;
}
export_(function () {});
