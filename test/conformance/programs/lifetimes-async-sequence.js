// Worked by hand: one after another, each is read for the last time before the next is made.
const load = async (n) => [n, n * n]; // makes 5, needs 1
async function main() {
  let sum = 0;
  for (let i = 0; i < 5; i++) {
    const row = await load(i);
    sum += row[1];
  }
  console.log(sum);
}
main();
