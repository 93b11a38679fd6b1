const letters = ["a", "b", "c", "d", "e"];
console.log(letters.slice(1, 3).join(), letters.slice().length, letters.slice(-2)[0]);
console.log(letters.concat("f", ["g", "h"]).length, [].concat(1, [2], [[3]]).length);
const removed = letters.splice(1, 2, "X", "Y", "Z");
console.log(removed.join(), letters.join(""));
letters.splice(0, 1);
for (let i = 0; i < 3; i++) {
  const rest = letters.slice(i);
  if (rest.length === 0) break;
  console.log(rest[0]);
}
