// Text of a direct eval that asks for what only the code around can give: `new.target` and `super`.
console.log(eval("[new.target]"));
const up = () => eval("[new.target, 1].map((x) => [x])"); console.log(up());
class P { get v() { return [1]; } static s() { return [2]; } }
class A extends P { x = eval("[7]"); constructor() { super(); this.y = eval("(() => [new.target === A, super.v])()"); } m() { return eval("[super.v, new.target, ...super.v]"); } static s() { return (() => eval("[super.s(), new.target]"))(); } get v() { return eval("super.v.concat(super.v)"); } set w(x) { eval("[new.target, x]"); console.log(eval("eval('[super.v, new.target]')")); } }
const a = new A(); a.w = 1; console.log(a.x, a.y, a.m(), A.s(), a.v);
function f(b = eval("[new.target]")) { return [b, eval("var q = [new.target]; q"), q, eval("with ({ z: [new.target] }) z")]; }
console.log(f(), new f());
function g() { return eval("(x) => [x, new.target]"); }
console.log(g()(1), new (g)()(2));
for (const t of ["new.target", "[super.x]", "super()", "return 1", "[new.target", "}, n() { [1]", "[1]; new.target = 1", "new.target++", "'use strict'; with ({}) [new.target]"]) { 
  try { (0, eval)(t); } catch (e) { console.log(t, e.message, e.stack.split("\n").slice(0, 2).join()); }
  try { (function () { return eval(t); })(); } catch (e) { console.log(t, e.message); }
  try { new (class extends P { constructor() { super(); eval(t); } })(); } catch (e) { console.log(t, e.message); }
  try { ({ m() { return eval(t); } }).m(); } catch (e) { console.log(t, e.message); }
}
const o = { m() { return eval("[super.toString === Object.prototype.toString]"); } }; console.log(o.m());
function h() { eval("[new.target,\n [1].map(() => null.x)]"); }
try { h(); } catch (e) { console.log(e.stack); }
