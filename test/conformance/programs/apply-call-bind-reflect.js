const numbers = [3, 9, 4];
console.log(Math.max.apply(null, numbers), Math.min.call(null, ...numbers));
const slice = Function.prototype.call.bind(Array.prototype.slice);
console.log(slice(numbers, 1).join(), [].concat.apply([], [[1], [2, 3]]).length);
const pair = Array.of.bind(null, "left");
console.log(pair("right").length, Reflect.apply(Array.of, null, [1, 2]).length);
const made = Reflect.construct(Array, [1, 2, 3]);
const typed = Reflect.construct(Float32Array, [2]);
class Row extends Array {}
console.log(made.length, typed.length, Reflect.construct(Array, [], Row) instanceof Row);
function collect(...rest) {
  return rest;
}
console.log(collect.apply(null, [1, 2]).length, collect.call(null, 3)[0], collect.bind(null, 4)(5).join());
