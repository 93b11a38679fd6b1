// A picture of 256 by 192: blurred, its edges found, a histogram of each, and thumbnails kept by name.
const w = 256;
const h = 192;
const picture = new Uint8ClampedArray(w * h).map((_, i) => ((i % w) * (i / w)) & 255);
function filter(from, kernel) {
  const to = new Float32Array(w * h);
  for (let y = 1; y < h - 1; y++)
    for (let x = 1; x < w - 1; x++) {
      let sum = 0;
      for (let k = 0; k < 9; k++) sum += kernel[k] * from[(y + Math.floor(k / 3) - 1) * w + x + (k % 3) - 1];
      to[y * w + x] = sum;
    }
  return to;
}
const histogram = (of) => {
  const bins = new Uint32Array(8);
  for (const value of of) bins[Math.min(7, Math.abs(value) >> 5)]++;
  return bins;
};
const small = new Map();
const thumbnail = (name, of) => {
  const out = new Uint8Array((w / 16) * (h / 16));
  for (let i = 0; i < out.length; i++) out[i] = of[Math.floor(i / (w / 16)) * 16 * w + (i % (w / 16)) * 16];
  small.set(name, out);
};
const steps = [
  ["blur", [1, 2, 1, 2, 4, 2, 1, 2, 1].map((x) => x / 16)],
  ["sharp", [0, -1, 0, -1, 5, -1, 0, -1, 0]],
  ["edges", [-1, -1, -1, -1, 8, -1, -1, -1, -1]],
];
let at = picture;
for (const [name, kernel] of steps) {
  const next = filter(at, kernel);
  const bins = histogram(next);
  thumbnail(name, next);
  console.log(name, bins.indexOf(Math.max(...bins)), bins[7] > 0);
  at = next;
}
const names = steps.map(([name]) => `${name} ${small.get(name)[17]}`);
console.log(names.join(", "));
