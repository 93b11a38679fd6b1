// Twelve at once on each of three lines, one line after the other: twelve serve all of them.
function fill(make) {
  const all = [];
  for (let i = 0; i < 12; i++) all.push(make(i));
  let sum = 0;
  for (const one of all) sum += one[0];
  return sum;
}
const a = fill((i) => new Int32Array(4).fill(i)); // says pool
const b = fill((i) => new Int32Array(4).fill(i + 1)); // says pool
const c = fill((i) => new Int32Array(4).fill(i + 2)); // says pool
// Two lines whose arrays are all alive at once share nothing.
const left = Array.from({ length: 20 }, () => new Uint8Array(7));
const right = Array.from({ length: 20 }, () => new Uint8Array(7)); // says keep
let sum = 0;
for (let i = 0; i < 20; i++) sum += left[i][0] + right[i][0];
console.log(a, b, c, sum);
