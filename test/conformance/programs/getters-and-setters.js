class Polygon {
  #sides = [];
  get sides() {
    return [...this.#sides];
  }
  set sides(list) {
    this.#sides = list.slice();
  }
  static get unit() {
    const p = new Polygon();
    p.sides = [1, 1, 1];
    return p;
  }
}
const triangle = Polygon.unit;
console.log(triangle.sides.length, triangle.sides[0]);
const lazy = {
  get items() {
    const value = [1, 2, 3];
    Object.defineProperty(this, "items", { value });
    return value;
  },
};
console.log(lazy.items.length + lazy.items.length, lazy.items === lazy.items);
const { items } = lazy;
console.log(items[0]);
