// Fractions in a list that began with something else: each of them is an object of its own.
const ring = new Array(16).fill(null);
function row(i) {
  const list = ["row", i, i, i, i, i, i, i];
  for (let k = 1; k < 8; k++) list[k] = i * k + 0.5;
  return list;
}
for (let i = 0; i < 200_000; i++) ring[i & 15] = row(i);
console.log(ring[3].length);
