const signal = new Float64Array(8).map((_, i) => Math.round(10 * Math.sin(i)));
const halves = [signal.subarray(0, 4), signal.subarray(4)];
const padded = new Float64Array(signal.length + 2);
padded.set(signal, 1);
const bytes = new Uint8Array(signal.buffer, 0, 4);
console.log(halves.map((h) => h.reduce((a, b) => a + b)).join(), padded[1], bytes.length);
for (let i = 0; i < 4; i++) {
  const windowed = padded.subarray(i, i + 3);
  const copy = windowed.slice();
  copy[0] = 99;
  console.log(windowed[0] === 99, copy.length);
}
const big = BigInt64Array.from([1n, 2n]);
console.log(String(big[1]), new Uint8ClampedArray([300, -5]).join(), Array.from(big, Number).join());
