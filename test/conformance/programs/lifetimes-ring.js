// Worked by hand: a sample is last read by the sum that follows its third successor's push, so four are alive at once.
const ring = [null, null, null]; // makes 1, needs 1
let sum = 0;
for (let i = 0; i < 12; i++) {
  ring[i % 3] = [i, i * i]; // makes 12, needs 3
  for (const sample of ring) if (sample) sum += sample[0];
}
console.log(sum);
