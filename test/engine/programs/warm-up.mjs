// The first ones are made before the optimizer has come to the function.
function pair(a, b) {
  return [a, b];
}
function step(i) {
  const made = pair(i & 255, 1);
  return made[0] + made[1];
}
let sum = 0;
for (let i = 0; i < 3_000_000; i++) sum = (sum + step(i)) & 0xffff;
console.log(sum);
