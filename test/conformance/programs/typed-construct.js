const zeros = new Float64Array(4);
const listed = new Uint8Array([1, 2, 300]);
const copy = new Int16Array(listed);
const fromIterable = new Float32Array(new Set([0.5, 1.5]));
const of = Int32Array.of(1, 2, 3);
const from = Uint16Array.from([1, 2], (x) => x * 2);
console.log(zeros.length, listed.join(), copy[2], fromIterable[1], of.length, from.join());
for (let i = 0; i < 5; i++) {
  const scratch = new Float64Array(3);
  scratch[0] = i;
  zeros[i % 4] += scratch[0] + scratch[1];
}
console.log(zeros.join());
