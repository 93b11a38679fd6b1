function total(list) {
  return list.reduce((a, b) => a + b, 0);
}
const join = ([key, value]) => key + value;
function longest(list) {
  return list.length;
}
Promise.all([1, 2]).then(total).then((sum) => console.log(sum));
console.log(Array.from(new Map([["a", 1], ["b", 2]]), join).join());
console.log([[1, 2], [3]].map(longest).join(), longest([1]));
Promise.allSettled([1]).then(longest).then(console.log);
console.log(Array.from(
  new Map([["c", 3]]),
  ([key, value]) => key + value,
).join());
