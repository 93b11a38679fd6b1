// Worked by hand: three views of one buffer; a byte written through one is read through another.
const floats = new Float32Array(2); // makes 1, needs 1
for (let i = 0; i < 4; i++) {
  const bytes = new Uint8Array(floats.buffer); // makes 4, needs 4
  bytes[3] = 64 + i;
}
console.log(floats[0]);
