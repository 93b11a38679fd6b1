function call(f, a, b) {
  return f(a, b.c, 1);
}
function reassigned(f, a) {
  f = f || call;
  return f(a);
}
const o = { p: { m(list, by) { return list; } } };
let changing = [1];
o.p.m(changing, () => 1);
o.p.m(o.list, o.p.next());
o.p.n?.(changing);
o.p.m.call(o, changing);
o.p.m(...changing, changing);
o.p.m(
  // Kept where it stands.
  changing,
);
o.p.m(1, "text");
o.p.m(class {}, function () {}, changing = [2]);
