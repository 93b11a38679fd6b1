f(x);
f(x)(y);
f(g(x), [1], ...list);
o.method(x);
o.a.method([1]);
o[key](x);
(0, o.method)(x);
super_.call(this, x);
new Thing(x, [1]);
new Thing;
new (make())(x);
async function wait() {
  return await later(x);
}
