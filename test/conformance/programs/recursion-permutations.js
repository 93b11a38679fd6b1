function permutations(items) {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) => {
    const others = [...items.slice(0, i), ...items.slice(i + 1)];
    return permutations(others).map((rest) => [item, ...rest]);
  });
}
const all = permutations(["a", "b", "c"]);
console.log(all.length, all.map((p) => p.join("")).join());
