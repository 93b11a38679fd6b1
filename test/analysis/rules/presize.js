let list = [];
for (let i = 0; i < 40; i++) list = [...list, i]; // says presize, swap
let other = [];
for (let i = 0; i < 40; i++) other = other.concat(i); // says presize, swap
const folded = list.reduce((all, x) => [...all, x * 2], []); // says presize, keep
let data = Buffer.alloc(0);
for (let i = 0; i < 40; i++) data = Buffer.concat([data, Buffer.from("abc")]); // says hoist, presize
// Copied, and kept short.
let short = [];
for (let i = 0; i < 40; i++) {
  if (i % 3 === 0) short = [];
  short = [...short, i]; // says swap
}
console.log(list.length, other.length, folded.length, data.length, short.length);
