/* Runs before a program whose arrays go through `$P`: each becomes a Proxy whose traps note every access. One line when it is put in front. */
/* biome-ignore lint/correctness/noUnusedVariables: the program behind it calls it. */
const $P = (() => {
  const { isArray } = Array,
    { isView } = ArrayBuffer;
  const proxies = new WeakSet(),
    known = new WeakMap(),
    lives = [];
  let clock = 0;
  const handler = (life, typed) => {
    const use = () => {
      life.last = clock;
    };
    const called =
      (target, method) =>
      (...args) => {
        use();
        const run = args.map((arg) =>
          typeof arg === "function"
            ? (...xs) => {
                use();
                return arg(...xs);
              }
            : arg,
        );
        try {
          return Reflect.apply(method, target, run);
        } finally {
          use();
        }
      };
    const receiver = (target, given) => (typed ? target : given);
    return {
      get(target, key, given) {
        use();
        const value = Reflect.get(target, key, receiver(target, given));
        return typed && typeof value === "function" && key !== "constructor" ? called(target, value) : value;
      },
      set(target, key, value) {
        use();
        return Reflect.set(target, key, value);
      },
      has(target, key) {
        use();
        return Reflect.has(target, key);
      },
      deleteProperty(target, key) {
        use();
        return Reflect.deleteProperty(target, key);
      },
      ownKeys(target) {
        use();
        return Reflect.ownKeys(target);
      },
      getOwnPropertyDescriptor(target, key) {
        use();
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
      defineProperty(target, key, descriptor) {
        use();
        return Reflect.defineProperty(target, key, descriptor);
      },
    };
  };
  process.on("exit", () => require("node:fs").writeFileSync(process.env.PROXY_LIVES, JSON.stringify(lives)));
  return (site, value) => {
    if (typeof value !== "object" || value === null || proxies.has(value) || !(isArray(value) || isView(value)))
      return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const typed = isView(value);
    clock += 1;
    const size = typed ? `${value.constructor.name} ${value.length}` : value.constructor.name;
    const life = { site, size, birth: clock, last: clock };
    lives.push(life);
    const proxy = new Proxy(value, handler(life, typed));
    proxies.add(proxy);
    known.set(value, proxy);
    return proxy;
  };
})();
