// Worked by hand: the list is made after the callee's has been returned, and copied from it: two at once.
function countdown(n) {
  if (n === 0) return [0]; // makes 1, needs 1
  const rest = countdown(n - 1);
  const list = new Array(); // makes 5, needs 2
  list.push(n);
  for (const x of rest) list.push(x);
  return list;
}
console.log(countdown(5).join());
