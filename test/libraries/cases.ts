/**
 * Libraries of arrays and what their operations make, worked out from their source. Each has a script in
 * fixtures/libraries with the natural form of a computation and the one that reuses buffers.
 */

export interface LibraryCase {
  library: string;
  /** fixtures/libraries/<script>.mjs */
  script: string;
  /** The class found, as the report calls it; null where the library works on plain or typed arrays. */
  arrayClass: string | null;
  /**
   * Lines by a part of their text: how often they run, and what one run makes, by type. `total` is everything that a run
   * of the line makes, where the source leaves no doubt.
   */
  lines: { text: string; runs: number; makes: Record<string, number>; total?: number }[];
  /** Lines that make none of the class, because the form writes into what is there. */
  reuse: { text: string; of: string }[];
  /** What is counted without us: see `count-instances.mjs`. */
  independent: { within: string; of: string; name: string };
  /** The same of ours: all instances of a class, or what the sites with this text made. */
  ours: { type: string; within?: string } | { text: string };
  offers: string;
}

const FIXTURES = "fixtures/libraries";

export const LIBRARIES: LibraryCase[] = [
  {
    library: "ml-matrix",
    script: "ml-matrix",
    arrayClass: "Matrix",
    lines: [
      // AbstractMatrix.mmul: `new Matrix(m, p)` for the result and `new Float64Array(n)` for a column.
      { text: "x = F.mmul(x)", runs: 300, makes: { Matrix: 1, Float64Array: 1 }, total: 2 },
      // static add: `new Matrix(matrix)` copies with `for (const [row, column, value] of from.entries())`, whose generator
      // yields a list for each of the four elements; then `add` in place.
      { text: "P = Matrix.add(P, Q)", runs: 300, makes: { Matrix: 1, Array: 4 }, total: 5 },
      { text: "P = Matrix.mul(P, 0.9)", runs: 300, makes: { Matrix: 1, Array: 4 }, total: 5 },
    ],
    reuse: [
      { text: "  P.add(Q)", of: "Matrix" },
      { text: "  P.mul(0.9)", of: "Matrix" },
    ],
    independent: { within: `ml-matrix|${FIXTURES}`, of: "new (Matrix|this)\\(", name: "Matrix" },
    ours: { type: "Matrix" },
    offers: "`add`, `sub`, `mul` … in place; no `out` for `mmul`",
  },
  {
    library: "mathjs",
    script: "mathjs",
    arrayClass: "DenseMatrix",
    lines: [
      // multiply(matrix, number) and subtract(matrix, matrix) end in `createDenseMatrix`: one `new DenseMatrix` each.
      { text: "w = minus(w, times(g, 0.5))", runs: 50, makes: { DenseMatrix: 2 } },
      // add(array, array) wraps both in a matrix and takes `valueOf` of the result, a third one.
      { text: "plain = add(plain, [0.1, 0.2, 0.3])", runs: 50, makes: { DenseMatrix: 3 } },
    ],
    reuse: [{ text: "w._data[k] -= 0.5 * g._data[k]", of: "DenseMatrix" }],
    independent: { within: "mathjs", of: "new (DenseMatrix|M|Matrix|this\\.constructor)\\(", name: "DenseMatrix" },
    ours: { type: "DenseMatrix" },
    offers: "none; `_data` can be written into",
  },
  {
    library: "numpy-ts",
    script: "numpy-ts",
    // The published code is minified: the class is called `y`, and exported as NDArray.
    arrayClass: "NDArray",
    lines: [
      // Each goes through `static _fromStorage(storage)`, which is `new y(storage)`: behind a proxy, around one ArrayStorage.
      { text: "const flow = np.multiply(u, k)", runs: 100, makes: { NDArray: 1 } },
      { text: "u = np.add(u, flow)", runs: 100, makes: { NDArray: 1 } },
      { text: "u = u.multiply(0.5)", runs: 100, makes: { NDArray: 1 }, total: 1 },
    ],
    reuse: [{ text: "np.copyto(out, u)", of: "NDArray" }],
    independent: { within: "numpy-ts/dist/esm/full/ndarray", of: "new (y)\\(", name: "y" },
    ours: { type: "NDArray" },
    offers: "`copyto`, `fill`; no `out` for arithmetic in 1.4",
  },
  {
    library: "@d4c/numjs",
    script: "numjs",
    arrayClass: "NdArray",
    lines: [
      // `const arr = copy ? this.clone() : this`, and clone is one `new NdArray` around one ndarray.
      { text: "image = image.add(bias)", runs: 100, makes: { NdArray: 1 } },
      { text: "image = image.multiply(0.5)", runs: 100, makes: { NdArray: 1 } },
    ],
    reuse: [
      { text: "image.add(bias, false)", of: "NdArray" },
      { text: "image.multiply(0.5, false)", of: "NdArray" },
    ],
    independent: {
      within: "@d4c/numjs",
      of: "new (NdArray|ndarray_\\d\\.NdArray)\\(",
      name: "NdArray",
    },
    ours: { type: "NdArray" },
    offers: "`copy = false` as the last argument",
  },
  {
    library: "ndarray + ndarray-ops",
    script: "ndarray",
    arrayClass: "View2dfloat64",
    lines: [
      // ndarray(data, shape) is one view, of a class that is compiled for the dimension and the type. On the line stand the
      // list [4, 4] and one that ndarray.js makes to look the class up.
      { text: "const fresh = ndarray(", runs: 100, makes: { View2dfloat64: 1, Array: 2 }, total: 3 },
      // transpose: a view of the same data with lists of its own.
      { text: "a.transpose(1, 0)", runs: 100, makes: { View2dfloat64: 1 }, total: 1 },
    ],
    reuse: [
      { text: "ops.add(fresh, a, b)", of: "View2dfloat64" },
      { text: "  ops.add(a, a, b);", of: "View2dfloat64" },
    ],
    // The constructor's text is put together in a string.
    independent: { within: "ndarray/ndarray\\.js", of: 'new ("\\+className\\+")\\(', name: "View2dfloat64" },
    ours: { type: "View2dfloat64" },
    offers: "every operation takes the array that it writes to",
  },
  {
    library: "gl-matrix",
    script: "gl-matrix",
    arrayClass: null,
    // vec3.create: `new glMatrix.ARRAY_TYPE(3)`; vec3.add writes to its first argument.
    lines: [{ text: "const moved = vec3.create()", runs: 500, makes: { Float32Array: 1 }, total: 1 }],
    reuse: [
      { text: "position = vec3.add(moved", of: "Float32Array" },
      { text: "vec3.scale(scratch", of: "Float32Array" },
      { text: "  vec3.add(position", of: "Float32Array" },
    ],
    independent: { within: "gl-matrix", of: "new ((?:glMatrix\\.)?ARRAY_TYPE)\\(", name: "Float32Array" },
    ours: { type: "Float32Array" },
    offers: "`out` is the first parameter of every function",
  },
  {
    library: "three",
    script: "three",
    arrayClass: "Vector3",
    lines: [
      // clone: `new this.constructor( this.x, this.y, this.z )`; add and applyQuaternion return their receiver.
      { text: "position = position.clone().add(velocity)", runs: 500, makes: { Vector3: 1 }, total: 1 },
      { text: "position = position.clone().applyQuaternion(spin)", runs: 500, makes: { Vector3: 1 }, total: 1 },
      // Matrix4.clone: `new Matrix4().fromArray( this.elements )`, with its list of sixteen inside.
      { text: "frame.clone().multiply(frame)", runs: 500, makes: { Matrix4: 1 }, total: 1 },
    ],
    reuse: [
      { text: "  position.add(velocity)", of: "Vector3" },
      { text: "  position.applyQuaternion(spin)", of: "Vector3" },
      { text: "  frame.multiply(frame)", of: "Matrix4" },
    ],
    independent: { within: `three|${FIXTURES}`, of: "new (Vector3|this\\.constructor)\\(", name: "Vector3" },
    ours: { type: "Vector3" },
    offers: "every method but `clone` works in place",
  },
  {
    library: "@tensorflow/tfjs-core, CPU backend",
    script: "tfjs",
    arrayClass: "Tensor",
    lines: [
      // The binary kernel takes one typed array for the values, and makeTensorFromTensorInfo is one `new Tensor`. What the
      // engine makes beside them for its tape, scopes and shapes is on the line too.
      { text: "tf.add(x, step).dispose()", runs: 50, makes: { Tensor: 1, Float32Array: 1 } },
      { text: "tf.tidy(() => tf.add(x, step))", runs: 50, makes: { Tensor: 1, Float32Array: 1 } },
    ],
    reuse: [{ text: "data[k] += 1", of: "Tensor" }],
    independent: { within: "tfjs-core", of: "new (Tensor)\\(", name: "Tensor" },
    ours: { type: "Tensor" },
    offers: "`dispose` and `tidy` give memory back; none is written over",
  },
  {
    library: "vectorious",
    script: "vectorious",
    // The published code is minified: the class is called `A`, and exported as NDArray.
    arrayClass: "NDArray",
    lines: [{ text: "v = v.copy()", runs: 50, makes: { NDArray: 1 } }],
    reuse: [
      // add: `new NDArray(x)` gives x back, having made the empty fields of an instance first: they are on the line, as are
      // the lists of arguments. Then axpy writes to it.
      { text: "v = v.add(b)", of: "NDArray" },
      { text: "v.scale(0.5)", of: "NDArray" },
    ],
    independent: { within: "vectorious", of: "new (A|this\\.constructor)\\(", name: "A" },
    ours: { type: "NDArray" },
    offers: "methods work in place; `copy` first to keep the operand",
  },
  {
    library: "nd4js",
    script: "nd4js",
    arrayClass: "NDArray",
    lines: [
      // matmul2 and mapElems end in `new NDArray(shape, data)`: an instance that is a function.
      { text: "m = nd.la.matmul(m, a)", runs: 50, makes: { NDArray: 1 } },
      { text: 'm = m.mapElems("float64"', runs: 50, makes: { NDArray: 1 } },
    ],
    reuse: [{ text: "m.data[k] *= 0.5", of: "NDArray" }],
    // The class computes its name.
    independent: { within: "nd4js", of: "new ((?:_nd_array\\.)?NDArray)\\(", name: "nd.Array" },
    ours: { type: "NDArray" },
    offers: "none; `data` can be written into",
  },
  {
    library: "d3-array",
    script: "d3-array",
    arrayClass: null,
    lines: [
      // quantile: `Float64Array.from(numbers(values, valueof))`, and a subarray below and above the rank.
      { text: "quantile(sample, 0.25)", runs: 50, makes: { Float64Array: 3 }, total: 3 },
      { text: "median(sample)", runs: 50, makes: { Float64Array: 3 }, total: 3 },
    ],
    reuse: [
      { text: "quantileSorted(sorted, 0.25)", of: "Float64Array" },
      { text: "quantileSorted(sorted, 0.5)", of: "Float64Array" },
    ],
    independent: { within: "node_modules/d3-array", of: "(Float64Array)\\.from\\(", name: "Float64Array" },
    ours: { text: "Float64Array.from(numbers(" },
    offers: "`quantileSorted` makes none",
  },
  {
    library: "simple-statistics",
    script: "simple-statistics",
    arrayClass: null,
    lines: [
      // median is quantile at one half, and quantile selects in `x.slice()`.
      { text: "median(sample)", runs: 50, makes: { Array: 1 }, total: 1 },
      { text: "quantile(sample, 0.25)", runs: 50, makes: { Array: 1 }, total: 1 },
    ],
    reuse: [
      { text: "medianSorted(sorted)", of: "Array" },
      { text: "quantileSorted(sorted, 0.25)", of: "Array" },
    ],
    independent: { within: "simple-statistics", of: "\\b(x)\\.slice\\(\\)", name: "call" },
    ours: { text: "x.slice()" },
    offers: "`…Sorted` functions make none",
  },
  {
    library: "fft.js",
    script: "fft",
    arrayClass: null,
    // createComplexArray: `new Array(this._csize)`; the transforms write to their first argument.
    lines: [{ text: "const spectrum = fft.createComplexArray()", runs: 100, makes: { Array: 1 }, total: 1 }],
    reuse: [
      { text: "fft.realTransform(spectrum", of: "Array" },
      { text: "fft.realTransform(kept", of: "Array" },
    ],
    independent: { within: "fft\\.js/", of: "new (Array)\\(", name: "Array" },
    ours: { text: "new Array(" },
    offers: "the result is the first parameter",
  },
  {
    library: "apache-arrow",
    script: "apache-arrow",
    arrayClass: null,
    lines: [
      // getChildAt: a list of chunks by `map`, and in `new Vector` the lists of offsets and of children; toArray of one chunk
      // is a subarray of the values.
      { text: 'table.getChild("price").get(i)', runs: 100, makes: { Array: 3 }, total: 3 },
      { text: 'table.getChild("price").toArray()[i]', runs: 100, makes: { Array: 3, Float64Array: 1 }, total: 4 },
    ],
    reuse: [{ text: "sum += values[i]", of: "Float64Array" }],
    independent: { within: "apache-arrow/vector", of: "(data\\[0\\]\\.values)\\.subarray\\(0, length", name: "call" },
    ours: { text: "data[0].values.subarray(0, length * stride)" },
    offers: "a column and its values can be kept",
  },
  {
    // A native addon, with its binary in a package of its own.
    library: "sharp",
    script: "sharp",
    arrayClass: null,
    lines: [
      // _pipeline: the addon makes one Buffer for the output (pipeline.cc, `Napi::Buffer<char>::New`), whichever way it is
      // handed out; a Buffer that goes in is used as it is.
      { text: "image = await sharp(image", runs: 20, makes: { Buffer: 1 } },
      { text: "const { data, info } = await", runs: 20, makes: { Buffer: 1 } },
      { text: "const sizes = await Promise.all(", runs: 1, makes: { Buffer: 2 } },
      { text: "both = await filter.toBuffer()", runs: 20, makes: { Buffer: 1 }, total: 1 },
    ],
    reuse: [
      { text: "const filter = sharp(both", of: "Buffer" },
      { text: "sum += both[3]", of: "Buffer" },
    ],
    independent: { within: "sharp/dist/output", of: "if \\((err)\\)", name: "call" },
    ours: { type: "Buffer", within: "sharp/dist/output" },
    offers: "none; operations can be put together before one `toBuffer`",
  },
];
