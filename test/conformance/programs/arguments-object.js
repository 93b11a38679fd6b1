function sum() {
  let total = 0;
  for (let i = 0; i < arguments.length; i++) total += arguments[i];
  return total;
}
function toList() {
  return Array.prototype.slice.call(arguments, 1);
}
function spread() {
  return [...arguments].length + Array.from(arguments).length;
}
function forward() {
  return sum.apply(null, arguments);
}
console.log(sum(1, 2, 3), toList(1, 2, 3).join(), spread(1, 2), forward(4, 5));
