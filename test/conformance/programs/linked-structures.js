const cons = (head, tail) => [head, tail];
const fromArray = ([head, ...tail]) => (head === undefined ? null : cons(head, fromArray(tail)));
const toArray = (list) => (list ? [list[0], ...toArray(list[1])] : []);
const reverse = (list, done = null) => (list ? reverse(list[1], cons(list[0], done)) : done);
console.log(toArray(reverse(fromArray([1, 2, 3, 4]))).join());
const heap = [];
function push(item) {
  heap.push(item);
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (heap[parent][0] <= heap[i][0]) break;
    [heap[parent], heap[i]] = [heap[i], heap[parent]];
    i = parent;
  }
}
for (const n of [5, 2, 8, 1]) push([n]);
console.log(heap[0][0], heap.length);
