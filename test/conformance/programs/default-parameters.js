function push(value, list = []) {
  list.push(value);
  return list;
}
function tagged(name, [tag] = ["default"], all = [name, tag], size = all.length) {
  return `${name}:${tag}:${size}`;
}
console.log(push(1).length, push(2).length, push(3, push(4)).length);
console.log(tagged("a"), tagged("b", ["x"]), tagged("c", undefined, [1, 2, 3]));
const arrow = (f = () => [1, 2], [a, b] = f()) => a + b;
console.log(arrow(), arrow(() => [5, 6]));
