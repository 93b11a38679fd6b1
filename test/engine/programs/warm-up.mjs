// The first ones are made before the optimizer has come to the function.
function pair(a, b) {
  return [a, b];
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const made = pair(i & 255, 1);
    sum = (sum + made[0] + made[1]) & 0xffff;
  }
  return sum;
}
console.log(run(Number(process.argv[2] ?? 5_000_000)));
