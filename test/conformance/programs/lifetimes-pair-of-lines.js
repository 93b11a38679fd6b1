// Worked by hand: three are kept to the end, and each of the others is there beside them for a moment.
const keep = []; // makes 1, needs 1
for (let i = 0; i < 6; i++) {
  const even = [i]; // makes 6, needs 4
  if (i % 2 === 0) keep.push(even);
}
let sum = 0;
for (const one of keep) sum += one[0];
console.log(sum);
