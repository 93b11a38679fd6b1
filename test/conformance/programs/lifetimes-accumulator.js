// Worked by hand: the old list is copied into the new one, so both exist for that moment.
let list = []; // makes 1, needs 1
for (let i = 0; i < 8; i++) {
  list = list.concat(i); // makes 8, needs 2
}
console.log(list.length);
