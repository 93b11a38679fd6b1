/**
 * What is known of the names of natives: how the call's array arguments are taken, and whether the native may call back
 * while the array that it returns exists already (then the clock's tick for it is taken before the call, as the
 * specification makes the result first: ECMA-262, `Array.prototype.map` step 4).
 *
 * A name is only a hint. The probe behind it looks at the receiver and treats what it does not know as unknown.
 */

/** How a native takes what it is given. The numbers are part of the emitted text. */
export const Take = {
  /** Reads its receiver and arguments before it returns. */
  Read: 0,
  /** Stores its arguments without reading them; reads its receiver. */
  Keep: 1,
  /** Reads its receiver and arguments and all that they hold. */
  Deep: 2,
} as const;

export interface NativeCall {
  take: (typeof Take)[keyof typeof Take];
  /** Reserve the clock's tick before the call. */
  early: boolean;
  /** The result holds arrays made with it (`Object.entries`, `JSON.parse`). */
  nested: boolean;
  /** Those arrays are its elements or properties, and none is further inside. */
  shallow?: boolean;
  /** Everything that it made is still in its hands when it returns (`JSON.parse`). */
  whole?: boolean;
  /** The result is an iterator's: what it made is the result's `value`. */
  step?: boolean;
}

const read: NativeCall = { take: Take.Read, early: false, nested: false };
const early: NativeCall = { take: Take.Read, early: true, nested: false };
const nested: NativeCall = { take: Take.Read, early: false, nested: true };
const keep: NativeCall = { take: Take.Keep, early: false, nested: false };
const deep: NativeCall = { take: Take.Deep, early: false, nested: false };

function table(groups: [NativeCall, string][]): Map<string, NativeCall> {
  const map = new Map<string, NativeCall>();
  for (const [kind, names] of groups) for (const name of names.split(" ")) map.set(name, kind);
  return map;
}

/** Methods of arrays, typed arrays, buffers, strings, maps, sets, iterators and functions, by name. */
export const METHODS = table([
  [early, "map filter flatMap toSorted toArray apply call"],
  [
    read,
    "concat slice splice toReversed subarray split copyWithin reverse sort shift pop keys values " +
      "forEach some every find findIndex findLast findLastIndex reduce reduceRight includes indexOf lastIndexOf at " +
      "has get delete matchAll replace replaceAll return " +
      "equals compare copy readUInt8 readInt32LE write swap16 swap32 transfer getFloat64 setFloat64 getInt32 " +
      "setInt32 getUint8 setUint8 getUint32 setUint32 getFloat32 setFloat32 getInt16 getUint16 getInt8 setInt8 " +
      "setInt16 setUint16 " +
      "readUInt16LE readUInt16BE readUInt32LE readUInt32BE readUIntLE readUIntBE readUint8 " +
      "readUint16LE readUint16BE readUint32LE readUint32BE readUintLE readUintBE readInt8 readInt16LE " +
      "readInt16BE readInt32BE readIntLE readIntBE readFloatLE readFloatBE readDoubleLE readDoubleBE " +
      "readBigInt64LE readBigInt64BE readBigUInt64LE readBigUInt64BE readBigUint64LE readBigUint64BE " +
      "writeUInt8 writeUInt16LE writeUInt16BE writeUInt32LE writeUInt32BE writeUIntLE writeUIntBE " +
      "writeUint8 writeUint16LE writeUint16BE writeUint32LE writeUint32BE writeUintLE writeUintBE " +
      "writeInt8 writeInt16LE writeInt16BE writeInt32LE writeInt32BE writeIntLE writeIntBE " +
      "writeFloatLE writeFloatBE writeDoubleLE writeDoubleBE writeBigInt64LE writeBigInt64BE " +
      "writeBigUInt64LE writeBigUInt64BE writeBigUint64LE writeBigUint64BE getBigInt64 getBigUint64 " +
      "getFloat16 setBigInt64 setBigUint64 setFloat16 latin1Slice latin1Write utf8Slice utf8Write " +
      "asciiSlice asciiWrite hexSlice hexWrite base64Slice base64Write base64urlSlice base64urlWrite " +
      "ucs2Slice ucs2Write swap64 resize grow transferToFixedLength toHex toBase64 setFromHex " +
      "setFromBase64 hasOwnProperty propertyIsEnumerable",
  ],
  [nested, "entries match exec toJSON"],
  [{ ...read, step: true }, "next"],
  [deep, "join toString toLocaleString flat"],
  [keep, "push unshift fill with toSpliced set add"],
]);

