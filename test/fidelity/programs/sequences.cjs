// A list joined by commas, everywhere the grammar lets one stand without parentheses.
let n = 0;
const next = (x) => ((n += 1), x);
switch ((next("a"), next("b"))) {
  case "a":
    console.log("wrong");
    break;
  case (next("c"), "b"):
    console.log("right", n);
}
function pick(i) {
  switch (next(i), i % 2) {
    case next(7), 1:
      return "odd", "really odd";
    default:
      return next(0), "even";
  }
}
console.log(pick(1), pick(2));
for (const key in next({ x: 1 }), { y: 1 }) console.log(key);
console.log([1, 2, 3][next(0), next(2)], [[1], [2]].flatMap((x) => { return next(9), x; }), `${(1, [2, [3]])}`);
const grid = [[0, 0], [0, 0]];
grid[next(0), 1][next(1), 0] = (next(1), [5]);
console.log(JSON.stringify(grid), n);
for (let i = 0, j = 3; i++, j-- > 0, i < 3; next(i), next(j)) console.log(i, j);
if (next(0), 1) console.log("taken");
while (next(0), n < 0);
do n--; while (next(0), n > 40);
console.log(n);
