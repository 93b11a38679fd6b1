const seen = new Set(["a", "b"]);
for (const [x, y] of seen.entries()) console.log(x === y);
for (const value of seen) console.log(value);
const list = ["p", "q", "r"];
for (const [i, value] of list.entries()) console.log(i, value);
for (const i of list.keys()) if (i) console.log(i);
for (const pair of list.entries()) {
  if (pair[0] === 1) break;
  console.log(pair.length);
}
const bytes = new Uint8Array([7, 8]);
for (const [i, b] of bytes.entries()) console.log(i + b);
