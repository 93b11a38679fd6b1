// Worked by hand: the searching methods make nothing.
const list = [1, 5, 3, 8]; // makes 1
console.log(list.findLast((x) => x < 8), list.findLastIndex((x) => x === 5));
let n = 0;
for (let i = 0; i < 4; i++) n += [i, i + 1].findLast((x) => x > 0); // makes 4, needs 1
console.log(n);
