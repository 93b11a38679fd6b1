const a = [1], b = [2, 3], c = [[4], [5]];
const swap = (x, y) => [y, x]; const twice = (x) => [x, x];
console.log(swap(a, b)[0].length, twice(c)[1][0][0], [a, b, c].length);
for (let i = 0; i < 3; i++) { const t = [i], u = [t, t]; if (u[0] !== u[1]) console.log("never"); }
console.log([1, 2].concat([3], [4, [5]]).length);
