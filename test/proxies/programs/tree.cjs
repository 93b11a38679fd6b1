// A tree of boxes over 500 points, built by recursion; what it finds comes back in lists that are joined on the way up.
const points = Array.from({ length: 500 }, (_, i) => [(i * 37) % 101, (i * 53) % 97]);
function build(list, depth) {
  if (list.length <= 8) return { leaf: list };
  const axis = depth % 2;
  const sorted = [...list].sort((a, b) => a[axis] - b[axis] || a[1 - axis] - b[1 - axis]);
  const middle = sorted.length >> 1;
  return { axis, at: sorted[middle][axis], low: build(sorted.slice(0, middle), depth + 1), high: build(sorted.slice(middle), depth + 1) };
}
function within(node, [x0, y0, x1, y1]) {
  if (node.leaf) return node.leaf.filter(([x, y]) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
  const from = node.axis === 0 ? x0 : y0;
  const to = node.axis === 0 ? x1 : y1;
  const low = from <= node.at ? within(node.low, [x0, y0, x1, y1]) : [];
  const high = to >= node.at ? within(node.high, [x0, y0, x1, y1]) : [];
  return low.concat(high);
}
const tree = build(points, 0);
let found = 0;
for (let q = 0; q < 20; q++) {
  const box = [q * 4, q * 3, q * 4 + 20, q * 3 + 25];
  const hits = within(tree, box);
  found += hits.length;
}
const nearest = points.reduce((best, [x, y]) => Math.min(best, Math.hypot(x - 50, y - 50)), Infinity);
console.log(found, nearest.toFixed(3));