const TYPED = [
  ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"],
  ...["Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"],
];

/** Methods that no table has, for they hand what they are given to another thread; they read all that it holds first. */
export const POSTING = new Set(["postMessage", "serialize", "writeValue"]);

/** Of these, what maps, sets and all objects have as well. */
export const COLLECTION_METHODS = new Set(["get", "set", "has", "add", "delete", "hasOwnProperty"]);

/** Functions of the global namespaces, by full name. */
export const FUNCTIONS = table([
  [{ ...early, nested: true }, "Array.from"],
  [early, "Array.of Array.fromAsync Reflect.apply Reflect.construct"],
  [
    read,
    "Object.keys Object.values Object.freeze Object.seal Object.assign Object.getOwnPropertyNames " +
      "Object.getOwnPropertyDescriptors Object.getPrototypeOf Object.is Object.isFrozen Object.isSealed " +
      "Object.defineProperty Object.hasOwn Reflect.ownKeys Reflect.get Reflect.set Reflect.has Promise.race Promise.any " +
      "Buffer.from Buffer.alloc Buffer.allocUnsafe Buffer.byteLength Buffer.compare Math.max Math.min Math.hypot " +
      "Array.isArray ArrayBuffer.isView Buffer.isBuffer Number.isInteger Number.isFinite Number.isNaN",
  ],
  [
    read,
    ["load", "store", "add", "sub", "and", "or", "xor", "exchange", "compareExchange", "wait", "waitAsync", "notify"]
      .map((name) => `Atomics.${name}`)
      .join(" "),
  ],
  [keep, "Promise.resolve Promise.reject"],
  [{ ...nested, shallow: true }, "Object.entries Object.groupBy Map.groupBy"],
  [{ ...nested, whole: true }, "JSON.parse"],
  [early, TYPED.map((name) => `${name}.from ${name}.of`).join(" ")],
  [
    deep,
    "JSON.stringify String.raw Object.fromEntries Promise.all Promise.allSettled Buffer.concat console.log console.error " +
      "console.info console.warn console.debug console.table console.dir console.assert assert.deepEqual " +
      "assert.deepStrictEqual v8.serialize util.inspect util.format util.isDeepStrictEqual",
  ],
]);

/** Global functions. */
export const GLOBALS = table([
  [read, "String Number Boolean isNaN isFinite parseInt parseFloat Array"],
  [{ take: Take.Deep, early: false, nested: true, whole: true }, "structuredClone"],
]);

/** Natives that call back with elements of arrays that exist already: nothing new can be among the parameters. */
export const ELEMENT_CALLBACKS = new Set(
  "map filter flatMap forEach some every find findIndex findLast findLastIndex reduce reduceRight sort toSorted".split(
    " ",
  ),
);

/** Methods that read their array while they run code of the program: callbacks, and elements that become text. */
export const RUNS_CODE = new Set([...ELEMENT_CALLBACKS, ..."toArray join toString toLocaleString".split(" ")]);
// Sorting reads all elements before it compares any.
for (const name of ["sort", "toSorted"]) RUNS_CODE.delete(name);

/** Calls that make no array, keep none and call nothing back, when the name is the global's own. */
export const PURE_NAMESPACES = new Set(["Math", "Number"]);

/** Method names that only strings and numbers have among natives, and that hardly anybody gives a function of their own. */
export const PURE_METHODS = new Set(
  (
    "charCodeAt codePointAt charAt toFixed toPrecision toUpperCase toLowerCase startsWith endsWith padStart padEnd " +
    "localeCompare trim trimStart trimEnd"
  ).split(" "),
);

/** Global names that never hold an array. */
export const KNOWN_GLOBALS = new Set(
  (
    "Math Object JSON console process Reflect Number String Symbol Promise Array globalThis module exports require " +
    "window document Map Set WeakMap WeakSet Date RegExp Error Boolean BigInt Intl Atomics Buffer Int8Array Uint8Array " +
    "Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array " +
    "BigUint64Array ArrayBuffer SharedArrayBuffer DataView Proxy Function performance undefined NaN Infinity TypeError " +
    "RangeError SyntaxError"
  ).split(" "),
);
