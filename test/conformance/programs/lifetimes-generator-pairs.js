// Worked by hand: each pair is taken apart before the next is made.
function* enumerate(text) {
  let i = 0;
  for (const letter of text) yield [i++, letter]; // makes 6, needs 1
}
let checksum = 0;
for (const [i, letter] of enumerate("lambda")) checksum += i * letter.charCodeAt(0);
console.log(checksum);
