// Classes that extend what compiles text.
const vm = require("node:vm");
class F extends Function {}
const G = class extends Function { constructor(...args) { super(...args); this.made = [args.length]; } };
class Callable extends Function {
  constructor(n) { super("...args", "return this.bound.run(...args)"); this.bound = this.bind(this); this.n = n; return this.bound; }
  run(...list) { return list.concat(1); }
}
class S extends vm.Script { constructor(text) { const go = () => super(text, { filename: "s.js" }); go(); } }
class H extends F { constructor() { super("return [9, [9]]"); } }
const f = new F("a", "return [a, [a]]");
console.log(f(1), String(f), f instanceof F, f.name, f.length);
const g = new G("a", "b", "return [a].concat(b)"); console.log(g(1, 2), g.made, String(g));
const c = new Callable(3); c.bound = c; 
try { console.log(c(1, 2)); } catch (e) { console.log(e.message, e.stack.split("\n")[1]); }
console.log(new S("[1, [2]]").runInThisContext(), new H()(), String(new H()));
try { new F("return [1].map(() => null.x)")(); } catch (e) { console.log(e.stack); }
try { new G("return ["); } catch (e) { console.log(e.stack); }
try { F("return [1]"); } catch (e) { console.log(e.message); }
class A { constructor(t) { this.t = t; } }
class B extends A { constructor(t) { super(t + "[1]"); } }
console.log(new B("x"), new (class extends F { })("return [5]")());
{ const Function = class { constructor(t) { this.t = t; } }; class K extends Function {} console.log(new K("[1]")); }
const Gen = Object.getPrototypeOf(function* () {}).constructor;
class J extends Gen { constructor(t) { super(t); } }
console.log([...new J("yield [1]; yield [2]")()]);
