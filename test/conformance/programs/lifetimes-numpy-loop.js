// Worked by hand: the product dies in the statement that makes it.
const a = new Float64Array(9); // makes 1, needs 1
const b = new Float64Array(9).fill(1); // makes 1, needs 1
const scaled = (m, k) => m.map((x) => x * k); // makes 100, needs 1
const accumulate = (into, m) => {
  for (let i = 0; i < into.length; i++) into[i] += m[i];
};
for (let i = 0; i < 100; i++) {
  accumulate(a, scaled(b, i));
}
console.log(a[0]);
