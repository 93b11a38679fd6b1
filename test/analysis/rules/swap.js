// Each state is read while the next one is made, and no longer.
let state = new Float64Array(8); // says keep
state[0] = 1;
for (let t = 0; t < 50; t++) {
  const next = new Float64Array(8); // says swap
  for (let i = 0; i < 8; i++) next[i] = state[i] + state[(i + 1) % 8];
  state = next;
}
// Three at once: the last two states are read.
let before = [1, 0];
let now = [0, 1];
for (let t = 0; t < 20; t++) {
  const next = [before[0] + now[1], before[1] - now[0]]; // says nothing
  before = now;
  now = next;
}
console.log(state[0], now[0]);
