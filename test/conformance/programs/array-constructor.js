const slots = new Array(5);
const listed = new Array(1, 2, 3);
const called = Array(3);
const filled = new Array(4).fill(0);
const fromCall = Array("x");
console.log(slots.length, listed.join(), called.length, filled.join(""), fromCall[0]);
try {
  new Array(-1);
} catch (error) {
  console.log(error.name);
}
const grid = new Array(3);
for (let y = 0; y < 3; y++) grid[y] = new Array(3).fill(y);
console.log(grid.map((row) => row.join("")).join("|"));
