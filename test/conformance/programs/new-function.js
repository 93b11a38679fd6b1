const add = new Function("a", "b", "return [a + b];");
const pairs = Function("n", `
  const out = [];
  for (let i = 0; i < n; i++) out.push([i]);
  return out;
`);
console.log(add(1, 2)[0], pairs(3).length);
const own = [1, 2].map(new Function("x", "return [x][0] * 2"));
console.log(own.join());
const F = Function;
const built = [Reflect.construct(F, ["a", "return [a, [a]]"], F), Reflect.apply(Function, null, ["a", "return [a]"])];
for (const f of built) console.log(f(4).length);
