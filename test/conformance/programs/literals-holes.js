const sparse = [1, , 3, , , 6];
const trailing = [1, 2,];
const onlyHoles = [, , ,];
console.log(sparse.length, 1 in sparse, trailing.length, onlyHoles.length);
let seen = 0;
sparse.forEach((value) => {
  seen += value;
});
console.log(seen, sparse.indexOf(undefined), Object.keys(sparse).join());
