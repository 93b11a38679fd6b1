// A pair, made and taken apart in a function that is inlined into its loop: no array need be there.
function pair(a, b) {
  return [a, b];
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const [x, y] = pair(i & 255, 1);
    sum = (sum + x + y) & 0xffff;
  }
  return sum;
}
console.log(run(Number(process.argv[2] ?? 5_000_000)));
