function saxpy(a, x, y) {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = a * x[i] + y[i];
  return out;
}
const x = Float64Array.of(1, 2, 3);
let y = new Float64Array(3);
for (let step = 0; step < 20; step++) {
  y = saxpy(0.5, x, y);
}
console.log(y.join());
const errors = [];
for (const size of [1.5, -1]) {
  try {
    new Uint8Array(size);
  } catch (error) {
    errors.push(error.name);
  }
}
console.log(errors.length);
