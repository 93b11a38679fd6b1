// Arrays that patterns inside patterns read, where the reading comes late or code of the program stands between.
"use strict";
const out = [];
const make = (a, b) => [a, b];
function rest() {
  const o = { q: make(1, 2) };
  const { q: [x, ...r] } = o;
  const late = make(r, x);
  return late[1] + late[0].length;
}
function filled() {
  const o = { q: make(undefined, 2) };
  const { q: [x = make(1, 2), y] } = o;
  return x[0] + y;
}
function filledPlain() {
  const [x = make(1, 2), y] = make(undefined, 3);
  return x[0] + y;
}
function filledDeep() {
  const [[x = make(1, 2), y]] = [make(undefined, 3)];
  return x[0] + y;
}
function getter() {
  const kept = make(4, 5);
  const o = { get q() { return kept; } };
  const pad = make(1, 1);
  const { q: [x] } = o;
  return x + pad[0];
}
function proxied() {
  const kept = make(4, 5);
  const o = new Proxy({}, { get: () => kept });
  const pad = make(1, 1);
  const { q: [x] } = o;
  return x + pad[0];
}
function generated() {
  const kept = make(4, 5);
  function* g() { yield kept; }
  const pad = make(1, 1);
  const [[x]] = g();
  return x + pad[0];
}
const inParams = ({ q: [x, y] }) => x + y;
function inParams2({ q: [x, y] }, z = 3) { return x + y + z; }
function* inParams3({ q: [x, y] }) { yield x + y; }
class C { m({ q: [x] }) { return x; } set s({ q: [x] }) { this.x = x; } static async a([{ q: [x] }]) { return x; } }
function callParams(f) {
  const o = { q: make(1, 2) };
  const pad = make(1, 1);
  return f(o) + pad[0];
}
const filledParam = ({ q: [x = make(1, 2), y] }) => x[0] + y;
function caught() {
  const kept = make(8, 8);
  const pad = make(1, 1);
  try { throw kept; } catch ([x]) { return x + pad[0]; }
}
function caughtDeep() {
  const kept = { q: make(8, 8) };
  const pad = make(1, 1);
  try { throw kept; } catch ({ q: [x] }) { return x + pad[0]; }
}
function pairs() {
  const map = new Map([["a", 1], ["b", 2]]);
  const [[k, v]] = map;
  const { m: [[k2, v2]] } = { m: map };
  return k + v + k2 + v2;
}
function assigned() {
  let x;
  const list = [];
  const kept = make(9, 9);
  const o = { get q() { return kept; } };
  const pad = make(1, 1);
  ({ q: [x] } = o);
  [[list[0]]] = [make(3, 3)];
  return x + pad[0] + list[0];
}
function looped() {
  const a = { q: make(1, 2) };
  const pad = make(1, 1);
  let sum = 0;
  for (const { q: [x, ...r] } of [a]) sum += x + r.length;
  return sum + pad[0];
}
const c = new C();
for (let i = 0; i < 3; i++) {
  out.push(rest());
  out.push(filled());
  out.push(filledPlain(), filledDeep());
  out.push(getter());
  out.push(proxied());
  out.push(generated());
  out.push(callParams(inParams));
  out.push(callParams(inParams2));
  out.push(callParams((o) => [...inParams3(o)][0]));
  out.push(callParams((o) => c.m(o)));
  out.push(callParams((o) => { c.s = o; return c.x; }));
  out.push(callParams(filledParam));
  out.push(caught());
  out.push(caughtDeep());
  out.push(pairs());
  out.push(assigned());
  out.push(looped());
}
console.log(out.join(" "));
function measured() {
  const kept = make(7, 7);
  const pad = make(1, 1);
  const { q: { length, 0: first } } = { q: kept };
  return length + first + pad[0];
}
const inObject = ({ q: { length } }) => length;
for (let i = 0; i < 2; i++) console.log(measured(), callParams(inObject), callParams(({ q: { 1: second } }) => second));
