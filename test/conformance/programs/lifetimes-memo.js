// Worked by hand: whatever is kept in the table and read again later has to stay.
const table = new Map();
function row(n) {
  if (!table.has(n)) table.set(n, Array.from({ length: n }, (_, i) => i)); // makes 5, needs 5
  return table.get(n);
}
let sum = 0;
for (let pass = 0; pass < 3; pass++) {
  for (let n = 1; n <= 5; n++) sum += row(n).length;
}
console.log(sum);
