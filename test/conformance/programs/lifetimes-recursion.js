// Worked by hand: a caller's list is filled while the callee's is made and read; the depth decides.
function countdown(n) {
  const list = [n]; // makes 6, needs 6
  if (n > 0) {
    for (const x of countdown(n - 1)) list.push(x);
  }
  return list;
}
console.log(countdown(5).join());
