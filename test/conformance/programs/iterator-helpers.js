// Worked by hand: only `toArray` makes one. Needs node 22.
function* naturals() {
  let n = 0;
  while (true) yield n++;
}
const squares = naturals().map((n) => n * n).filter((n) => n % 2).take(4).toArray(); // makes 1
console.log(squares.join());
const pairs = new Map([[1, 2], [3, 4]]).entries().map(([a, b]) => a + b).toArray(); // makes 6
console.log(pairs.join(), naturals().drop(2).take(2).reduce((a, b) => a + b));
const flat = [[1], [2, 3]].values().flatMap((list) => list).toArray(); // makes 4
console.log(flat.length);
