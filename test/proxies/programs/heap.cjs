// Shortest ways in a grid of 40 by 40, by a binary heap of pairs.
const side = 40;
const cost = new Int32Array(side * side).map((_, i) => 1 + ((i * 7919) % 9));
const heap = [];
function push(pair) {
  let i = heap.push(pair) - 1;
  while (i > 0) {
    const up = (i - 1) >> 1;
    if (heap[up][0] <= heap[i][0]) break;
    [heap[up], heap[i]] = [heap[i], heap[up]];
    i = up;
  }
}
function pop() {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length > 0) {
    heap[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && heap[child][0] < heap[least][0]) least = child;
      if (least === i) break;
      [heap[least], heap[i]] = [heap[i], heap[least]];
      i = least;
    }
  }
  return top;
}
const dist = new Float64Array(side * side).fill(Infinity);
dist[0] = 0;
push([0, 0]);
let popped = 0;
while (heap.length > 0) {
  const [d, at] = pop();
  popped++;
  if (d > dist[at]) continue;
  const x = at % side;
  for (const [to, ok] of [
    [at - 1, x > 0],
    [at + 1, x < side - 1],
    [at - side, at >= side],
    [at + side, at < side * (side - 1)],
  ]) {
    if (!ok || d + cost[to] >= dist[to]) continue;
    dist[to] = d + cost[to];
    push([dist[to], to]);
  }
}
console.log(popped > 1000, dist[side * side - 1]);
