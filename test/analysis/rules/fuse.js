const rows = Array.from({ length: 10 }, (_, i) => i); // says keep
let sum = 0;
for (let i = 0; i < 50; i++) {
  sum += rows.map((x) => x * i).reduce((a, b) => a + b, 0); // says fuse, hoist
  for (const x of rows.filter((y) => y > i)) sum += x; // says fuse, hoist
  sum += Math.max(...rows.slice(2)); // says fuse, hoist
  // It has a name, under which it is read twice.
  const twice = rows.map((x) => x + i); // says hoist
  sum += twice[0] + twice.length;
}
console.log(sum);
