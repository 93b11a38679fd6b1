const people = [["bo", 3], ["al", 1], ["cy", 2]];
people.sort(([, a], [, b]) => a - b);
console.log(people.map(([name]) => name).join());
const groups = people.reduce((all, [name, n]) => {
  (all[n % 2] ??= []).push(name);
  return all;
}, {});
console.log(JSON.stringify(groups), JSON.stringify([1, [2]], (k, v) => (Array.isArray(v) ? [...v, 0] : v)));
const sums = Array.from([[1, 2], [3]], (list) => list.reduce((a, b) => a + b));
console.log(sums.join(), "a1b2".replace(/(\w)(\d)/g, (...m) => [m[2], m[1]].join("")));
console.log([3, 1].sort((...pair) => pair[0] - pair[1]).join(), [1, 2, 3].findIndex((...args) => args[1] === 2));
