const base = [1, 2, 3];
const copy = [...base];
const both = [...base, ...copy, 4];
const text = [..."héllo"];
const unique = [...new Set([1, 1, 2, 3, 3])];
function* odds() {
  yield 1;
  yield 3;
}
const generated = [0, ...odds(), ...[5, 7]];
console.log(copy.length, both.length, text.length, unique.join("-"), generated.join());
console.log(Math.max(...base, ...[9, 8]), [...[...[1]]].length);
