// Worked by hand: the outer array is read in every turn of the inner loop, each inner one only in its own.
let sum = 0;
for (let i = 0; i < 4; i++) {
  const row = [i, i + 1, i + 2]; // makes 4, needs 1
  for (let j = 0; j < 3; j++) {
    const cell = [row[j], j]; // makes 12, needs 1
    sum += cell[0] * cell[1];
  }
}
console.log(sum);
