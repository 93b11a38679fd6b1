// Messages of a length and a body each, packed into one buffer, read back as views, their checksums compared at the end.
const encoder = new TextEncoder();
const texts = Array.from({ length: 40 }, (_, i) => `message ${i} ${"x".repeat(i % 7)}`);
const bodies = texts.map((text) => encoder.encode(text));
const size = bodies.reduce((sum, body) => sum + 4 + body.length, 0);
const packed = new ArrayBuffer(size);
const view = new DataView(packed);
const bytes = new Uint8Array(packed);
let at = 0;
for (const body of bodies) {
  view.setUint32(at, body.length);
  bytes.set(body, at + 4);
  at += 4 + body.length;
}
const sums = [];
const read = [];
for (at = 0; at < size; ) {
  const length = view.getUint32(at);
  const part = bytes.subarray(at + 4, at + 4 + length);
  let sum = 0;
  for (let i = 0; i < part.length; i++) sum = (sum * 31 + part[i]) % 65521;
  sums.push(sum);
  const copy = part.slice();
  read.push(String.fromCharCode(...copy));
  at += 4 + length;
}
console.log(read.join("|") === texts.join("|"), sums.reduce((a, b) => a ^ b, 0));
