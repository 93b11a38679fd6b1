const quicksort = (list) => {
  if (list.length < 2) return list;
  const [pivot, ...rest] = list;
  const low = rest.filter((x) => x < pivot);
  const high = rest.filter((x) => x >= pivot);
  return [...quicksort(low), pivot, ...quicksort(high)];
};
console.log(quicksort([5, 2, 9, 1, 5, 6]).join());
function mergesort(list) {
  if (list.length === 1) return list;
  const middle = list.length >> 1;
  const left = mergesort(list.slice(0, middle));
  const right = mergesort(list.slice(middle));
  const out = [];
  while (left.length && right.length) out.push(left[0] <= right[0] ? left.shift() : right.shift());
  return out.concat(left, right);
}
console.log(mergesort([4, 1, 3, 2, 8]).join());
