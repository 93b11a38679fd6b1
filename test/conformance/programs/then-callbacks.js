Promise.all([1, 2, 3]).then((values) => {
  console.log(values.length);
});
Promise.resolve([1, 2])
  .then(([a, b]) => [b, a])
  .then((swapped) => console.log(swapped.join()));
Promise.allSettled([Promise.reject([0])])
  .then((results) => results.map((r) => r.reason[0]))
  .then((list) => console.log(list.join()))
  .finally(() => console.log([].length));
