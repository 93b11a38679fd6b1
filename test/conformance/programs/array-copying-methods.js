// Worked by hand: ES2023's copying methods, which the specification makes one array for each.
const scores = [30, 4, 21]; // makes 1
const sorted = scores.toSorted((a, b) => a - b); // makes 1
const reversed = scores.toReversed(); // makes 1
const patched = scores.with(1, 5); // makes 1
const cut = scores.toSpliced(0, 1, 7, 8); // makes 1
console.log(scores.join(), sorted.join(), reversed.join(), patched.join(), cut.join());
const bytes = Uint8Array.of(3, 1, 2); // makes 1
console.log(bytes.toSorted().join(), bytes.toReversed().join(), bytes.with(0, 9).join()); // makes 3
let best = 0;
for (let i = 0; i < 5; i++) {
  best += scores.toSorted()[0]; // makes 5, needs 1
}
console.log(best);
