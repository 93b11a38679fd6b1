// Async generators, timers and closures that keep what they were given until they run.
const { setImmediate: turn } = require("node:timers/promises");
async function* pages(n) {
  for (let i = 0; i < n; i++) {
    const page = [i, i * i];
    await turn();
    yield page;
  }
}
const later = [];
function remember(list) {
  later.push(() => list[0] + list.length);
}
async function main() {
  let sum = 0;
  for await (const page of pages(10)) {
    sum += page[1];
    if (page[0] % 3 === 0) remember(page.map((x) => x + 1));
  }
  const timed = await new Promise((resolve) => {
    const parts = [];
    setTimeout((list) => resolve(list.length + parts.length), 2, [1, 2, 3]);
    for (let i = 0; i < 5; i++) parts.push(new Uint16Array(4).fill(i));
  });
  console.log(sum, timed, later.map((run) => run()).join());
}
main();
