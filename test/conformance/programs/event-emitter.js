class Emitter {
  #handlers = new Map();
  on(name, handler) {
    const list = this.#handlers.get(name) ?? [];
    this.#handlers.set(name, [...list, handler]);
    return () => this.#handlers.set(name, this.#handlers.get(name).filter((h) => h !== handler));
  }
  emit(name, ...args) {
    for (const handler of this.#handlers.get(name) ?? []) handler(...args);
  }
}
const emitter = new Emitter();
const got = [];
const off = emitter.on("x", (a, b) => got.push([a, b]));
emitter.on("x", (...all) => got.push(all));
emitter.emit("x", 1, 2);
off();
emitter.emit("x", 3);
emitter.emit("none");
console.log(got.map((g) => g.join("+")).join());
