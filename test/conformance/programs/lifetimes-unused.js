// Worked by hand: never looked at, they need one place between them.
function collect(...ignored) { // makes 8, needs 1
  return 1;
}
let n = 0;
for (let i = 0; i < 8; i++) {
  n += collect(i, i);
  [i, i, i]; // makes 8, needs 1
}
console.log(n);
