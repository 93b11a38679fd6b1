// What V8 says when a pattern inside a pattern meets something that it cannot take apart, and where it says so.
const at = (error) => /:(\d+:\d+)\)?$/.exec(error.stack.split("\n")[1])?.[1];
function tell(run, ...values) {
  for (const value of values) {
    try { console.log("fine", run(value)); } catch (error) { console.log(error.name, error.message, at(error)); }
  }
}
const wrong = [undefined, null, 1, {}, { q: 1 }, { q: {} }, { q: null }, { q: [3] }, [1], [{}], [[5]], [{ q: [7] }]];
tell((list) => { const { q: [x] } = list; return x; }, ...wrong);
tell((list) => { let x; ({ q: [x] } = list); return x; }, ...wrong);
tell((list) => { let x; return ({ q: [x] } = list); }, ...wrong);
tell((list) => { const [[x]] = list; return x; }, ...wrong);
tell((list) => { const [{ q: [x] }] = list; return x; }, ...wrong);
tell((list) => { for (const { q: [x] } of [list]) return x; }, ...wrong);
tell((list) => { for (const [[x]] of [list]) return x; }, ...wrong);
tell(({ q: [x] }) => x, ...wrong);
tell(([[x]]) => x, ...wrong);
tell(([x]) => x, ...wrong);
tell(({ p, q: [x] }) => x, ...wrong);
tell(({ p = 1, q: [x] }) => x, ...wrong);
tell(({ q: [x] = [9] }) => x, ...wrong);
tell(({ ["q"]: [x] }) => x, ...wrong);
tell(({ [String("q")]: [x] }) => x, ...wrong);
tell(({ q: [x = String(4)] }) => x, ...wrong);
tell(({
  q: [x],
}) => x, ...wrong);
tell(function ({ q: [x] }) { return x; }, ...wrong);
tell(function* ({ q: [x] }) { yield x; }, ...wrong);
tell(function ({ q: [x] }, y = x) { return y; }, ...wrong);
tell((list) => { try { throw list; } catch ({ q: [x] }) { return x; } }, ...wrong);
for (const list of wrong) {
  // Where, is that of whatever V8 has evaluated last.
  try { try { throw list; } catch ([[x]]) { console.log("fine", x); } } catch (error) { console.log(error.message); }
  try { try { throw list; } catch ([x, ...rest]) { console.log("fine", x, rest); } } catch (error) { console.log(error.message); }
}
tell((list) => { const { q: [x] } = { get q() { return list; } }; return x; }, ...wrong);
tell((list) => { const { q: [x] } = new Proxy({}, { get: () => list }); return x; }, ...wrong);
tell((list) => { const [[x]] = (function* () { yield list; })(); return x; }, ...wrong);
tell((list) => { const { q: [x], ...rest } = { get q() { return [1]; }, ...list }; return JSON.stringify(rest); }, ...wrong);
tell((list) => { const { q: [x], q: y } = { get q() { return list; } }; return y; }, ...wrong);
{
  const log = [];
  const noisy = new Proxy({ a: [1, [2]], get b() { log.push("b"); return { c: [3] }; } }, {
    get(target, key, receiver) { log.push(`get ${String(key)}`); return Reflect.get(target, key, receiver); },
    ownKeys(target) { log.push("keys"); return Reflect.ownKeys(target); },
    getOwnPropertyDescriptor(target, key) { log.push(`own ${String(key)}`); return Reflect.getOwnPropertyDescriptor(target, key); },
  });
  const { a: [one, [two]], b: { c: [three] }, ...others } = noisy;
  console.log(one, two, three, Object.keys(others), log.join());
  log.length = 0;
  function* steps() { try { log.push("first"); yield [1]; log.push("second"); yield [2]; } finally { log.push("closed"); } }
  const [[first], [second]] = steps();
  const [[only]] = steps();
  const same = noisy;
  let z;
  console.log(first, second, only, log.join(), ([[z]] = same.a.slice(1)) !== null, ({ a: [z] } = noisy) === noisy);
  const map = new Map([["k", [1]]]);
  console.log(([[z]] = map) === map, z, ([[z]] = map.entries()).constructor.name, z);
}
// The same for patterns and spreads of every kind.
tell((list) => { const { a } = list; return a; });
tell((list) => { const { a: b } = list; return b; });
tell((list) => { const { a = 1 } = list; return a; });
tell((list) => { const { } = list; });
tell((list) => { const { ...r } = list; });
tell((list) => { const { [list]: a } = list; return a; });
tell((list) => { const { "x": a } = list; return a; });
tell((list) => { const { q: { z } } = list; return z; });
tell((list) => { const { q: [ z ] } = list; return z; });
tell((list) => { let a; ({ a } = list); return a; });
tell((list) => { let a = {}; ({ x: a.b } = list); return a; });
tell((list) => { let a = {}; [ a.b ] = list; return a; });
tell((list) => { for (const { a } of [list]) return a; });
tell((list) => { for (const [ a ] of [list]) return a; });
tell((list) => { for (const [ a ] of list) return a; });
tell((list) => { return [...list]; });
tell((list) => { return Math.max(...list); });
tell((list) => { return Math.max(1, ...list, 2); });
tell((list) => { return new Array(...list.x); }, {});
tell(({ a }) => a);
tell(([ a ]) => a);
tell((b, [ a ]) => a);
tell((b, { a }) => a);
tell(([ a ] = 3) => a);
tell(({ a } = null) => a);
tell((list) => { try { throw list; } catch ({ a }) { return a; } });
tell((list) => { const { x: { a } = list } = {}; return a; });
tell((list) => { const { x: [ a ] = list } = {}; return a; });
tell((list) => { const { x: [ a ] } = list.y; return a; }, { y: {} });
tell((list) => { return new list.x(); }, {});
tell((list) => { return new Map(list); }, 1);
tell(function* (list) { yield* list; });
tell((list) => { const [
  a,
] = list; return a; }, 3);
tell((list) => { const {
  a,
} = list; return a; });
const none = () => 0;
tell((list) => { return [...list]; }, undefined, null, 1, {});
tell((list) => { return Math.max(...list); }, undefined, null, 1, {});
tell((list) => { return Math.max(1, ...list, 2); }, undefined, null, 1, {});
tell((list) => { return Math.max(1, ...list); }, undefined, null, 1, {});
tell((list) => { return none(...list); }, undefined, null, 1, {});
tell((list) => { return none(...list, 1); }, undefined, null, 1, {});
tell((list) => { return list.push(...list.x); }, []);
tell((list) => { return new Array(...list); }, undefined, null, 1, {});
tell((list) => { return new Array(...list, 1); }, undefined, null, 1, {});
tell((list) => { return none(...list()); }, () => undefined, () => 1);
tell((list) => { return none(...list.x); }, {}, {x: 1});
