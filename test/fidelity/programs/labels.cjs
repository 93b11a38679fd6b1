"use strict";
/** What V8 calls functions without a name, and where it finds the faults of the places that they are written to. */
const o = { a: { b: [] } };
const arr = [];
const k = 0;
let calls = 0;
let list = [];
list = [1];
function f() {
  calls++;
  return arr;
}
const first = (error) => error.stack.split("\n")[1].trim();
/** The label, or the place alone where there is none. */
const say = (fn) => {
  let error = null;
  try { new fn(); } catch (one) { error = one; }
  try { if (!/^class/.test(fn)) fn(); } catch (one) { error = one; }
  console.log(calls, first(error).replace(/\(?\/.*\/|\)/g, ""));
};
f()[0] = () => { throw new Error(); }; say(arr[0]);
f([1])[0] = () => { throw new Error(); }; say(arr[0]);
f([1]).x = () => { throw new Error(); }; say(arr.x);
o["a"].b[0] = () => { throw new Error(); }; say(o.a.b[0]);
o[["a"][0]].b[k] = () => { throw new Error(); }; say(o.a.b[0]);
o.a.b[k] = function () { throw new Error(); }; say(o.a.b[0]);
o.a["b"][k] ??= () => { throw new Error(); }; say(o.a.b[0]);
o.a["b"][k] = class { static x = [1]; constructor() { throw new Error(); } }; say(o.a.b[0]);
o.a["b"][k] = class { x = [1]; constructor() { throw new Error(); } }; say(o.a.b[0]);
f`x`[0] = () => { throw new Error(); }; say(arr[0]);
f`x`.x = () => { throw new Error(); }; say(arr.x);
class A {
  #p = [];
  list = [];
  static make() { return new A(); }
  go() {
    this.#p[0] = () => { throw new Error(); }; say(this.#p[0]);
    this.list[f().length] = () => { throw new Error(); }; say(this.list.at(-1));
    super.y = function () { throw new Error(); }; say(this.y);
    super[["z"][0]] = [1];
    super[k] = () => { throw new Error(); }; say(this[0]);
  }
}
new A().go();
let a;
(a = new A()).list[0] = () => { throw new Error(); }; say(a.list[0]);
(a = A.make()).list.p = () => { throw new Error(); }; say(a.list.p);
list[0] = () => { throw new Error(); }; say(list[0]);
list[f().length] = () => { throw new Error(); }; say(list.at(-1));
const inList = [list[0] = () => { throw new Error(); }]; say(inList[0]);
const inBoth = list[0] = () => { throw new Error(); }; say(inBoth);
module.exports.foo = function () { throw new Error(); }; say(module.exports.foo);
exports.a = exports.b = function () { throw new Error(); }; say(exports.a);
process.foo = function () { throw new Error(); }; say(process.foo);
Array.prototype.zork = function () { throw new Error(); }; say([].zork);
A.prototype.zork = function () { throw new Error(); }; say(A.prototype.zork);

const fails = (body) => {
  try { body(); } catch (error) { console.log(error.message, first(error).replace(/.*\/|\)/g, "")); }
};
fails(() => { null[0] = () => 1; });
fails(() => { o.q.w = () => 1; });
fails(() => { o.q.w[0].x = () => 1; });
fails(() => { f().q.w = () => 1; });
fails(() => { f().q().w = () => 1; });
fails(() => { o.a.q().w = () => 1; });
fails(() => { Object.freeze([1])[0] = () => 1; });
fails(() => { undeclared[0] = () => 1; });
fails(() => { undeclared[0] = [1]; });
fails(() => { undeclared.x.y = () => 1; });

// Of these V8 takes more of the text around: that may be lost, but none of it may come from us.
const own = (fn) => {
  try { fn(); } catch (error) { console.log(/\$aT/.test(error.stack)); }
};
o.c = o.d = f() ? () => { throw new Error(); } : null; own(o.c);
f(arr[0] = () => { throw new Error(); }); own(arr[0]);
o.a.c = [arr[0] = f() && (() => { throw new Error(); })]; own(arr[0]);
f(arr[0] = f() && class { constructor() { throw new Error(); } }); own(() => new arr[0]());
