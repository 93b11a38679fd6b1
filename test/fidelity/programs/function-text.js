// The text of functions and classes is the one they were written in.

function a(x, y = () => [1]) { return [x, y]; }
class B extends Object { static async *foo(q) { yield [q] } get z() { return [this] } static /*c*/ bar() { return [] } #p() { return [1] } x = () => [2]; ['c' + 1](){ return [3] } static { this.k = [1] } m = this.#p }
const o = { async m() { return [] }, get g() { return [1] }, set g(v) { v[0] = 1 }, *gen() { yield [1] }, f: function () { return [1] }, arrow: (a) => ({ a: [a] }), async: async x => [x], ['k' + 1](z) { return [z] } };
for (const f of [a, B, B.foo, B.bar, Object.getOwnPropertyDescriptor(B.prototype, 'z').get, new B().x, new B().m, B.prototype.c1, ...Object.values(Object.getOwnPropertyDescriptors(o)).flatMap(d => [d.value, d.get, d.set]).filter(Boolean)])
  console.log(f.toString(), '|', `${f}`.length);
console.log(Function.prototype.toString.toString(), Function.prototype.toString.name, Function.prototype.toString.length, Reflect.ownKeys(Function.prototype.toString), (function () {}).bind().toString(), Math.max.toString());
try { Function.prototype.toString.call({}) } catch (e) { console.log(e.message, e.stack.split('\n').length) }
try { new Function.prototype.toString() } catch (e) { console.log(e.message) }
console.log(eval('(' + a + ')')(1).length, a.toString().includes('$aT'));
console.log(Function.prototype.toString.call(new Proxy(a, {})));
