// The last use of an array is that a function without a name is written into it, or that `??=` finds something there.
const key = "k";
function pair(wrap) {
  const all = [];
  for (let i = 0; i < 2; i++) all[i] = wrap(i);
  return all;
}
const computed = pair((i) => ({ k: [i] }));
for (const each of computed) each[key][0] = () => 1;
const called = pair((i) => ({ get: ((list) => () => list)([i]) }));
for (const each of called) each.get()[0] = function () {};
const behindGetter = pair((i) => {
  const list = [i];
  return { get list() { return list; } };
});
for (const each of behindGetter) each.list[0] = () => 1;
const inValue = pair((i) => [i]);
let last = null;
for (let i = 0; i < 2; i++) last = inValue[i][0] = () => 1;
const classes = pair((i) => [i]);
for (let i = 0; i < 2; i++) classes[i].Inner = class { static list = [1]; };
const inArgument = pair((i) => [i]);
for (let i = 0; i < 2; i++) String(inArgument[i][0] = () => 1);
const reassigned = pair((i) => [i]);
let list = null;
for (let i = 0; i < 2; i++) {
  list = reassigned[i];
  list[0] = () => 1;
}
const keyed = pair((i) => [i]);
for (let i = 0; i < 2; i++) {
  list = keyed[i];
  list[[0].length] = () => 1;
}
const found = pair((i) => [i]);
for (const each of found) each[0] ??= [9];
const both = pair((i) => [i + 1]);
for (const each of both) each[0] ||= [9];
const neither = pair((i) => [i]);
for (const each of neither) each[1] &&= [9];
const functions = pair((i) => [i + 1]);
for (const each of functions) each[0] ||= () => [9];
function take(values) { return { values }; }
take([1, 2]).done = function () {};
take([1, 2]).values[0] = () => 1;
new Map([[1, [2]]]).get(1)[0] = () => 1;
console.log(typeof last, computed.length);
