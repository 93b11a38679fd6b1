// Worked by hand: an array that a timer's callback reads is needed until then.
const results = []; // makes 1
for (let i = 0; i < 3; i++) {
  const row = [i, i * i]; // makes 3, needs 3
  setTimeout(() => {
    results.push(row[1]);
    if (results.length === 3) console.log(results.join());
  }, 1);
}
setTimeout((a, ...rest) => console.log(a, rest.length), 50, 1, 2, 3); // makes 1
queueMicrotask(() => console.log([1].length)); // makes 1
