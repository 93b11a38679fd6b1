// A generator's rest array is made by the call, whether anybody steps through it or not.
function* pairs(...list) { for (let i = 1; i < list.length; i++) yield list[i - 1] + list[i]; }
const waiting = [];
for (let i = 0; i < 4; i++) waiting.push(pairs(i, i + 1, i + 2));
const between = []; for (let i = 0; i < 3; i++) between.push([i]);
console.log(waiting.map((each) => each.next().value).join());
pairs(1, 2); pairs();
function* nested([first, ...others], ...[second, ...rest]) { yield first + others.length + second + rest.length; }
const later = [nested([1, 2, 3], 4, 5, 6), nested([1], 2)];
console.log(later.map((each) => each.next().value).join(), nested.length, pairs.length);
const box = { *[Symbol.iterator](...list) { yield list.length; yield* list; }, *each(a, b = a, ...list) { yield* [a, b, ...list]; } };
console.log([...box].join(), [...box.each(1, undefined, 3, 4)].join(), box.each.length);
class Row { static *of(...list) { yield list; } *at(...list) { yield arguments.length - list.length; } }
for (const list of Row.of(1, 2)) console.log(list.length, Array.isArray(list), list.join());
console.log([...new Row().at(1, 2)].join());
