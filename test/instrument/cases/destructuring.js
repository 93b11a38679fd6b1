const [x, y] = pair();
const [head, ...tail] = list;
const { a, b: [c, ...d], ...others } = o;
[p, q] = [q, p];
[first, ...o.rest] = list;
const [i = [1], { j = f() } = {}] = list;
try {
  f();
} catch ([code, ...text]) {
  g(code);
}
