console.log(Array.of(7).length, Array.of(1, 2, 3).join());
console.log(Array.from("abc").length, Array.from({ length: 3 }).length);
const squares = Array.from({ length: 5 }, (_, i) => i * i);
const fromSet = Array.from(new Set(squares));
const fromMap = Array.from(new Map([[1, "a"], [2, "b"]]));
console.log(squares.join(), fromSet.length, fromMap[1][1]);
const grid = Array.from({ length: 3 }, (_, y) => Array.from({ length: 2 }, (_, x) => [x, y]));
console.log(grid[2][1].join());
class Stack extends Array {}
console.log(Stack.of(1, 2) instanceof Stack, Stack.from([3]).length);
