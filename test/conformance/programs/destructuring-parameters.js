const norm = ([x, y]) => Math.sqrt(x * x + y * y);
function range([from, to] = [0, 3], { step = 1, out = [] } = {}) {
  for (let i = from; i < to; i += step) out.push(i);
  return out;
}
console.log(norm([3, 4]), range().join(), range([2, 9], { step: 3 }).join());
const byName = (([first, ...others], [k, v]) => `${first}${others.length}${k}${v}`)("abc", ["k", 1]);
console.log(byName);
console.log([[1, 2], [3, 4]].map(([a, b]) => a * b).join());
