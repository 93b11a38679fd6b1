// Worked by hand: all are read at the end, so none could have taken the place of another.
const kept = []; // makes 1, needs 1
for (let i = 0; i < 10; i++) {
  kept.push([i, i + 1]); // makes 10, needs 10
}
let sum = 0;
for (const pair of kept) sum += pair[0] * pair[1];
console.log(sum);
