// Where V8 says that a name which is called is not defined: in files, and in texts.
const at = (e) => `${e.message} ${e.stack.split("\n")[1].replace(/.*:(\d+:\d+).*/, "$1")}`;
const show = (f) => { try { f() } catch (e) { console.log(at(e)) } };
const five = 5, o = {};
show(() => { five([1]) }); show(() => five([1])); show(() => { new five([1]) }); show(() => { new five.x([1]) });
show(() => { return five(1) }); show(() => { const z = five([1]) }); show(() => { let z, y = new five([1]); });
show(() => { late([1]); let late; }); show(() => { new late([1]); let late; }); show(() => { new late.x(); class late {} });
show(() => { late.x([1]); let late; }); show(() => { return new late([1]); let late; }); show(() => { throw new nobody([1]); });
show(() => { nobody([1]).x });  show(() => { nobody(nobody2([1])) });
show(() => { nobody([1]) + 1 }); show(() => { nobody([1]) || 1 }); show(() => { nobody([1]) ? 1 : 2 }); show(() => { nobody([1]), 2 }); show(() => { (nobody([1])) });
show(() => { (0, nobody)([1]) }); show(() => { o.x = nobody([1]) }); show(() => { o.x += nobody([1]) }); show(() => { [nobody([1])] });
show(() => { nobody.x?.([1]) }); show(() => { new (nobody)([1]) }); show(() => { new (nobody.x)([1]) }); show(() => { new (nobody())([1]) });
show(() => { if (nobody([1])) o; }); show(() => { while (nobody([1])); }); show(() => { for (const x of nobody([1])); }); show(() => { for (let i = nobody([1]); ;); }); show(() => { switch (nobody([1])) {} });
show(() => { const [a] = nobody([1]) }); show(() => { const { a } = new nobody([1]) }); 
show(() => { const f = () => nobody([1]); f() }); show(() => { typeof nobody([1]) }); show(() => { !nobody([1]) }); show(() => { void new nobody([1]) });
show(() => { five(() => { throw new Error("in") }) }); show(() => { o.f = () => { throw new Error("in") }; o.f([1]) }); show(() => { function g() { throw new Error("g") } g([1]) }); show(() => { class G { constructor() { throw new Error("G") } } new G([1]) });
show(function () { "use strict"; nobody([1]) }); show(() => { // c
  nobody([1]) }); show(() => { return (
    nobody([1])) }); show(() => { return [1].map(nobody([2])) }); show(() => { `${nobody([1])}` }); show(() => { yield_: nobody([1]) }); show(() => { nobody
 ([1]) }); show(() => { new
 nobody
 .x([1]) });
show(() => { export_ = nobody([1]); }); (async () => { try { await nobody([1]) } catch (e) { console.log(at(e)) } try { await new nobody([1]) } catch (e) { console.log(at(e)) } })(); function* gen() { yield nobody([1]) } show(() => gen().next());
const texts = ["new x", "[1]; new x()", "new x([1])", "  new x(1, [2]).y", "[1]; new x;", "1 + new x()", "(new x([]))", "let a = [1];\n  new x(a)", "throw new x([1])", "if ([1]) new x()", "{ new x([1]) }", "() => new x", "new x.y([1])", "new (x)([1])", "x([1])", "(() => { new x([1]) })()", "(() => { return new x([1]) })()", "var z = new x([1])", "new x([1]), 2", "new x([1]) + 1", "[1].map(() => new x([2]))", "new\nx([1])", "[new x([1])]", "`${new x([1])}`", "for (;;) { new x([1]) }", "for (const y of [1]) new x([y])", "switch (1) { case 1: new x([1]) }", "label: new x([1])", "await_; new x([1])", "'use strict'; new x([1])", "function f() { new x([1]) } f()", "try { new x([1]) } finally { [1] }", "new x(...[1])"];
const place = (e) => (/<anonymous>:(\d+:\d+)/.exec(e.stack) ?? [])[1];
for (const t of texts) { const out = [];
  for (const run of [() => eval(t), () => (0, eval)(t), () => Function(t)()]) try { out.push(String(run())); } catch (e) { out.push(`${e.message} ${place(e)}`); }
  console.log(JSON.stringify(t), out.join(" | ")); }
