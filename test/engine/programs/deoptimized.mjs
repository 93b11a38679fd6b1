// Half way the pair is kept all at once: what the optimizer took for granted does not hold, and it starts anew.
const ring = new Array(16).fill(null);
let keeps = false;
function pair(a, b) {
  return [a, b];
}
function step(i) {
  const made = pair(i & 255, 1);
  if (keeps) ring[i & 15] = made;
  return made[0] + made[1];
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum = (sum + step(i)) & 0xffff;
  return sum;
}
const first = run(4_000_000);
keeps = true;
console.log(first, run(4_000_000));
