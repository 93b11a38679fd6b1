// Worked by hand: the array is not named again, but its bytes are read through the view.
function tailOf(n) {
  const all = new Float64Array(4); // makes 3, needs 3
  all[3] = n;
  return all.subarray(2); // makes 3, needs 3
}
const tails = [tailOf(1), tailOf(2), tailOf(3)]; // makes 1, needs 1
let sum = 0;
for (const tail of tails) sum += tail[1];
console.log(sum);
