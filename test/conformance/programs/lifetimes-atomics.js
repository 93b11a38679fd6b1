// Worked by hand: the functions of Atomics read and write the array that they are given.
const made = () => new Int32Array(4); // makes 40, needs 2
let sum = 0;
for (let i = 0; i < 20; i++) {
  const first = made();
  const second = made();
  sum += Atomics.add(first, 0, i) + Atomics.exchange(second, 1, i);
}
console.log(sum);
