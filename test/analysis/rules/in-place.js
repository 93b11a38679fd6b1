// The operand dies in the operation that makes its successor.
let v = Float64Array.of(1, 2, 3); // says keep
for (let i = 0; i < 100; i++) v = v.map((x) => x * 0.5); // says in-place, swap
// The operand is read again after it.
let sum = 0;
let w = Float64Array.of(1, 2, 3, 4); // says keep
for (let i = 0; i < 100; i++) {
  const next = w.map((x) => x * 0.5); // says swap
  sum += w[0] + next[0];
  w = next;
}
console.log(sum, v[0]);
