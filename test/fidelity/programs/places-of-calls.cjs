// Where V8 puts a call whose key is computed.
const q = () => ({ a: { m(x) { throw new Error("x") } } }); const k = "m", o = q().a; const f = () => "m";
const show = (g) => { try { g() } catch (e) { console.log(e.stack.split("\n")[2].replace(/\(.*\//, "")) } };
show(() => q().a[["m"][0]](1));
show(() => q().a[k](1, [2]));
show(() => q().a["m"]([1]));
show(() => q().a.m([1]));
show(() => o[k](1));
show(() => o[f()](1));
show(() => o[f()] (1));
show(() => o[f()](

[1]));
show(() => o[f() /* ] */ ]
/* ( */ ([1]));
