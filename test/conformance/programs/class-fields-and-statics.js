class Cache {
  static #shared = [];
  static limits = [1, 2];
  static {
    for (const limit of this.limits) this.#shared.push([limit]);
  }
  entries = [];
  #recent = ["none"];
  [`field${1}`] = [0];
  static shared() {
    return Cache.#shared.length;
  }
  #pair(a) {
    return [a, this.#recent[0]];
  }
  visit(key) {
    this.entries.push(this.#pair(key));
    return #recent in this;
  }
}
const caches = [new Cache(), new Cache()];
console.log(caches[0].visit("a"), caches[1].entries.length, caches[0].entries[0].join(), Cache.shared());
console.log(caches[1].field1.length);
