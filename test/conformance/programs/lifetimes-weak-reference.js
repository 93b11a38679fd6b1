// Worked by hand: `deref` hands out the array itself, so it is a use.
const refs = []; // makes 1, needs 1
const strong = []; // makes 1, needs 1
for (let i = 0; i < 4; i++) {
  const value = [i]; // makes 4, needs 4
  strong.push(value);
  refs.push(new WeakRef(value));
}
let sum = 0;
for (const ref of refs) sum += ref.deref()[0];
console.log(sum, strong.length);
