function Point(x) {
  this.coords = [x, x + 1];
}
const factory = () => Point;
const ns = { Point, Row: Array };
console.log(new Point(1).coords[1], new (factory())(2).coords[0], new ns.Point(3).coords.length);
console.log(new ns.Row(4).length, new Array, new (class extends Array {})().length);
const plain = new Point;
console.log(plain.coords[0] === undefined, Number.isNaN(plain.coords[1]));
const returned = new (function () {
  return [1, 2];
})();
console.log(returned.length);
