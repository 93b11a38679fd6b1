// The same pair, kept: every one must be there.
const ring = new Array(16).fill(null);
function pair(a, b) {
  return [a, b];
}
function run(n) {
  for (let i = 0; i < n; i++) ring[i & 15] = pair(i & 255, 1);
}
run(Number(process.argv[2] ?? 2_000_000));
console.log(ring.length);
