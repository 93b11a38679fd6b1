// The scratch array dies before the next one is made.
let sum = 0;
for (let i = 0; i < 100; i++) {
  const scratch = new Float64Array(16); // says hoist
  for (let j = 0; j < 16; j++) scratch[j] = i * j;
  sum += scratch[15];
}
// These are all kept and read at the end.
const kept = []; // says keep
for (let i = 0; i < 100; i++) kept.push(new Float64Array(9)); // says keep
for (const one of kept) sum += one[0];
// Too few to be worth a rewrite.
for (let i = 0; i < 5; i++) sum += [i, 1].length; // says nothing
console.log(sum);
