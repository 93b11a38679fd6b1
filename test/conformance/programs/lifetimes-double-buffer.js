// Worked by hand: the program reuses its two buffers itself; only the swap's pair is made anew.
let front = new Uint8Array(16); // makes 1, needs 1
let back = new Uint8Array(16); // makes 1, needs 1
front[8] = 1;
for (let t = 0; t < 12; t++) {
  for (let i = 0; i < 16; i++) back[i] = front[(i + 15) % 16] ^ front[(i + 1) % 16];
  [front, back] = [back, front]; // makes 12, needs 1
}
console.log(front.join(""));
