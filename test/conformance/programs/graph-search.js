const graph = new Map(Object.entries({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }));
function bfs(start, goal) {
  const queue = [[start]];
  const seen = new Set([start]);
  while (queue.length) {
    const path = queue.shift();
    const node = path[path.length - 1];
    if (node === goal) return path;
    for (const next of graph.get(node)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return [];
}
console.log(bfs("a", "d").join(">"), bfs("d", "a").length);
