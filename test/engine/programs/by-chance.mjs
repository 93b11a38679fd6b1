// Prints something else each time.
const list = Array.from({ length: 1000 }, () => Math.random());
console.log(list.map((x) => x * 2)[0]);
