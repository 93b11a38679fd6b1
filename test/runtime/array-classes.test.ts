/** Which classes are arrays in all but name, and which only look like it. */
import { describe, expect, it } from "vitest";
import { ArrayClasses } from "../../src/runtime/array-classes.js";
import { type ArrayClass, dimensions, shapeText, storageOf } from "../../src/runtime/instances.js";

class Arithmetic {
  mul(): this {
    return this;
  }
}
class Matrix extends Arithmetic {
  constructor(
    public rows: number,
    public columns: number,
    public data = new Float64Array(rows * columns),
  ) {
    super();
  }
}
class NestedRows extends Arithmetic {
  data = [
    [1, 2, 3],
    [4, 5, 6],
  ];
}
class NdArray extends Arithmetic {
  shape = [2, 3, 4];
  strides = [12, 4, 1];
  buffer = new Float32Array(24);
}
class Vector3 extends Arithmetic {
  x = 1;
  y = 2;
  z = 3;
}
class Empty extends Arithmetic {
  list: number[] = [];
}
class Complex {
  re = 1;
  im = 2;
  add(): this {
    return this;
  }
  mul(): this {
    return this;
  }
}
class Money extends Arithmetic {
  cents = 100;
  currency = "EUR";
}
class Bag {
  items = [1, 2];
  add(item: number): this {
    this.items.push(item);
    return this;
  }
}
class Names extends Arithmetic {
  list = ["a", "b"];
}
class Shaped extends Arithmetic {
  shape = [2, 2];
}
class Table {
  data = new Float64Array(4);
  get(): number {
    return 0;
  }
}

class Tensor {
  shape = [4];
  dtype = "float32";
  strides: number[] = [];
}
class Wrapper extends Arithmetic {
  constructor(public selection: object) {
    super();
  }
}

const find = (instance: object) =>
  new ArrayClasses(() => false).of(Reflect.getPrototypeOf(instance) as object, instance);

describe("an array class", () => {
  it.each([
    [new Matrix(2, 3), ["data"], "2×3"],
    [new NestedRows(), ["data"], "2×3"],
    [new NdArray(), ["shape", "strides", "buffer"], "2×3×4"],
    [new Vector3(), [], "3"],
    [new Empty(), ["list"], "0"],
  ])("is $constructor.name", (instance, fields, shape) => {
    const info = find(instance);
    expect(info).toMatchObject({ name: instance.constructor.name, fields });
    const out: number[] = [];
    if (info) dimensions(instance, info, out);
    expect(shapeText(out)).toBe(shape);
  });

  it.each([
    [new Complex(), "two numbers that are no coordinates"],
    [new Money(), "an amount, not a list"],
    [new Names(), "text"],
    [new Shaped(), "a shape without storage"],
  ] as [object, string][])("is not %o: %s, however often it comes", (instance) => {
    const classes = new ArrayClasses(() => false);
    const prototype = Reflect.getPrototypeOf(instance) as object;
    const answers = Array.from({ length: 5 }, () => classes.of(prototype, instance));
    expect(answers.some((answer) => answer)).toBe(false);
    expect(answers.at(-1)).toBeNull();
  });

  it.each([
    [new Bag(), "it only has an `add`"],
    [new Table(), "it does no arithmetic"],
    [new Map(), "a native"],
    [new Date(), "a native"],
  ] as [object, string][])("is not %o at the first look: %s", (instance) => {
    expect(find(instance)).toBeNull();
  });

  it("is known by an instance that has its storage, after one that had none yet", () => {
    const classes = new ArrayClasses(() => false);
    const late = Object.create(Matrix.prototype) as Matrix;
    expect(classes.of(Matrix.prototype, late)).toBeUndefined();
    expect(classes.of(Matrix.prototype, new Matrix(1, 1))).toMatchObject({ name: "Matrix", flat: "data" });
  });

  it("counts its rows as its storage", () => {
    const nested = new NestedRows();
    expect(storageOf(nested, find(nested) as ArrayClass)).toEqual([nested.data, ...nested.data]);
    const array = new NdArray();
    expect(storageOf(array, find(array) as ArrayClass)).toEqual([array.shape, array.strides, array.buffer]);
  });

  it("describes itself by a shape and a type of elements, wherever its arithmetic and its storage are", () => {
    expect(find(new Tensor())).toMatchObject({ name: "Tensor", fields: ["shape", "strides"], shape: "shape" });
  });

  it("is the one around another that holds its storage", () => {
    const classes = new ArrayClasses(() => false);
    const inner = new Matrix(2, 3);
    const outer = new Wrapper(inner);
    classes.of(Matrix.prototype, inner);
    const info = classes.of(Wrapper.prototype, outer) as ArrayClass;
    expect(info).toMatchObject({ name: "Wrapper", fields: ["selection"] });
    expect(storageOf(outer, info)).toEqual([inner]);
    const out: number[] = [];
    dimensions(outer, info, out);
    expect(out).toEqual([2, 3]);
  });

  it("may be hidden in private fields, of classes that it extends too", () => {
    const classes = new ArrayClasses(() => false);
    const data = new Float64Array(6);
    classes.hide(Arithmetic.prototype, ["#rows", "#data", "#cols"], (_, i) => [2, data, 3][i]);
    const instance = new Wrapper(0 as unknown as object);
    const info = classes.of(Wrapper.prototype, instance) as ArrayClass;
    expect(storageOf(instance, info)).toEqual([data]);
    const out: number[] = [];
    dimensions(instance, info, out);
    expect(out).toEqual([2, 3]);
  });

  it("is what the configuration says, before anything else", () => {
    const named = new ArrayClasses(
      () => false,
      new Map([
        ["Table", true],
        ["Matrix", false],
      ]),
    );
    expect(named.of(Table.prototype, new Table())).toMatchObject({ name: "Table", flat: "data" });
    expect(named.of(Matrix.prototype, new Matrix(1, 1))).toBeNull();
  });

  it("is looked at without calling a getter of the program's", () => {
    const instance = Object.defineProperty(new Matrix(1, 1), "trap", {
      enumerable: true,
      get: () => expect.fail("called"),
    });
    expect(find(instance)).toMatchObject({ name: "Matrix" });
  });
});
