const log = [];
const target = [1, 2, 3];
const watched = new Proxy(target, {
  get(object, key, receiver) {
    log.push(["get", String(key)]);
    return Reflect.get(object, key, receiver);
  },
  ownKeys(object) {
    return Reflect.ownKeys(object);
  },
});
console.log(watched[1], watched.length, log.length);
const virtual = new Proxy({}, { get: (_, key) => (key === "size" ? 2 : [key]) });
console.log(virtual.name[0], virtual.size, Object.keys(watched).length);
const callable = new Proxy((...args) => args.length, { apply: (f, self, args) => f(...args) + args.length });
console.log(callable(1, 2, 3), Array.isArray(watched), watched.map((x) => x * 2).join());
