// Worked by hand: the result is made on the line that awaits it. Needs node 22.
async function* ticks(n) {
  for (let i = 0; i < n; i++) yield [i]; // makes 3
}
async function main() {
  const all = await Array.fromAsync(ticks(3)); // makes 1
  console.log(all.length, all[2][0]);
  const mapped = await Array.fromAsync([Promise.resolve(1), 2], (x) => x * 2); // makes 2
  console.log(mapped.join());
}
main();
