// Keys that are computed, in calls of what is no function: V8 quotes them as they were written.
const o = {}; try { o[[1]]() } catch (e) { console.log(e.message) }
try { o[[1].length]() } catch (e) { console.log(e.message) }
try { o[`${[1]}`]() } catch (e) { console.log(e.message) }
const k=[2]; try { o[k]() } catch (e) { console.log(e.message) }
try { o[k[0]]() } catch (e) { console.log(e.message) }
try { o[[1]].x } catch (e) { console.log(e.message) }
try { new o[[1]]() } catch (e) { console.log(e.message) }
try { o[[1]]`x` } catch (e) { console.log(e.message) }
try { o.a[[1]]() } catch (e) { console.log(e.message) }
try { (o[[1]])() } catch (e) { console.log(e.message) }
try { o[{a:[1]}]() } catch (e) { console.log(e.message) }
try { o[()=>[1]]() } catch (e) { console.log(e.message) }
try { [].x[[1]]() } catch (e) { console.log(e.message) }
try { o[[]]() } catch (e) { console.log(e.message) }
try { o[/x/]() } catch (e) { console.log(e.message) }
const f = () => [1]; const t = { m() { try { this[f()](f()) } catch (e) { console.log(e.message) } try { this[f().concat([2])]() } catch (e) { console.log(e.message) } } }; t.m();
const order = []; const note = (x) => { order.push(x); return x; };
try { o[note("k") + f()](note("a"), note("b")) } catch (e) { console.log(e.message, order) }
const h = { 1: function (...list) { return [this === h, list] } , get 2() { order.push("get"); return h[1] }, async 3() { return [this === h] } };
console.log(h[f()](1), h[[note(2)]](note(3)), h[f()]?.(4), h?.[f()](5), h[f()].call(h, 6), [..."ab"][f()]?.at(0), order);
console.log((h[f()])(7), h[f()]`x`.length, [[3, 1, 2]][[0]].sort(), [3, 1][["sort"]](), "a,b"[["split"]](","), [1, [2]][["flat"]]());
try { h[f()] = null; h[f()]() } catch (e) { console.log(e.message, e.stack.split("\n")[1].replace(/\(.*\//, "")) }
try { undefined_[f()]() } catch (e) { console.log(e.message) }
let u; try { u[f()]() } catch (e) { console.log(e.message) }
try { u[f()](note(1)) } catch (e) { console.log(e.message) }
h[3]().then(console.log); h[[3]]().then(console.log);
class P { #x = 1; s = super[f()]; m() { return [super[f()], super[["toString"]]().length]; } } console.log(new P().m());
try { ({ m() { super[f()]() } }).m() } catch (e) { console.log(e.message) }
with_: { const g = new Function("o", "f", "with (o) { return [o[f()](1)] }"); console.log(g({ 1: (x) => [x] }, f)); }
const numbers = [1, 2]; const o2 = { 1: (x) => [x], 2() { return [this === o]; } };
let n = 0;
for (let i = 0; i < 3; i++) { const keys = [1, 2, 1]; n += o2[keys[i]](i).length; }
const visit = { leaf: (node) => [node.type], pair: (node) => node.kids.map((kid) => visit[kid.type](kid)) };
console.log(n, visit.pair({ type: "pair", kids: [{ type: "leaf" }, { type: "pair", kids: [{ type: "leaf" }] }] }));
function run(code) { let pc = 0, out = []; const ops = { a: () => [pc], b: (x) => x.concat(1) }; while (pc < code.length) out = ops[code[pc++]](out); return out; }
console.log(run(["a", "b", "b"]));
const lazy = { get type() { return ["leaf"]; } }; console.log(visit[lazy.type](lazy));
try { visit[lazy.kind](lazy); } catch (e) { console.log(e.message); }
try { run(["a", "c"]); } catch (e) { console.log(e.message); }
const tagged = [3]; tagged.type = "leaf"; console.log(visit[tagged.type](tagged), visit[numbers.length]?.(1));
try { visit[early.type](1); const early = {}; } catch (e) { console.log(e.message); }
try { gone[early2.type](1); const early2 = {}; } catch (e) { console.log(e.message); }
function g(v, k) { return v[k[0]](k); } console.log(g(o2, [1]), g(o2, [2]), g([5], ["concat"]));
