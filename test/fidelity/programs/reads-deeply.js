// What natives that read deeply ask for, each getter as often as without us.
let asked = 0;
const list = [1, [2]];
Object.defineProperty(list, 2, { enumerable: true, configurable: true, get: () => (asked++, [3]) });
const object = { a: [1], get b() { asked++; return [2]; }, [Symbol.for("s")]: [3], nested: { list } };
Object.defineProperty(object, "hidden", { value: [4], enumerable: false });
console.log(JSON.stringify(list), asked, JSON.stringify(object), asked, JSON.stringify([object, object]), asked);
console.log(structuredClone(list), asked, object, asked);
const has = Object.prototype.hasOwnProperty;
console.log(has.call(list, 2), asked, Array.prototype.slice.call(list), asked, [].concat.apply([], [list, [4]]), asked);
const parsed = JSON.parse('{"__proto__": [1, [2]], "a": {"b": []}, "0": [null]}');
console.log(parsed, Object.keys(parsed), JSON.parse("[[1],[[2]]]", (key, value) => (Array.isArray(value) ? value.length : value)));
const native = JSON.parse;
JSON.parse = (text) => new Proxy([native(text)], { get: (target, key) => (asked++, target[key]) });
const wrapped = JSON.parse("[1]");
console.log(asked, wrapped.length, asked);
const cycle = { list: [] };
cycle.list.push(cycle, cycle.list);
console.log(cycle, Math.max.apply(null, [1, 2]), String.fromCharCode.apply(null, [65]));
try { JSON.stringify(cycle); } catch (error) { console.log(error.message); }
