// Worked by hand: the loop is left by a throw after the array was read for the last time in it.
let last = null;
function work(i) {
  const scratch = [i, i + 1]; // makes 5, needs 2
  if (last !== null && last[0] + 1 !== scratch[0]) throw new Error("gap");
  last = scratch;
  if (i === 4) throw new Error(`stopped at ${scratch[1]}`);
}
try {
  for (let i = 0; ; i++) work(i);
} catch (error) {
  console.log(error.message);
}
