function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
const far = (p) => p.x * p.x + p.y * p.y + p[2];
function scale(out, k) {
  const list = out.list;
  if (k === 1) return list;
  list[0] *= k;
  list[1] = Math.max(list[0], k);
  out.last = list[k] + list[2];
  return k > 2 ? list[0] + list[1] : out.size;
}
function tooFew(a) { return a[0] + a[1]; }
function makes(a) { return [a[0], a[1], a[2], a[3], a[4]]; }
function loops(a, n) { for (let i = 0; i < n; i++) a[i] += a[0] + a[1] + a[2]; }
function given(a) { return arguments[0][0] + a[0] + a[1] + a[2] + a[3]; }
function declares(a) { const b = a[0] + a[1] + a[2] + a[3]; function b2() {} return b; }
function strict(a) { "use strict"; let c = a[0] + a[1]; c += a[2] + a[3]; return c; }
function named(o) { o.f = () => 1; return o.x + o.y + o.z + o.w; }
function kept(o) { const a = o.x + o.y + o.z; o.g = function () {}; return a + o.w; }
function literals(o, v, k) { const p = [v[0], v[1], v[2]]; o.x = [p[0] * k, p[1], v[0] + v[1]]; return k ? [p[0], p[1]] : p[0] + p[1] + v[2]; }
function key(a, b) { a[[b[0], b[1]].length] = a[0] + a[1] + b[2]; return [[a[0], b[0]], a[1], b[1]]; }
function inAChain(a, b) { return a[0] + a[1] + a[2] + a[3] + b?.[[a[0]][0]]; }
