// Text of `vm.SourceTextModule`. Needs --experimental-vm-modules.
import vm, { SourceTextModule } from "node:vm";
const show = (e) => console.log(String(e.stack).replace(/\n    at .*node:internal[^]*$/, ""));
const m = new vm.SourceTextModule("export const a = [1, [import.meta.n]];\nlet n = 0; for (const x of [1, 2, 3]) n += x;\nexport default [n]; export function bad() { return [1].map(() => null.x); }", { initializeImportMeta(meta) { meta.n = 7; } });
await m.link(() => {}); await m.evaluate();
console.log(m.namespace.a, m.namespace.default, m.identifier, m.status);
try { m.namespace.bad(); } catch (e) { show(e); }
const context = vm.createContext({ log: console.log, Array });
const dep = new SourceTextModule("export default [[1]];", { context, identifier: "dep" });
const main = new SourceTextModule('import d from "dep"; import n from "dep"; log(d.concat([[2]]).length, [d] instanceof Array); await [0]; export { d }', { context, identifier: "main" });
await main.link((s) => dep); await main.evaluate();
console.log(main.namespace.d, main.dependencySpecifiers);
try { new SourceTextModule("export const [a"); } catch (e) { show(e); }
try { new SourceTextModule("export const a = [1]; export { b };"); } catch (e) { show(e); }
const m2 = new SourceTextModule("throw [1].map(() => new Error('x'))[0]"); await m2.link(() => {});
try { await m2.evaluate(); } catch (e) { show(e); }
console.log(m2.identifier, Object.keys(m2));
class M extends SourceTextModule { constructor(t) { super(t); } }
const m3 = new M("export default [[3]]"); await m3.link(() => {}); await m3.evaluate(); console.log(m3.namespace.default);
try { console.log(m3.createCachedData === undefined, new SourceTextModule("export default [1]", { cachedData: new SourceTextModule("export default [1]").createCachedData() }).identifier); } catch (e) { show(e); }
