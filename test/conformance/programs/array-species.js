class Silent extends Array {
  static get [Symbol.species]() {
    return undefined;
  }
}
const silent = Silent.from([1, 2, 3]);
console.log(silent.map((x) => x).constructor.name, silent.slice(1).length);
const odd = [1, 2, 3];
odd.constructor = {
  [Symbol.species]: function Collector(length) {
    this.length = length;
    this.made = true;
  },
};
const collected = odd.map((x) => x * 2);
console.log(collected.made, collected[2], Array.isArray(collected));
