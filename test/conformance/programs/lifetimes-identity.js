// Worked by hand: being compared is being used; being tested for truth is not.
const first = []; // makes 1, needs 1
let same = 0;
let truthy = 0;
const marks = [first, null]; // makes 1, needs 1
for (let i = 0; i < 6; i++) {
  const mark = [i]; // makes 6, needs 2
  if (marks[1] === mark || marks[0] === mark) same += 1;
  marks[1] = mark;
}
for (let i = 0; i < 6; i++) {
  const mark = [i]; // makes 6, needs 1
  if (mark && typeof mark === "object") truthy += 1;
}
console.log(same, truthy);
