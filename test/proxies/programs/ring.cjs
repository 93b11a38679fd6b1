// A ring of eight blocks of 4,096 samples, a running mean over the ring, and a memo of spectra.
const SIZE = 4096;
const ring = [];
const memo = new Map();
function block(t) {
  const samples = new Float32Array(SIZE);
  for (let i = 0; i < SIZE; i++) samples[i] = Math.sin((i * (t + 1)) / 64);
  return samples;
}
function bands(samples, count) {
  const out = [];
  const width = samples.length / count;
  for (let b = 0; b < count; b++) {
    const part = samples.subarray(b * width, (b + 1) * width);
    out.push(part.reduce((sum, x) => sum + x * x, 0));
  }
  return out;
}
let peak = 0;
for (let t = 0; t < 24; t++) {
  const samples = block(t);
  ring.push(samples);
  if (ring.length > 8) ring.shift();
  const means = ring.map((one) => one[t] / ring.length);
  const key = t % 6;
  if (!memo.has(key)) memo.set(key, bands(samples, 4));
  peak = Math.max(peak, memo.get(key)[0], means[0]);
}
console.log(peak.toFixed(4), ring.length, memo.size);
