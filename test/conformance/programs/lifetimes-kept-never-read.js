// Worked by hand: kept to the end, but nobody looks at them again: one buffer would have served.
const kept = []; // makes 1, needs 1
for (let i = 0; i < 10; i++) {
  const pair = [i, i + 1]; // makes 10, needs 1
  pair[0] += pair[1];
  kept.push(pair);
}
console.log(kept.length);
