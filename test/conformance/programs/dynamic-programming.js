function lcs(a, b) {
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (const x of a) {
    for (let j = 0; j < b.length; j++) {
      current[j + 1] = x === b[j] ? previous[j] + 1 : Math.max(previous[j + 1], current[j]);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length];
}
console.log(lcs("banana", "atana"));
const knapsack = (items, room) =>
  items.reduce(
    (best, [weight, value]) =>
      best.map((v, w) => (w >= weight ? Math.max(v, best[w - weight] + value) : v)),
    new Array(room + 1).fill(0),
  )[room];
console.log(knapsack([[3, 4], [4, 5], [2, 3]], 6));
