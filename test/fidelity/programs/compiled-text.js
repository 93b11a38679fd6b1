// Each line is a case: what it prints is what plain node prints. Text that the program compiles by itself.
const vm = require("node:vm");
const log = console.log;
// Where V8 puts a direct eval whose text it refuses hangs on what was evaluated last: the arguments, with the probe in them.
const stack = (name, e) => (e.name === "SyntaxError" && /eval|strict|redeclared/.test(name) ? "" : e.stack);
const T = (name, f) => { try { log(name, f()) } catch (e) { log(name, "threw", e.name, e.message, stack(name, e)) } };
var outer = [1, 2];
// direct eval
T("local", () => { const x = [3]; return eval("x.concat(outer)") });
T("var leaks", () => { eval("var leaked = [1].map(v => v + 1); function made() { return [leaked] }"); return [leaked, made()] });
T("var pattern leaks", () => { eval("var [p, ...q] = outer; var [r = [7]] = [];"); return [p, q, r, Object.keys({ p, q })] });
T("let stays", () => { eval("let inside = [1]; const c = [2]; class K { a = [c] }"); return [typeof inside, typeof c, typeof K] });
T("strict keeps", () => { "use strict"; eval("var kept = [1]"); return typeof kept });
T("its own directive", () => { eval("'use strict'; var kept2 = [1]"); return typeof kept2 });
T("strict text", () => { "use strict"; return eval("(function () { return [this] })()") });
T("this", () => function () { return eval("[this.a, this.a[0]]") }.call({ a: [5] }));
T("arguments", () => (function () { return eval("[...arguments].map(a => [a])") })(1, 2));
T("new.target", () => { function F() { this.t = eval("new.target === F && [1]") } return new F().t });
T("super", () => { class A { m() { return [1] } } class B extends A { m() { return eval("super.m().concat(2)") } } return new B().m() });
T("private", () => { class A { #p = [4]; m() { return eval("this.#p.map(x => [x])") } } return new A().m() });
T("assigns", () => { let n = [0]; eval("n = n.concat(1); n[0] = [9]"); return n });
T("typeof", () => eval("typeof nothing + typeof outer"));
T("delete", () => { eval("var gone = [1]"); return [delete gone, typeof gone] });
T("closure", () => { const fs = []; for (let i = 0; i < 3; i++) fs.push(eval("() => [i]")); return fs.map(f => f()) });
T("no text", () => { const o = [1]; return [eval(o) === o, eval(), eval(5), eval(null), eval({ a: 1 }).a] });
T("string object", () => typeof eval(new String("[1]")));
T("more arguments", () => eval("[1]", outer.push(3), [2]));
T("spread", () => eval(...["[1, 2].length"], 3));
T("in parentheses", () => { const y = [6]; return (eval)("y[0]") });
T("empty", () => [eval(""), eval(";"), eval("// c"), eval("{}"), eval("/* [1] */")]);
T("nested", () => { const z = [8]; return eval("eval('eval(\"[z, [z]]\")')") });
T("default parameter", () => { const f = (a = eval("var w = [1]; w"), b = typeof w) => [a, b]; return f() });
T("own eval", () => { const run = (eval) => eval("x"); return run((t) => [t]) });
T("as a local", () => { const q = [3]; const run = (eval) => { const q = [4]; return eval("q") }; return run(eval) });
// completion values
for (const text of ["1; var a = [1]", "'abc'", "'use strict'", "'use strict'; [1]", "for (const x of [1, 2]) {}", "for (const x of [1, 2]) { x }", "for (const [x] of [[1]]) ;",
  "for (var k in [5, 6]) ;", "let s = 0; for (const x of [1]) { if (x) { s } }", "1; for (;false;) [1]", "var i = 0; while (i < 2) { i++; [i] }", "if (1) { let z = [1] }", "2; if (0) [1]",
  "5; try { outer.nope() } catch {}", "6; try { outer.nope() } catch (e) { [e.name] } finally { 7 }", "do { [7]; break } while (0)", "try { [1] } finally { [2] }", "switch (1) { case 1: [3] }", "L: { [1]; break L }", "1; {}", "1; function f() { return [1] }", "1; class C { a = [1] }",
  "let [a, ...b] = [1, 2]; a", "3; let [a, ...b] = [1, 2]", "3; var [a2, ...b2] = [1, 2]", "var o = {}; for ([o.a] of [[1]]) ;", "for ([o2] of [[[1]]]) { o2 } var o2", "outer[0]", "outer.length", "({a: [1]})", "{a: [1]}", "`${outer}`", "x => [x]",
  "let t = 0; for (let i = 0; i < outer.length; i++) t += outer[i];", "4; for (let i = 0; i < outer.length; i++) ;", "outer?.map?.(v => [v])", "[...outer].length, [2]", "for (const x of []) ;", "for (const v of outer) for (const w of [v]) ;"]) T(text, () => eval(text));
// indirect
const indirect = eval;
T("indirect", () => { const outer = 0; return [indirect("typeof outer"), (0, eval)("typeof outer + [1]"), globalThis.eval("[2].length"), eval?.("typeof outer"), eval.call(null, "[3][0]"), eval.apply(undefined, ["[4][0]"])] });
T("indirect leaks", () => { (0, eval)("var shared = [1, 2]; let lexical = [3]; var [sh, ...ared] = [1, 2]"); return [shared, typeof lexical, Object.keys(globalThis).filter(k => /shared|sh|ared|aT/.test(k)), globalThis.ared] });
T("indirect is sloppy", () => { "use strict"; return (0, eval)("(function () { return this === globalThis })()") });
// function constructors
const AsyncFunction = Object.getPrototypeOf(async function () {}).constructor;
const GeneratorFunction = (function* () {}).constructor;
T("Function", () => [Function("return [1, 2]")(), new Function("a", "b", "return [a, b].map(x => [x])")(1, 2), new Function("a, b = [2]", "[c]", "return [a, b, c]")(1, undefined, [3])]);
T("its text", () => [String(Function("return [1, 2]")), String(new Function("a", "b = [1]", "return [a].map(x => x)")), String(new Function()), new Function("a // x", "return [a] // y").toString(), String(new GeneratorFunction("yield [1]")), String(AsyncFunction("return [1]"))]);
T("name and length", () => { const f = new Function("a", "...b", "return [b]"); return [f.name, f.length, Object.getOwnPropertyNames(f), f(1, 2)] });
T("directive", () => [new Function("'use strict'; return [this]")(), new Function("'use strict'\nreturn [typeof this]")()]);
T("generator", () => [...new GeneratorFunction("n", "for (let i = 0; i < n; i++) yield [i]; yield* [[7]]")(2)]);
T("apply", () => [Function.apply(null, ["x", "return [x]"])(4), Function.call(null, "x", "return [x]")(5), Reflect.construct(Function, ["return [6]"])(), new Function(...["x", "y"], "return [x, y]")(1, 2)]);
T("constructor", () => [(() => 0).constructor("return [1]")(), Function.prototype.constructor("return [2]")(), new (function () {}).constructor("return [3]")(), Object.getPrototypeOf(function () {}).constructor("a", "return [a]")(4)]);
T("subclass", () => { class F extends Function { constructor(...a) { super(...a) } get x() { return [1] } } const f = new F("return [2]"); return [f(), f.x, f instanceof F, f.toString()] });
T("objects for text", () => new Function({ toString() { return "a" } }, { toString() { return "return [a]" } })(3));
T("injected", () => new Function("/*", "*/){"));
T("brace", () => new Function("}); ({", ""));
T("bad text", () => new Function("return ["));
T("bad parameter", () => new Function("a b", "return []"));
T("bad eval", () => eval("[1].x.}y"));
T("bad strict", () => { "use strict"; return eval("with ({}) [1]") });
T("redeclared", () => { let x = [1]; return eval("var x = [2]") });
T("recursive text", () => { const f = new Function("n", "f", "return n ? [n, ...f(n - 1, f)] : []"); return f(4, f) });
T("with", () => new Function("o", "with (o) { return [a, a.map(x => x + 1)] }")({ a: [1] }));
T("default temporaries", () => new Function("a, b = a.list.slice().map(x => x)", "return b")({ list: [1, 2] }));
// positions
T("at in eval", () => eval("\n  outer.map(function named(x) { return [x].y.z })"));
T("at in nested", () => eval("1;\n  eval('[1];\\n   [2].q.r')"));
T("at in Function", () => new Function("a", "const b = [a].map((x) => [x]);\nreturn b[0].u.v")(1));
T("at in indirect", () => (0, eval)("[1, [2]].length;   [3].q.r"));
T("at made", () => eval("const deep = () => new Error([1]); deep()").stack);
T("call site", () => { const p = Error.prepareStackTrace; Error.prepareStackTrace = (e, s) => s.slice(0, 3).map(x => [x.getFunctionName(), x.getLineNumber(), x.getColumnNumber(), x.isEval(), x.getEvalOrigin(), String(x), x.getScriptNameOrSourceURL()].join("|")).join("\n"); try { return eval("[[1].map(() => new Error().stack)][0][0]") } finally { Error.prepareStackTrace = p } });
T("sourceURL", () => eval("[1];\n[2].q.r\n//# sourceURL=named.js"));
// vm
T("this context", () => [vm.runInThisContext("[1, 2].map(x => [x])"), vm.runInThisContext("typeof T + typeof log"), new vm.Script("[3].length + [[4]][0][0]").runInThisContext()]);
T("script again", () => { const s = new vm.Script("var [again, ...more] = [1, 2]; var o3 = { p: [1] }; o3.p.map(x => x).concat(more, typeof again)"); return [s.runInThisContext(), s.runInThisContext(), Object.keys(globalThis).filter(k => /again|more|aT/.test(k))] });
T("script names", () => { vm.runInThisContext("const [la, ...lb] = [1, 2]; const o4 = { p: [1] }; o4.p.map(x => x)"); vm.runInThisContext("const [lc, ...ld] = [1, 2]"); return vm.runInThisContext("[la, lb, lc, ld]") });
T("script redeclares", () => vm.runInThisContext("const la = [1]"));
T("compileFunction", () => { const f = vm.compileFunction("const r = [a, b];\nreturn r.map(x => [x])", ["a", "b"]); return [f(1, 2), String(f), f.name, f.length] });
T("at in compileFunction", () => vm.compileFunction("const r = [1];\nreturn r.q.z", [], { filename: "made.js" })());
T("at in script", () => vm.runInThisContext("const fail = () => [1].q.z", "file.js") ?? vm.runInThisContext("fail()", { filename: "other.js", displayErrors: false }));
T("bad script", () => new vm.Script("[1].}"));
T("not text", () => [vm.runInThisContext({ toString: () => "[1].length" }), vm.runInThisContext(5)]);
// replaced
T("own Function", () => { const F = globalThis.Function; globalThis.Function = function (t) { return [t] }; try { return Function("return [1]") } finally { globalThis.Function = F } });
T("replaced eval", () => { const e = globalThis.eval; globalThis.eval = (t) => ["mine", t]; try { const x = [1]; return [eval("x"), (0, eval)("y")] } finally { globalThis.eval = e } });
T("eval back in its place", () => { const x = [1]; return eval("x") });
AsyncFunction("a", "await null; return [a, await [1]]")(2).then(log);
new (Object.getPrototypeOf(async function* () {}).constructor)("yield [1]; yield* [[2]]")().next().then((s) => log(s.value));
