// Worked by hand: of two items, one comparison; how many more items take is left to the engine.
const items = ["pear", "fig"]; // makes 1, needs 1
const keyed = items.map((word) => [word.length, word]); // makes 3, needs 3
keyed.sort((a, b) => {
  const key = [a[0], b[0]]; // makes 1, needs 1
  return key[0] - key[1];
});
console.log(keyed.map((pair) => pair[1]).join()); // makes 1, needs 1
