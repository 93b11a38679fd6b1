// Worked by hand: `encode` makes a Uint8Array; `decode` and `encodeInto` make none.
const encoder = new TextEncoder();
const decoder = new TextDecoder();
let total = 0;
for (const word of ["a", "bé", "çççç"]) { // makes 1
  const bytes = encoder.encode(word); // makes 3
  total += bytes.length;
  console.log(decoder.decode(bytes));
}
const room = new Uint8Array(8); // makes 1
console.log(encoder.encodeInto("abc", room).written, total, room[1]);
