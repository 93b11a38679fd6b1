// One line calls now this function, now that one: some take all that they are given, some less, some are the language's own.
const out = [];
let at = [];
const takes = function (list, n) {
  return list[0] + n;
};
// Who takes less may be a native's callback: these are kept, so that they are needed until the end, and would be anyway.
const ignores = function () {
  out.push(at);
  return 1;
};
const takesOne = (list) => list.length;
const gathers = function (...all) {
  return all.length;
};
const apart = function ([first]) {
  return first;
};
const defaults = function (list, n = list[0]) {
  return n;
};
const reads = function () {
  out.push(at);
  return arguments[0][0] + arguments.length;
};
const keeps = function (list) {
  out.push(list);
  return out.length;
};
const holder = { inner: { m: takes } };

function call(f, list, n) {
  return f(list, n);
}
function byName(list, n) {
  return holder.inner.m(list, n);
}
function later(f, list, n) {
  return f([n], list, call(f, list, n));
}

let sum = 0;
const all = [takes, takes, takes, ignores, takesOne, gathers, apart, defaults, reads, keeps, takes, ignores, takes];
for (let round = 0; round < 30; round++) {
  for (const f of all) {
    holder.inner.m = f;
    const list = [round, round + 1];
    at = list;
    sum += call(f, list, round);
    const other = [round, 2];
    at = other;
    sum += byName(other, round);
    if (round % 7 === 3) sum += list[0];
  }
  // A new function each time.
  sum += call((list) => list[0], [round], 1);
  sum += call((list, n) => list[0] + n, [round], 1);
  sum += later(takes, [round, 1], 2) === undefined ? 1 : 2;
}

// Natives: what they are given is read, or kept, by nobody that a trace could see.
holder.inner.m = takes;
byName([1, 2], 3);
byName([1, 2], 3);
holder.inner.m = Array.prototype.concat.bind([0]);
for (let i = 0; i < 5; i++) {
  const list = [i, i];
  out.push(list);
  sum += byName(list, i).length;
}
const bag = new Set();
holder.inner.m = bag.add.bind(bag);
for (let i = 0; i < 3; i++) byName([i, i, i], i);
for (const each of bag) sum += each[2];
const map = new Map();
const put = map.set.bind(map);
call(takes, [4, 4], 1);
call(put, [5, 5], [6, 6, 6]);
for (const [key, value] of map) sum += key[0] + value[2];
// One that calls a function of the program's while it holds what it was given.
const each = Array.prototype.forEach.bind([[7, 8], [9, 10]]);
call(each, (list) => { sum += list[1]; }, [11]);
holder.inner.m = Reflect.apply.bind(null, takes, undefined);
sum += byName([[12, 13], 14], 15);
for (const list of out) sum += list[1];
console.log(sum, out.length, bag.size, map.size);
