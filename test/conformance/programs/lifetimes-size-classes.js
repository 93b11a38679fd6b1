// Worked by hand: typed arrays can only be reused by one of their own length.
let sum = 0;
for (let i = 0; i < 9; i++) {
  const scratch = new Float64Array((i % 3) + 1); // makes 9, needs 3
  scratch[0] = i;
  sum += scratch[0] + scratch.length;
}
for (let i = 0; i < 9; i++) {
  const scratch = new Array((i % 3) + 1); // makes 9, needs 1
  scratch[0] = i;
  sum += scratch[0] + scratch.length;
}
console.log(sum);
