// Worked by hand: two pieces of a split are read before the next line is split.
const log = "a=1\nb=22\nc=333";
let total = 0;
for (const line of log.split("\n")) { // makes 1, needs 1
  const parts = line.split("="); // makes 3, needs 1
  total += parts[1].length * parts[0].length;
}
console.log(total);
