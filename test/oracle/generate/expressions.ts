/** Expressions by type: numbers, arrays of numbers, arrays of such arrays, typed arrays. */
import fc from "fast-check";
import { arrayName, just, numberName, small, text, typedName } from "./names.js";

interface Types {
  number: string;
  array: string;
  nested: string;
  typed: string;
  condition: string;
}

export interface Expressions {
  number: fc.Arbitrary<string>;
  array: fc.Arbitrary<string>;
  nested: fc.Arbitrary<string>;
  typed: fc.Arbitrary<string>;
  condition: fc.Arbitrary<string>;
}

/** `callable`: the functions that may be called here, which keeps recursion out; `names`: variables of this scope. */
export function expressions(callable: string[], names: { numbers?: string[]; arrays?: string[] } = {}): Expressions {
  const numbers = names.numbers?.length ? fc.oneof(numberName, just(...names.numbers)) : numberName;
  const arrays = names.arrays?.length ? fc.oneof(arrayName, just(...names.arrays)) : arrayName;
  const call = (kind: string): fc.Arbitrary<string>[] =>
    callable.filter((name) => name.startsWith(kind)).map((name) => just(name));
  const maker = call("make");
  const walker = call("walk");
  const local = (code: fc.Arbitrary<unknown>) => code.map((each) => `eval(${JSON.stringify(each)})`);

  return fc.letrec<Types>((tie) => {
    const number = tie("number");
    const array = tie("array");
    const nested = tie("nested");
    const typed = tie("typed");
    const condition = tie("condition");
    return {
      number: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        small.map(String),
        numbers,
        text`(${number} + ${number})`,
        text`(${array}[${small}] ?? 0)`,
        text`${array}.length`,
        text`${array}.reduce((p, c) => p + c, 0)`,
        text`${array}.indexOf(${number})`,
        text`${typed}[${small}]`,
        text`${nested}.length`,
        text`${array}.map((x) => [x, ${small}]).reduce((p, [x, y]) => p + x * y, 0)`,
        text`(([h = 0, ...r]) => h + r.length)(${array})`,
        text`Math.max(0, ...${array})`,
        text`(${array} === ${array} ? 1 : 0)`,
        text`Object.keys(o0).length`,
        text`s0.split(",").length`,
        text`(s0.match(/(\\w),/) ?? []).length`,
        text`new Box(${array}).items.length`,
        text`new Box(${array}).size`,
        text`((...xs) => xs.length)(${number}, ...${array})`,
        text`tag\`a${just("", "b")}\${${number}}\``,
        text`JSON.stringify(${nested}).length`,
        text`${nested}.join(";").length`,
        text`String(${nested}).length`,
        text`(${array}?.map((x) => x + ${small})?.[${small}] ?? 0)`,
        text`"k1,k2".replace(/(k)(\\d)/g, (...found) => found[2]).length`,
        text`(/(\\w),(\\w)/.exec(s0)?.slice(1) ?? []).length`,
        text`count(...${array}, ${number})`,
        text`${array}.reduceRight((p, x) => [x, ...p.slice(0, 2)], []).length`,
        local(number),
        text`(0, eval)("a0.map((x) => [x]).length")`,
        text`new Function("p", "...q", "const [h = 0, ...r] = q; return h + r.length + p")(${number}, ...${array})`,
      ),
      array: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        arrays,
        text`[${number}]`,
        text`[${number}, ${number}]`,
        text`[]`,
        text`[...${array}, ${number}]`,
        text`[...${array}, ...${array}]`,
        text`${array}.map((x) => x + ${small})`,
        text`${array}\n  .map((x) => x * ${small})\n  .filter((x) => x !== ${small})`,
        text`${array}.filter((x) => x > ${small})`,
        text`${array}.slice(${small}, ${small})`,
        text`${array}.concat(${array}, ${number})`,
        text`${array}.flatMap((x) => [x, ${small}])`,
        text`Array.from({ length: ${small} }, (_, i) => i + ${number})`,
        text`Array.from(new Set(${array}))`,
        text`Array.of(${number}, ${number})`,
        text`new Array(${small}).fill(${number})`,
        text`[...${array}.keys()]`,
        text`Object.values({ p: ${number}, q: ${small} })`,
        text`Object.entries(o0).map(([, v]) => v)`,
        text`JSON.parse("[1,2]")`,
        text`s0.split(",").map((w) => w.length)`,
        text`[...s0.matchAll(/[ab]/g)].map((found) => found.index)`,
        text`${nested}.flat()`,
        text`(${nested}[${small}] ?? [${number}])`,
        text`Array.from(${typed})`,
        text`(([, ...r]) => r)(${array})`,
        text`((...xs) => xs)(${number}, ${number})`,
        text`[...range(${small})]`,
        text`[...k0.keys()]`,
        text`Array.from(k0, ([k, v]) => k + v.length)`,
        text`(${condition} ? ${array} : [${number}])`,
        text`new Box(${array}).items`,
        text`new Box(${array}).copy()`,
        text`Reflect.construct(Array, [${number}, ${number}])`,
        text`Array.prototype.slice.call(${array}, 1)`,
        text`Object.assign([], ${array})`,
        text`${array}.concat(${nested}).flat(2)`,
        text`[...chain(${array}, ${array})]`,
        text`(${condition} && ${array}) || [${number}]`.map((either) => `(${either})`),
        text`${nested}.find((row) => row.length > ${small})?.slice(1) ?? []`.map((found) => `(${found})`),
        local(array),
        local(array).map((code) => `(() => { const run = () => ${code}; return run(); })()`),
        text`Function.apply(null, ["p", "q = [" + ${small} + "]", "return [p, ...q]"])(${number}, ${array})`,
        text`new Function("xs", "const out = [];\\nfor (const [i, x] of xs.entries()) out.push([i, x][1]);\\nreturn out")(${array})`,
        text`[...makeGenerator("n", "yield n; yield* [n, " + ${small} + "]")(${number})]`,
        text`anywhere("[..." + ${just('"a0"', '"a1"', '"k0.keys()"')} + ", " + ${number} + "]")`,
        ...maker.map((name) => text`${name}(${number}, ${array})`),
        ...walker.map((name) => text`[...${name}(${array})].map(([i, x]) => i * x)`),
      ),
      nested: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        just("m0"),
        text`[${array}, ${array}]`,
        text`[[${number}], ${array}]`,
        text`${array}.map((x) => [x])`,
        text`${nested}.map((row) => row.slice())`,
        text`Object.entries(o0).map(([k, v]) => [k.length, v])`,
        text`JSON.parse("[[1],[2,3]]")`,
        text`[...k0.values()]`,
        text`[...k0].map(([k, v]) => [k, ...v])`,
        text`[...${array}.entries()]`,
        text`${nested}.concat([${array}])`,
        local(nested),
      ),
      typed: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        typedName,
        text`new Float64Array(${small})`,
        text`Float64Array.from(${array})`,
        text`new Int16Array(${array})`,
        text`${typed}.map((x) => x + ${small})`,
        text`${typed}.slice(${small})`,
        text`${typed}.subarray(${small})`,
        text`${typed}.filter((x) => x > ${small})`,
        text`new Uint8Array(${typed}.buffer)`,
      ),
      condition: fc.oneof(
        { withCrossShrink: true },
        text`${number} > ${small}`,
        text`${array}.includes(${number})`,
        text`${array} === ${array}`,
        text`${array}.some((x) => x === ${small})`,
      ),
    };
  });
}
