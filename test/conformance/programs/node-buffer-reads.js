// Worked by hand: the last use of two buffers is one of the many methods that read or write them.
const two = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) two[i] = Buffer.alloc(16); // makes 2, needs 2
for (const each of two) each.readUInt16BE(0);
const written = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) written[i] = Buffer.alloc(16); // makes 2, needs 2
for (const each of written) each.writeDoubleLE(1.5, 8);
const signed = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) signed[i] = Buffer.alloc(16); // makes 2, needs 2
for (const each of signed) each.readBigInt64LE(0);
const swapped = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) swapped[i] = Buffer.alloc(16); // makes 2, needs 2
for (const each of swapped) each.swap64();
const held = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) held[i] = [i]; // makes 2, needs 2
for (const list of held) console.log(JSON.stringify({ list }));
const shown = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) shown[i] = [i]; // makes 2, needs 2
for (const list of shown) console.log({ list });
const owned = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) owned[i] = [i]; // makes 2, needs 2
for (const list of owned) list.hasOwnProperty(0);
const shared = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) shared[i] = new Int32Array(2); // makes 2, needs 2
for (const each of shared) Atomics.load(each, 0);
const target = new Float64Array(2); // makes 1, needs 1
const copied = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) copied[i] = [i]; // makes 2, needs 2
for (const each of copied) target.set(each);
const { port1 } = new MessageChannel();
const posted = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) posted[i] = [i]; // makes 2, needs 2
for (const list of posted) port1.postMessage({ list });
port1.close();
const keys = []; // makes 1, needs 1
for (let i = 0; i < 2; i++) keys[i] = [i]; // makes 2, needs 2
const map = new Map();
for (const key of keys) map.set(key, 1);
console.log(two.length);
