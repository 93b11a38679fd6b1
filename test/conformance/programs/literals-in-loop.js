let total = 0;
for (let i = 0; i < 50; i++) {
  const point = [i, i + 1, i + 2];
  total += point[0] * point[1] - point[2];
}
let n = 0;
while (n < 10) {
  total += [n, n].length;
  n += 1;
}
do {
  total -= [][0] === undefined ? 1 : 0;
} while (--n > 5);
console.log(total);
