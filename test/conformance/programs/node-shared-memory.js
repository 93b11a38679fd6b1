// Worked by hand: a SharedArrayBuffer that the program makes is an array object beside its views.
const shared = new SharedArrayBuffer(16); // makes 1
const counters = new Int32Array(shared); // makes 1
Atomics.add(counters, 1, 5);
for (let i = 0; i < 3; i++) {
  const window = new Int32Array(shared, 4 * i, 1); // makes 3
  Atomics.add(window, 0, i);
}
console.log(counters.join(), Atomics.load(counters, 1));
