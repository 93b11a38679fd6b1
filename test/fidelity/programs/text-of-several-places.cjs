// V8 keeps what it has compiled for an indirect eval and for Function by the text: a trace may name another place than ours.
const show = (f) => {
  try {
    f();
  } catch (error) {
    console.log(error.stack.split("\n")[1].replace(/\(\/.*?([^/]*:\d+:\d+\))/, "($1"));
  }
};
const a = () => (0, eval)("[1].map(() => null.x)");
const b = () => (0, eval)("[1].map(() => null.x)");
const inside = () => eval("(0, eval)('[1].map(() => null.x)')");
for (const f of [a, b, a, b, inside, a]) show(f);
const c = () => Function("p", "return [p].map(() => null.x)")();
const d = () => new Function("p", "return [p].map(() => null.x)")();
const e = () => Function.apply(null, ["p", "return [p].map(() => null.x)"])();
for (const f of [c, d, c, e, d]) show(f);
const Generator = Object.getPrototypeOf(function* () {}).constructor;
const g = () => Generator("p", "return [p].map(() => null.x)")().next();
for (const f of [g, c, g]) show(f);
// Where the text sees the names around, each place has its own.
const h = () => eval("[1].map(() => null.y)");
const i = () => eval("[1].map(() => null.y)");
for (const f of [h, i, h]) show(f);
const tag = (strings) => strings;
const [j, k] = [() => (0, eval)("tag`x`"), () => (0, eval)("tag`x`")];
globalThis.tag = tag;
console.log(j() === j(), j() === k(), Function("return tag`y`")() === Function("return tag`y`")());
