// Worked by hand: the clone has an array for each array of the original.
const state = { rows: [[1, 2], [3]], at: new Float32Array(2) }; // makes 4
const copy = structuredClone(state); // makes 4
copy.rows[0].push(9);
console.log(state.rows[0].length, copy.rows[0].length, copy.at.length, copy.rows[1][0]);
let sum = 0;
for (let i = 0; i < 3; i++) {
  const pair = structuredClone([i, i]); // makes 6
  sum += pair[1];
}
console.log(sum);
