// A function of the file that nothing else can take the place of is called as it stands.
function norm(v) {
  return Math.sqrt(v[0] * v[0] + v[1] * v[1]);
}
const scaled = (v, k) => [v[0] * k, v[1] * k];
let replaced = (v) => v;
function* steps(v) {
  yield v[0];
}
function taken([x]) {
  return x;
}
norm(a) + scaled(a, 2)[0];
replaced(a);
steps(a);
taken(a);
// As an operation it is counted still.
const add = (v, w) => [v[0] + w[0]];
add(a, scaled(b, 2));
// Calls that make nothing leave the clock where it is: one region.
for (let i = 0; i < n; i++) out[i] = Math.max(0, norm(a));
for (let i = 0; i < n; i++) out[i] = scaled(a, i)[0];
