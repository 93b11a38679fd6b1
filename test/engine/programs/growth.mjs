// An empty list that is pushed to: its elements are copied to a larger store again and again.
const ring = new Array(16).fill(null);
function gather(n) {
  const list = [];
  for (let i = 0; i < n; i++) list.push(i);
  return list;
}
for (let i = 0; i < 20_000; i++) ring[i & 15] = gather(200);
console.log(ring[3].length);
