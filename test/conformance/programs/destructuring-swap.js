let a = 1;
let b = 2;
[a, b] = [b, a];
console.log(a, b);
const list = [5, 3, 8, 1];
for (let i = 0; i < list.length; i++) {
  for (let j = 0; j + 1 < list.length - i; j++) {
    if (list[j] > list[j + 1]) [list[j], list[j + 1]] = [list[j + 1], list[j]];
  }
}
console.log(list.join());
let fib = [0, 1];
for (let i = 0; i < 10; i++) fib = [fib[1], fib[0] + fib[1]];
console.log(fib[1]);
