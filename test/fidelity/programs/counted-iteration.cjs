// What the language runs by itself is the program's own, and counted: what else goes on meanwhile must not add to it.
const vm = require("node:vm");
const { spawnSync } = require("node:child_process");
const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const broken = process.argv[2] === "broken";
const counts = { __proto__: null };
let quiet = false;
function count(name, holder, key, part) {
  const descriptor = getOwnPropertyDescriptor(holder, key);
  const native = descriptor[part];
  counts[name] = 0;
  descriptor[part] = function (argument) {
    if (!quiet) counts[name]++;
    if (broken && !quiet) throw new Error(`${name} is broken`);
    return apply(native, this, arguments.length > 0 ? [argument] : []);
  };
  defineProperty(holder, key, descriptor);
}
const out = [];
function stage(name, work) {
  let result;
  try {
    result = work();
  } catch (error) {
    result = error.message;
  }
  quiet = true;
  out[out.length] = `${name}: ${typeof result === "string" ? result.replaceAll(__dirname, "") : result} ${JSON.stringify(counts)}`;
  quiet = false;
}
count("array", Array.prototype, Symbol.iterator, "value");
count("array next", getPrototypeOf([].values()), "next", "value");
count("map", Map.prototype, Symbol.iterator, "value");
count("string", String.prototype, Symbol.iterator, "value");
count("species", Array, Symbol.species, "get");
count("exec", RegExp.prototype, "exec", "value");
class Grid { constructor(n) { this.cells = new Float64Array(n); } get [Symbol.toStringTag]() { return "Grid"; } }
function made() { const all = []; for (let i = 0; i < 300; i++) all[i] = [i, new Grid(i % 3)]; return all.length; }
const context = vm.createContext({});
stage("literals", made);
stage("getter", () => { const o = { get x() { return [[1], [2]]; } }; let n = 0; for (let i = 0; i < 200; i++) n += o.x.length; return n; });
stage("rest", () => ((...all) => all.length)([1], [2]));
stage("stack", () => new Error("a").stack);
stage("thrown", () => { try { null.x; } catch (error) { return error.stack; } });
stage("frames", () => { const before = Error.prepareStackTrace; Error.prepareStackTrace = (_, sites) => `${sites.length} ${sites[0].getLineNumber()}`; const { stack } = new Error("b"); Error.prepareStackTrace = before; return stack; });
stage("eval", () => eval("[1, [2, 3]].length"));
stage("indirect eval", () => (0, eval)("[1, [2]].length"));
stage("function", () => new Function("a", "b", "return [a, b].length")(1, 2));
stage("in this context", () => vm.runInThisContext("[1, 2].length"));
stage("in a new context", () => vm.runInNewContext("[a, 2].length", { a: 1 }));
stage("in a context", () => vm.runInContext("[1, 2, 3].length", context));
stage("script", () => new vm.Script("[1, 2].length").runInContext(context));
stage("compiled", () => vm.compileFunction("return [p].length", ["p"])(1));
stage("text", () => String(function f() { return [1]; }));
stage("required", () => typeof require("./no-such-file-at-all.js"));
stage("loaded", () => typeof require("./required-late.cjs"));
stage("child", () => spawnSync("true", []).status);
process.on("exit", () => { stage("end", () => 0); quiet = true; console.log(out.join("\n")); });
