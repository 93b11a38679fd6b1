let list = [];
for (let i = 0; i < 10; i++) {
  list = [...list, i];
}
let other = [];
for (let i = 0; i < 10; i++) {
  other = other.concat(i);
}
let third = [];
for (let i = 0; i < 10; i++) {
  third = third.concat([i, i]);
}
console.log(list.length, other.length, third.length);
