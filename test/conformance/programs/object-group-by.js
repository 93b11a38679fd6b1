// Worked by hand: one array for each group. Needs node 21.
const words = ["apple", "avocado", "bean", "cherry", "corn"]; // makes 1
const groups = Object.groupBy(words, (word) => word[0]); // makes 3
console.log(Object.keys(groups).join(), groups.c.join()); // makes 1
const byLength = Map.groupBy(words, ({ length }) => length > 5); // makes 2
console.log(byLength.get(true).length, byLength.get(false)[1]);
