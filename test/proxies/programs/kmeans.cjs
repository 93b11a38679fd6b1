// Three thousand points in typed arrays, three centres, moved until nothing changes; who belongs where is kept for the end.
const n = 3000;
const xs = new Float64Array(n).map((_, i) => (i % 3) * 10 + Math.sin(i));
const ys = new Float64Array(n).map((_, i) => (i % 3) * 7 + Math.cos(i * 3));
let centres = [0, 1, 2].map((k) => [xs[k * 5], ys[k * 5]]);
const rounds = [];
for (let round = 0; round < 12; round++) {
  const owner = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let best = Infinity;
    for (let k = 0; k < centres.length; k++) {
      const [cx, cy] = centres[k];
      const d = (xs[i] - cx) ** 2 + (ys[i] - cy) ** 2;
      if (d < best) {
        best = d;
        owner[i] = k;
      }
    }
  }
  const sums = centres.map(() => new Float64Array(3));
  owner.forEach((k, i) => {
    const sum = sums[k];
    sum[0] += xs[i];
    sum[1] += ys[i];
    sum[2]++;
  });
  const next = sums.map(([x, y, count]) => (count === 0 ? [0, 0] : [x / count, y / count]));
  const moved = next.reduce((most, [x, y], k) => Math.max(most, Math.hypot(x - centres[k][0], y - centres[k][1])), 0);
  centres = next;
  rounds.push(owner);
  if (moved < 1e-9) break;
}
const last = rounds[rounds.length - 1];
console.log(rounds.length, last[0] + last[n - 1], centres.map((c) => c.map((x) => x.toFixed(3)).join(" ")).join("; "));
