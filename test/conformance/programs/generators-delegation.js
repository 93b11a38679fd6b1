function* leaves(tree) {
  if (Array.isArray(tree)) {
    for (const child of tree) yield* leaves(child);
  } else {
    yield tree;
  }
}
function* chain(...iterables) {
  for (const iterable of iterables) yield* iterable;
}
console.log([...leaves([1, [2, [3]], 4])].join());
let n = 0;
for (const item of chain([1, 2], new Map([["k", "v"]]), "ab")) {
  n += Array.isArray(item) ? 100 : 1;
}
console.log(n);
