// Worked by hand: the last pair is looked at again when the next has come.
function* pairs() {
  for (let i = 0; i < 6; i++) yield [i, i * i]; // makes 6, needs 2
}
let previous = null;
let rises = 0;
for (const pair of pairs()) {
  if (previous && pair[1] - previous[1] > 3) rises += 1;
  previous = pair;
}
console.log(rises);
