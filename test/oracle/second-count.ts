/**
 * A second count, by other means than the referee's: the program runs in plain V8, in which every constructor and
 * native that can bring forth arrays is wrapped and looks at what it returns, and what the text itself makes is handed
 * to a counter. Lines are those of V8's own stack traces. It knows no lifetimes, and it cannot follow everything: programs with promises, proxies,
 * classes of arrays or code from text are left out.
 */
import vm from "node:vm";
import { countInText } from "./count-in-text.js";

const BEYOND =
  /\b(async|await|Promise|eval|Function|Proxy|require|import|export|with|WeakRef|structuredClone|species|iterator|isConcatSpreadable|Reflect|toPrimitive|split\]|class \w+ extends|new \(class|getOwnPropertyDescriptor)\b/;

export interface SecondCount {
  output: string;
  /** Arrays by the line that V8's stack trace names for the call, operator or loop that brought them. */
  lines: Map<number, number>;
}

/** Runs inside the realm whose natives it wraps, so it may not refer to anything outside itself. */
const WRAP = `((report) => {
  const { apply, construct, getOwnPropertyDescriptor, defineProperty, ownKeys } = Reflect;
  const isArray = Array.isArray, isView = ArrayBuffer.isView, known = new WeakSet(), add = WeakSet.prototype.add, has = WeakSet.prototype.has;
  const buffers = new WeakSet(), toString = Object.prototype.toString;
  const lines = new Map(), mapGet = Map.prototype.get, mapSet = Map.prototype.set, PlainError = Error;
  let depth = 0;
  Error.stackTraceLimit = 30;
  Error.prepareStackTrace = (error, frames) => {
    for (let i = 0; i < frames.length; i++) if (frames[i].getFileName() === "program.cjs") return frames[i].getLineNumber();
    return 0;
  };
  function count(given) {
    const line = given ?? new PlainError().stack;
    apply(mapSet, lines, [line, (apply(mapGet, lines, [line]) ?? 0) + 1]);
  }
  const isKnown = (o) => apply(has, known, [o]);
  function see(value) {
    if (value === null || typeof value !== "object" || isKnown(value)) return value;
    const array = isArray(value) || isView(value) || apply(has, buffers, [value]);
    if (!array && apply(toString, value, []) !== "[object Object]") return value;
    apply(add, known, [value]);
    if (array) count();
    if (isView(value)) return value;
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) {
      const property = getOwnPropertyDescriptor(value, keys[i]);
      if ("value" in property) see(property.value);
    }
    return value;
  }
  const callbacks = new WeakMap(), get = WeakMap.prototype.get, set = WeakMap.prototype.set;
  function outside(f) {
    if (typeof f !== "function" || apply(hasNative, natives, [f])) return f;
    let wrapped = apply(get, callbacks, [f]);
    if (!wrapped) {
      wrapped = function () {
        const before = depth;
        depth = 0;
        for (let i = 0; i < arguments.length; i++) see(arguments[i]);
        try { return apply(f, this, arguments); } finally { depth = before; }
      };
      apply(set, callbacks, [f, wrapped]);
    }
    return wrapped;
  }
  const natives = new Set(), hasNative = Set.prototype.has, addNative = Set.prototype.add;
  function wrap(owner, key) {
    const property = getOwnPropertyDescriptor(owner, key);
    const native = property.value;
    if (typeof native !== "function" || key === "constructor") return;
    const wrapped = { [key](...args) {
      for (let i = 0; i < args.length; i++) args[i] = outside(args[i]);
      depth += 1;
      let result;
      try { result = apply(native, this, args); } finally { depth -= 1; }
      return depth === 0 ? see(result) : result;
    } }[key];
    apply(addNative, natives, [wrapped]);
    defineProperty(owner, key, { ...property, value: wrapped });
  }
  function wrapNew(name, counts) {
    const native = globalThis[name];
    const made = (run, target) => {
      depth += 1;
      let result;
      try { result = run(); } finally { depth -= 1; }
      if (counts === "buffer") apply(add, buffers, [result]);
      return depth === 0 ? see(result) : result;
    };
    const wrapped = new Proxy(native, {
      apply: (target, self, args) => made(() => apply(target, self, args)),
      construct: (target, args, newTarget) => made(() => construct(target, args, newTarget === wrapped ? native : newTarget)),
    });
    native.prototype.constructor = wrapped;
    globalThis[name] = wrapped;
    apply(addNative, natives, [wrapped]);
  }
  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const iterator = (of) => Object.getPrototypeOf(of);
  const owners = [Array, Array.prototype, TypedArray, TypedArray.prototype, Object, String.prototype, RegExp.prototype, JSON,
    iterator(new Map().entries()), iterator(new Set().entries()), iterator([].entries()), iterator("".matchAll(/a/g)),
    ArrayBuffer.prototype, Map.prototype, Set.prototype, String];
    // No for-of, nor a method that is wrapped by then: the counter may not count itself.
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i], keys = ownKeys(owner);
    for (let j = 0; j < keys.length; j++) {
      const key = keys[j];
      const property = getOwnPropertyDescriptor(owner, key);
      if (!("value" in property) || !property.configurable || typeof key === "symbol") continue;
      wrap(owner, key);
    }
  }
  const names = ["Array", "Map", "Set", "WeakMap", "WeakSet", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array",
    "Uint16Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"];
  for (let i = 0; i < names.length; i++) wrapNew(names[i]);
  wrapNew("ArrayBuffer", "buffer");
  wrapNew("DataView", "buffer");
  globalThis.$made = (array, line) => {
    if (!isKnown(array)) {
      apply(add, known, [array]);
      count(line);
    }
    return array;
  };
  globalThis.$begun = () => count();
  globalThis.$literal = (_, array) => {
    apply(add, known, [array]);
    return array;
  };
  globalThis.$tag = (tag) => function (strings) {
    $made(strings);
    $made(strings.raw);
    return apply(tag, this, arguments);
  };
  report(lines);
})`;

const CONSOLE = `globalThis.console = { log() {
  let line = "";
  for (let i = 0; i < arguments.length; i++) line += (i ? " " : "") + arguments[i];
  $print(line);
} };`;

/** Null for a program that is beyond this count. */
export function secondCount(source: string): SecondCount | null {
  const code = BEYOND.test(source) ? null : countInText(source);
  if (code === null) return null;
  let output = "";
  let lines = new Map<number, number>();
  const context = vm.createContext({ $print: (line: string) => (output += `${line}\n`) });
  const wrap = vm.runInContext(WRAP, context) as (report: (counted: typeof lines) => void) => void;
  vm.runInContext(CONSOLE, context);
  wrap((counted) => {
    lines = counted;
  });
  vm.runInContext(code, context, { filename: "program.cjs" });
  // The map is of the other realm, where even walking over it would be counted.
  const copy = new Map<number, number>();
  Map.prototype.forEach.call(lines, (count: number, line: number) => copy.set(line, count));
  return { output, lines: copy };
}
