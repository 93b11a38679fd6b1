function* windows(list, size) {
  for (let i = 0; i + size <= list.length; i++) yield list.slice(i, i + size);
}
function* zip(a, b) {
  for (let i = 0; i < a.length; i++) yield [a[i], b[i]];
}
for (const [a, b] of windows([1, 2, 4, 7], 2)) console.log(b - a);
for (const [letter, n] of zip(["x", "y"], [1, 2])) console.log(letter.repeat(n));
const all = [...zip([1], [2]), ...zip([3], [4])];
console.log(all.flat().join());
const it = zip([1, 2, 3], [4, 5, 6]);
console.log(it.next().value[1], it.return([9]).value[0], it.next().done);
