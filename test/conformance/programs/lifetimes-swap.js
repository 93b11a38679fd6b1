// Worked by hand: each new state is made while the last one is still read, so two buffers serve for all.
function step(state) {
  const next = new Float64Array(state.length); // makes 20, needs 2
  for (let i = 0; i < state.length; i++) {
    next[i] = (state[i] + state[(i + 1) % state.length]) / 2;
  }
  return next;
}
let state = new Float64Array([8, 0, 0, 0]); // makes 2, needs 2
for (let t = 0; t < 20; t++) state = step(state);
console.log(state[0].toFixed(6));
