// Worked by hand: operands are popped and read before their result is made, so three are alive at once.
const stack = []; // makes 1, needs 1
const box = (n) => [n]; // makes 7, needs 3
for (const token of "1 2 + 3 4 + *".split(" ")) { // makes 1, needs 1
  if (token === "+" || token === "*") {
    const b = stack.pop();
    const a = stack.pop();
    stack.push(box(token === "+" ? a[0] + b[0] : a[0] * b[0]));
  } else {
    stack.push(box(Number(token)));
  }
}
console.log(stack[0][0]);
