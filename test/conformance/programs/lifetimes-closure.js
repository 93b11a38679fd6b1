// Worked by hand: what a function will read when it is called is needed until then.
const later = []; // makes 1, needs 1
for (let i = 0; i < 5; i++) {
  const data = [i, i * 2]; // makes 5, needs 5
  later.push(() => data[1]);
}
let sum = 0;
for (const run of later) sum += run();
console.log(sum);
